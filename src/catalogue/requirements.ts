import { distance } from 'fastest-levenshtein';
import { citedOnly, removedRequirements, requirementRuns } from './data/requirements.ts';

/** `01-03 07` -> 01, 02, 03, 07; leading zeros stay. */
function numbersIn(runs: string): string[] {
  return runs.split(' ').flatMap((run) => {
    const [first = '', last = first] = run.split('-');
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, index) => String(Number(first) + index).padStart(first.length, '0'));
  });
}

const removed: ReadonlySet<string> = new Set(removedRequirements);
const inPart6: ReadonlySet<string> = new Set(citedOnly);
let known: ReadonlySet<string> | undefined;

/** Every requirement id in force: Part 2 with the errata of 2025-09, by use case. */
export function allRequirements(): ReadonlySet<string> {
  known ??= new Set(
    Object.entries(requirementRuns).flatMap(([useCase, runs]) =>
      numbersIn(runs)
        .map((number) => `${useCase}.FR.${number}`)
        .filter((id) => !removed.has(id)),
    ),
  );
  return known;
}

/** Looks like a requirement id of Part 2. */
export const isRequirementId = (text: string): boolean => /^[A-P]\d\d\.FR\.\d+$/.test(text);

/** What is wrong with a requirement id, with the nearest one; undefined = it is one, or Part 6 at least cites it. */
export function requirementFault(id: string): string | undefined {
  if (allRequirements().has(id) || inPart6.has(id)) return undefined;
  if (removed.has(id)) return `${id} was removed by the errata of 2025-09`;
  let best: { readonly id: string; readonly away: number } | undefined;
  for (const other of allRequirements()) {
    const away = distance(id, other);
    if (best === undefined || away < best.away) best = { id: other, away };
  }
  return `${id} is no requirement of Part 2${best === undefined ? '' : `; nearest is ${best.id}`}`;
}
