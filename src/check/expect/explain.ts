import { printMatch, type Rows, type WideRow } from '../language/index.ts';
import { show } from '../match/index.ts';
import type { Observation } from '../types.ts';
import type { Judgement, Miss } from './judgement.ts';

export interface Told {
  /** The sentence as written in the feature. */
  readonly sentence: string;
  readonly requirements: readonly string[];
  /** Event names with the rows said about them. */
  readonly alternatives: readonly { readonly event: string; readonly rows: Rows }[];
  /** What came since the mark, expected or not. */
  readonly arrived: readonly Observation[];
}

export const alternativesOf = (rows: readonly WideRow[]): Told['alternatives'] =>
  rows.map(({ event, times, rows: cells }) => ({
    event: times.text === '' ? event : `${event} (${times.text})`,
    rows: cells,
  }));

const rowText = ({ label, cell }: Rows[number]): string => `${label} ${cell.any.map(printMatch).join(' or ')}`;

function shownMiss({ observation, mismatches }: Miss): string[] {
  const head = `  ${observation.name} no. ${observation.index} ${show(observation.fields)}`;
  return [
    head,
    ...mismatches.map(({ path, expected, actual }) => `    x ${path}: expected ${expected}, found ${actual}`),
  ];
}

/** What arrived, equal names counted: `3 MeterValuesRequest, 1 HeartbeatRequest`. */
function tally(arrived: readonly Observation[]): string {
  const counts = new Map<string, number>();
  for (const { name } of arrived) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
}

/**
 * Why an expectation failed, for a person: the sentence, its requirements, what was expected, the observation that was
 * judged (or the closest one) with the paths that differ marked `x`, and what came instead.
 */
export function explain({ sentence, requirements, alternatives, arrived }: Told, judgement: Judgement): string {
  const told = requirements.length === 0 || sentence.includes('[');
  const lines = [told ? sentence : `${sentence} [${requirements.join(', ')}]`];
  if (judgement.reason !== undefined) lines.push(judgement.reason);
  lines.push('Expected:');
  for (const { event, rows } of alternatives)
    lines.push(`  ${event}${rows.length === 0 ? '' : `: ${rows.map(rowText).join('; ')}`}`);
  if (judgement.misses.length > 0) lines.push('Actual:', ...judgement.misses.flatMap(shownMiss));
  else if (judgement.nearest !== undefined) lines.push('Nearest:', ...shownMiss(judgement.nearest));
  lines.push(`Arrived: ${arrived.length === 0 ? 'nothing' : tally(arrived)}`);
  return lines.join('\n');
}
