import type { TimelineEvent } from '../../timeline/events.ts';
import { keyFields, plainFacts } from '../diagram/fields.ts';
import { escaped } from '../markup.ts';
import { anchorOf, type Explanation } from '../verdict/explanation.ts';
import { page, table } from './page.ts';
import { verdictSections } from './verdict.ts';

interface Line {
  readonly who: string;
  readonly what: string;
  readonly words: string;
  /** Shown when the reader opens it. */
  readonly full?: string;
  readonly tone?: 'bad' | 'warn' | 'step';
}

function pretty(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), undefined, 2);
  } catch {
    return raw; // malformed frames are shown as they came
  }
}

function frameLine(event: TimelineEvent & { type: 'frame' }): Line {
  const { frame, sender, action, schemaFaults, intended, raw } = event;
  const faults = schemaFaults.map(({ path, message }) => `schema: ${path} ${message}`);
  const bad = (faults.length > 0 || frame.kind === 'malformed') && intended !== true;
  const name = {
    call: action ?? '',
    result: `${action ?? ''}Response`,
    error: `CALLERROR to ${action ?? 'unknown'}`,
    malformed: 'unreadable frame',
  }[frame.kind];
  const payload =
    frame.kind === 'malformed'
      ? [frame.detail]
      : frame.kind === 'error'
        ? [frame.errorCode, frame.errorDescription]
        : keyFields(frame.payload);
  const words = [...payload, ...faults, ...(intended === true ? ['broken on purpose'] : [])].join(' · ');
  return { who: sender, what: name, words, full: pretty(raw), ...(bad ? { tone: 'bad' as const } : {}) };
}

function checkTone(result: string): Pick<Line, 'tone'> {
  if (result === 'fail' || result === 'error') return { tone: 'bad' };
  return result === 'inconclusive' || result === 'warning' ? { tone: 'warn' } : {};
}

function lineOf(event: TimelineEvent): Line {
  switch (event.type) {
    case 'frame':
      return frameLine(event);
    case 'connection': {
      const full = JSON.stringify(event.facts, undefined, 2);
      return {
        who: `connection ${event.attempt}`,
        what: event.what,
        words: plainFacts(event.facts, ['type', 'attempt']).join(' · '),
        full,
      };
    }
    case 'rig':
      return {
        who: 'rig',
        what: String(event.facts['type'] ?? ''),
        words: plainFacts(event.facts, ['type']).join(' · '),
        full: JSON.stringify(event.facts, undefined, 2),
      };
    case 'operator':
      return {
        who: 'operator',
        what: event.outcome,
        words: event.reason ?? String(event.intent['action'] ?? event.intent['kind'] ?? ''),
        full: JSON.stringify(event.intent, undefined, 2),
      };
    case 'transfer':
      return {
        who: 'file server',
        what: `${event.direction} ${event.outcome}`,
        words: `${event.url} · ${event.bytes} bytes${event.sha256 === undefined ? '' : ` · SHA-256 ${event.sha256}`}`,
      };
    case 'step':
      return { who: 'step', what: event.what, words: `${event.keyword} ${event.text}`, tone: 'step' };
    case 'expectation.opened':
      return {
        who: 'judge',
        what: `expects ${event.expectation}`,
        words: `${event.check} ${event.requirements.join(', ')}`,
        full: JSON.stringify(event.matcher, undefined, 2),
      };
    case 'expectation.closed':
      return {
        who: 'judge',
        what: `${event.result} ${event.expectation}`,
        words: event.message ?? `events ${event.events.join(', ')}`,
        ...(event.result === 'met' ? {} : { tone: 'warn' as const }),
      };
    case 'check':
      return {
        who: 'judge',
        what: event.result,
        words: `${event.check} ${event.requirement ?? ''} ${event.level} ${event.message ?? ''}`,
        ...checkTone(event.result),
      };
    case 'setting':
      return { who: 'judge', what: 'setting', words: '', full: JSON.stringify(event.facts, undefined, 2) };
    case 'aside':
      return { who: 'judge', what: 'set aside', words: `${event.used.length} observations of our own work` };
    case 'verdict':
      return { who: 'judge', what: event.verdict, words: event.inapplicable ?? 'the verdict of this example' };
    case 'note':
      return {
        who: 'note',
        what: '',
        words: event.text,
        ...(event.facts === undefined ? {} : { full: JSON.stringify(event.facts, undefined, 2) }),
      };
  }
}

function row(event: TimelineEvent): string {
  const { who, what, words, full, tone } = lineOf(event);
  const moment = new Date(event.at);
  const time = Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(11, 23);
  const text = escaped(words);
  const details =
    full === undefined
      ? text
      : `<details><summary>${text === '' ? 'more' : text}</summary><pre>${escaped(full)}</pre></details>`;
  const cells = [
    `<td class="n">${event.sequence}</td><td class="t">${time}</td><td class="t">+${event.elapsed.toFixed(1)} ms</td>`,
    `<td>${escaped(event.phase)}</td><td>${escaped(who)}</td><td>${escaped(what)}</td><td>${details}</td>`,
  ];
  return `<tr id="${anchorOf(event.sequence)}" class="${tone ?? ''}">${cells.join('')}</tr>`;
}

const [before, after] = [4, 3];

/** The frames and other events around one, which is marked. */
function excerpt(events: readonly TimelineEvent[], sequence: number): string {
  const told = events.filter(
    ({ type }) => !type.startsWith('expectation') && type !== 'setting' && type !== 'aside' && type !== 'check',
  );
  const at = told.findLastIndex((event) => event.sequence <= sequence);
  const rows = told.slice(Math.max(0, at - before), at + after + 1).map((event) => {
    const { who, what, words, tone } = lineOf(event);
    const mark = event.sequence === sequence ? 'bad' : tone === 'step' ? 'step' : '';
    const seconds = `+${(event.elapsed / 1000).toFixed(3)} s`;
    const cells = [String(event.sequence), seconds, who, what, words].map((cell) => `<td>${escaped(cell)}</td>`);
    return `<tr class="${mark}">${cells.join('')}</tr>`;
  });
  return `<table class="excerpt"><tbody>${rows.join('')}</tbody></table>`;
}

/**
 * The timeline of a case as a page: what did not pass, told in full, then an event a line, the frames to unfold. Every event
 * has an anchor.
 */
export function timelinePage(
  id: string,
  events: readonly TimelineEvent[],
  explanations: readonly Explanation[] = [],
  { linked = false }: { readonly linked?: boolean } = {},
): string {
  const heads = ['#', 'OCPP time', 'Since start', 'Phase', 'Who', 'What', 'Details'];
  const recorded = events.length === 0 ? '<p>Nothing was recorded.</p>' : table(heads, events.map(row));
  const title = `${id} ${explanations.length === 0 ? '' : 'verdict and '}timeline`;
  const around = { linked, excerpt: (event: number) => excerpt(events, event) };
  return page(title, `${verdictSections(explanations, around)}\n${recorded}`);
}
