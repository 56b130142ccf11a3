/** Verdicts and their lattice (TTCN-3; DESIGN.md section 3). */

export const lattice = ['none', 'pass', 'inconclusive', 'fail', 'error'] as const;
export type LatticeVerdict = (typeof lattice)[number];
export type Verdict = LatticeVerdict | 'not applicable';
export type Cause = 'rig' | 'network' | 'preamble' | 'operator' | 'sut-not-ready';
export type Level = 'SHALL' | 'SHOULD' | 'MAY' | 'compatibility';

export interface CheckResult {
  /** `TC_X/<n>-<slug>` or `monitor/<name>`; stable. */
  readonly id: string;
  /** One requirement id, or several joined by ", ", or `TC_X/step n`. */
  readonly requirement?: string;
  readonly level: Level;
  /** observation: level MAY or a check without its control. */
  readonly result: 'pass' | 'fail' | 'warning' | 'inconclusive' | 'error' | 'observation';
  readonly cause?: Cause;
  /** A deadline passed; on a fast clock the case is tried once more in real time. */
  readonly late?: boolean;
  /** Why not passed: expected, actual, requirement; one readable paragraph. */
  readonly message?: string;
  readonly expected?: string;
  readonly actual?: string;
  /** Timeline sequence numbers this check looked at. */
  readonly events?: readonly number[];
}

export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly cause?: Cause;
  /** For not applicable, inconclusive and error: why, in one line. */
  readonly reason?: string;
  readonly checks: readonly CheckResult[];
  readonly durationMs: number;
  /** Subject that was judged, such as `ac-3ph/profile 2`. */
  readonly subject?: string;
  /** Timeline file, relative to the reports folder. */
  readonly timeline?: string;
  readonly examples?: number;
}

/** The worse of two verdicts; `not applicable` yields to everything else. */
export function worse(a: Verdict, b: Verdict): Verdict {
  if (a === 'not applicable') return b;
  if (b === 'not applicable') return a;
  return lattice.indexOf(a) >= lattice.indexOf(b) ? a : b;
}

const broken: Readonly<Record<Level, CheckResult['result']>> = {
  SHALL: 'fail',
  SHOULD: 'warning',
  compatibility: 'warning',
  MAY: 'observation',
};
/** What a requirement of this level becomes when the SUT breaks it: only a SHALL can fail. */
export const brokenResult = (level: Level): CheckResult['result'] => broken[level];

const asVerdict: Readonly<Record<CheckResult['result'], LatticeVerdict>> = {
  pass: 'pass',
  warning: 'pass',
  observation: 'none',
  inconclusive: 'inconclusive',
  fail: 'fail',
  error: 'error',
};

/** The verdict of a case from its checks; none when nothing was judged. */
export function verdictOf(checks: readonly CheckResult[]): LatticeVerdict {
  let verdict: LatticeVerdict = 'none';
  for (const { result } of checks)
    if (lattice.indexOf(asVerdict[result]) > lattice.indexOf(verdict)) verdict = asVerdict[result];
  return verdict;
}
