import { escaped } from '../markup.ts';
import { anchorOf, type Explanation } from '../verdict/explanation.ts';
import { acceptedTitle, differenceText, headText } from '../verdict/text.ts';

/** What stands around an event. */
export interface Surroundings {
  /** Markup of the events just before and after. */
  readonly excerpt: (event: number) => string;
  /** Whether links inside the page work: not in a page that a report shows in a frame. */
  readonly linked: boolean;
}

const tones: Readonly<Record<string, string>> = { fail: 'bad', error: 'bad', inconclusive: 'warn', warning: 'warn' };

const row = (name: string, markup: string): string => `<dt>${escaped(name)}</dt><dd>${markup}</dd>`;
const list = (lines: readonly string[]): string =>
  `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;

function requirements({ requirements: all }: Explanation): string {
  if (all.length === 0) return 'none';
  return all
    .map(({ id, meaning }) => `<b>${escaped(id)}</b>${meaning === undefined ? '' : ` ${escaped(meaning)}`}`)
    .join('<br>');
}

function nearest({ nearest: near }: Explanation): string[] {
  if (near === undefined) return [];
  const lines = near.json.map(({ text, wrong }) =>
    wrong === undefined ? `  ${escaped(text)}` : `<mark>✗ ${escaped(text)}   ← ${escaped(wrong)}</mark>`,
  );
  return [row(near.title, `<pre class="json">${lines.join('\n')}</pre>`)];
}

function reference({ reference: against }: Explanation): string[] {
  if (against === undefined) return [];
  const lines = against.lines.map((line) => `<span class="${line.by}">${escaped(differenceText(line))}</span>`);
  const shown = lines.length === 0 ? '' : `<pre>${lines.join('\n')}</pre>`;
  return [
    row('against the reference run', `${escaped(against.sentence)} (reference: ${escaped(against.subject)})${shown}`),
  ];
}

function where({ where: at }: Explanation, { excerpt, linked }: Surroundings): string[] {
  if (at === undefined) return [];
  const name = `event ${at.event}`;
  const place = linked ? `<a href="#${anchorOf(at.event)}">${name}</a>` : name;
  const seconds = (at.elapsedMs / 1000).toFixed(3);
  return [row('where', `${place}, ${seconds} s after the case began${excerpt(at.event)}`)];
}

function section(explained: Explanation, around: Surroundings): string {
  const { check, cause, accepted, next, disputed } = explained;
  const [, ...said] = check.message?.split('\n') ?? [];
  const summary = said[0] ?? check.message ?? '';
  const rows = [
    row('what', escaped(summary)),
    row('requirement', `${requirements(explained)} (${escaped(check.level)})`),
    ...(cause === undefined ? [] : [row('whose fault', `<b>${escaped(cause.title)}</b>: ${escaped(cause.rule)}`)]),
    ...(accepted === undefined
      ? check.expected === undefined
        ? []
        : [row('expected', escaped(check.expected))]
      : [row(acceptedTitle(accepted), list(accepted.lines))]),
    ...(explained.nearest === undefined && check.actual !== undefined ? [row('actual', escaped(check.actual))] : []),
    ...nearest(explained),
    ...where(explained, around),
    ...reference(explained),
    ...(disputed.length === 0 ? [] : [row('disputed', list(disputed))]),
    row('what to try next', list(next)),
  ];
  return `<section class="${tones[check.result] ?? ''}"><h2>${escaped(`${headText(explained)}: ${check.id}`)}</h2><dl>${rows.join('\n')}</dl></section>`;
}

/** Every check that is not a pass, told in full. */
export function verdictSections(explanations: readonly Explanation[], around: Surroundings): string {
  return explanations.map((each) => section(each, around)).join('\n');
}
