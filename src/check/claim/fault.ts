import { explain, type Judgement } from '../expect/index.ts';
import { printMatch, type Rows } from '../language/index.ts';
import { show } from '../match/index.ts';
import type { Observation } from '../types.ts';
import type { CheckResult, Level } from '../verdict.ts';
import { alternativesIn, type Claim, howOf } from './claim.ts';

/** Why a check did not pass. */
export type Fault = Pick<CheckResult, 'expected' | 'actual' | 'accepted' | 'nearest' | 'events' | 'late'> & {
  readonly message: string;
};

const cellsOf = (rows: Rows): string =>
  rows.map(({ label, cell }) => `${label} ${cell.any.map(printMatch).join(' or ')}`).join('; ');

/** Why a claim is not met, for a person; undefined when it is. */
export function faultOf(
  claim: Claim,
  judgement: Judgement,
  told: {
    readonly sentence: string;
    readonly requirements: readonly string[];
    /** What came since the mark, expected or not. */
    readonly arrived: readonly Observation[];
  },
): Fault | undefined {
  if (judgement.state === 'met') return undefined;
  const alternatives = alternativesIn(claim);
  const [judged] = judgement.misses;
  const miss = judged ?? judgement.nearest;
  const lines = alternatives.map(({ event, rows }) => `${event}${rows.length === 0 ? '' : `: ${cellsOf(rows)}`}`);
  return {
    message: explain({ ...told, alternatives }, judgement),
    expected: lines.join(' | '),
    actual:
      miss === undefined
        ? (judgement.reason ?? 'nothing came')
        : `${miss.observation.name} ${show(miss.observation.fields)}`,
    accepted: { how: howOf(claim), lines },
    events: miss === undefined ? [] : [miss.observation.sequence],
    ...(miss === undefined
      ? {}
      : {
          nearest: {
            event: miss.observation.sequence,
            name: miss.observation.name,
            judged: judged !== undefined,
            mismatches: miss.mismatches.map(({ path, expected, actual }) => ({ path, expected, actual })),
          },
        }),
    ...(judged === undefined ? { late: true } : {}),
  };
}

/** Who answers for a failure: what goes wrong under Given is the preamble's, never the SUT's (VOCABULARY.md section 3, 10). */
export type Blame = 'preamble' | 'sut';

/** The check that a sentence leaves. */
export function checkOf(
  { id, requirement, level, blame }: { id: string; requirement: string; level: Level; blame: Blame },
  fault: Fault | undefined,
): CheckResult {
  if (fault === undefined) return { id, requirement, level, result: 'pass' };
  if (blame === 'preamble') return { id, requirement, level, result: 'inconclusive', cause: 'preamble', ...fault };
  const result = level === 'SHALL' ? 'fail' : level === 'MAY' ? 'observation' : 'warning';
  return { id, requirement, level, result, ...fault };
}
