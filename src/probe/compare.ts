import { type Answers, allCases, applicability, type OfficialCase, type Statement } from '../catalogue/index.ts';
import type { Learned } from './learn.ts';

/** A declared answer that the device contradicts. */
export interface Disagreement {
  readonly term: string;
  readonly declared: boolean;
  /** Where the declared answer stands. */
  readonly source: string;
  readonly device: Learned;
  /** Cases that apply by the statement and not by the device. */
  readonly wrongly: readonly string[];
  /** Cases that apply by the device and not by the statement. */
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
    const only = (one: typeof before, other: typeof before) =>
      cases.map(({ id }) => id).filter((id) => one.get(id) === 'applies' && other.get(id) !== 'applies');
    const source = sources[term] ?? 'the configuration';
    return [{ term, declared, source, device, wrongly: only(before, after), lost: only(after, before) }];
  });
}
