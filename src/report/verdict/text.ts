import type { Accepted, CheckResult } from '../../check/verdict.ts';
import { printable } from '../markup.ts';
import type { DifferenceLine } from '../reference/index.ts';
import type { Explanation, Where } from './explanation.ts';
import { markedText } from './marked-json.ts';

const howWords: Readonly<Record<Accepted['how'], string>> = {
  this: 'would have passed',
  'one of these': 'any one of these would have passed',
  'in order': 'all of these, in this order, would have passed',
  'in any order': 'all of these, in any order, would have passed',
};
const signs: Readonly<Record<DifferenceLine['by'], string>> = { both: ' ', reference: '-', this: '+' };

/** Event, time since the start of the case and link. */
export function whereText({ event, elapsedMs, link }: Where): string {
  return `event ${event}, +${(elapsedMs / 1000).toFixed(3)} s (${link})`;
}

export const acceptedTitle = ({ how }: Accepted): string => howWords[how];

/** A line of the comparison: `-` only the reference sent it, `+` only this product. */
export const differenceText = ({ by, text }: DifferenceLine): string => `${signs[by]} ${text}`;

/** Requirement ids, each with its meaning where we have one. */
export function requirementText({ requirements }: Explanation): string {
  if (requirements.length === 0) return 'none';
  return requirements.map(({ id, meaning }) => (meaning === undefined ? id : `${id} (${meaning})`)).join('; ');
}

/** The head of an explanation: what kind of result, whose fault, which requirement. */
export function headText({ check, cause }: Explanation): string {
  return `${check.result}${cause === undefined ? '' : `, cause: ${cause.name} (${cause.title})`}`;
}

const indented = (text: string): string => text.replace(/^/gm, '    ');

/** An explanation as plain text, for JUnit, the report's message and the console. */
export function explanationText(explained: Explanation): string {
  const { check, cause, accepted, nearest, where, reference, next, disputed } = explained;
  const summary = check.message?.split('\n').slice(0, 2).join('\n  ') ?? '';
  const rows = [
    `${headText(explained)}: ${check.id} ${check.level}`,
    summary === '' ? [] : `  ${summary}`,
    `  requirement: ${requirementText(explained)}`,
    cause === undefined ? [] : `  whose fault: ${cause.title}: ${cause.rule}`,
    accepted === undefined
      ? check.expected === undefined
        ? []
        : `  expected: ${check.expected}`
      : [`  ${acceptedTitle(accepted)}:`, ...accepted.lines.map((line) => `    ${line}`)],
    nearest === undefined
      ? check.actual === undefined
        ? []
        : `  actual: ${check.actual}`
      : [`  ${nearest.title}:`, indented(markedText(nearest.json))],
    where === undefined ? [] : `  where: ${whereText(where)}`,
    reference === undefined
      ? []
      : [
          `  against the reference run (${reference.subject}): ${reference.sentence}`,
          ...reference.lines.map((line) => `    ${differenceText(line)}`),
        ],
    disputed.length === 0 ? [] : `  disputed: ${disputed.join('; ')}`,
    `  next: ${next.join(' ')}`,
  ];
  return rows.flat().join('\n');
}

/** A check in words: what, requirement, expected, actual. */
export function checkWords({ id, requirement, level, result, cause, message, expected, actual }: CheckResult): string {
  const head = `${result}${cause === undefined ? '' : ` (${cause})`}: ${id} [${requirement ?? 'no requirement id'}] ${level}`;
  const lines = [head];
  if (message !== undefined) lines.push(message);
  const inMessage = message?.includes('\nExpected:') === true;
  if (expected !== undefined && !inMessage) lines.push(`expected: ${expected}`);
  if (actual !== undefined && !inMessage) lines.push(`actual: ${actual}`);
  return printable(lines.join('\n'));
}

const mostLines = 4;

/** What was expected, where nothing came that could be compared. */
function expectedLines({ accepted, expected, actual }: CheckResult): string[] {
  if (accepted === undefined)
    return [
      ...(expected === undefined ? [] : [`  expected     ${expected}`]),
      ...(actual === undefined ? [] : [`  actual       ${actual}`]),
    ];
  const rest = accepted.lines.length - mostLines;
  return [
    `  ${acceptedTitle(accepted)}`,
    ...accepted.lines.slice(0, mostLines).map((line) => `    ${line}`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
  ];
}

/** The short form for the end of a console: whose fault, requirement, what differs, where, what to try. */
export function shortText(explained: Explanation): string[] {
  const { check, nearest, where, reference, next, disputed } = explained;
  const wrong = nearest?.json.flatMap(({ text, wrong: why }) =>
    why === undefined ? [] : [`${text.trim()} <-- ${why}`],
  );
  return [
    `${headText(explained)}: ${check.id}`,
    `  requirement  ${requirementText(explained)}`,
    ...(nearest === undefined ? expectedLines(check) : [`  ${nearest.title}`]),
    ...(wrong ?? []).map((line) => `    ✗ ${line}`),
    ...(where === undefined ? [] : [`  where        ${whereText(where)}`]),
    ...(reference === undefined || reference.lines.length === 0 ? [] : [`  reference    ${reference.sentence}`]),
    ...(disputed.length === 0 ? [] : [`  disputed     ${disputed.join('; ')}`]),
    `  next         ${next.join(' ')}`,
  ].map(printable);
}
