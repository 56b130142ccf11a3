import { type Answers, allCases, applicability, type OfficialCase, type Statement } from '../catalogue/index.ts';
import type { Learned } from './learn.ts';

/** A declared answer that the device contradicts. */
export interface Disagreement {
  readonly term: string;
  readonly declared: boolean;
  /** Where the declared answer stands. */
  readonly source: string;
  readonly device: Learned;
  /** Cases that run by the statement and do not apply by the device. */
  readonly wrongly: readonly string[];
  /** Cases that do not run by the statement, and may apply by the device. */
  readonly lost: readonly string[];
}

/** Declared answers against what the device tells; each with the cases it decides. */
export function disagreements(
  role: OfficialCase['role'],
  { answers, sources }: Statement,
  learned: ReadonlyMap<string, Learned>,
): readonly Disagreement[] {
  const cases = allCases().filter((official) => official.role === role);
  const decided = (under: Answers) => new Map(cases.map((one) => [one.id, applicability(one, under)]));
  const before = decided(answers);
  return [...learned].flatMap(([term, device]) => {
    const declared = answers[term];
    if (declared === undefined || declared === device.answer) return [];
    const after = decided({ ...answers, [term]: device.answer });
    // What stays open is run as well.
    const ruledOut = (under: typeof before, id: string) => under.get(id) === 'does not apply';
    const only = (one: typeof before, other: typeof before) =>
      cases.map(({ id }) => id).filter((id) => !ruledOut(one, id) && ruledOut(other, id));
    const source = sources[term] ?? 'the configuration';
    return [{ term, declared, source, device, wrongly: only(before, after), lost: only(after, before) }];
  });
}
