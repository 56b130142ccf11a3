/** Verdicts and their lattice (TTCN-3; DESIGN.md section 3). */

export const lattice = ['none', 'pass', 'inconclusive', 'fail', 'error'] as const;
export type LatticeVerdict = (typeof lattice)[number];
export type Verdict = LatticeVerdict | 'not applicable';
/** Whose fault it is that something is not a pass; `causes.ts` has the rule of each. */
export const causes = [
  'sut',
  'harness',
  'rig',
  'network',
  'preamble',
  'operator',
  'sut-not-ready',
  'specification',
] as const;
export type Cause = (typeof causes)[number];
export type Level = 'SHALL' | 'SHOULD' | 'MAY' | 'compatibility';

/** What would have passed: how the lines belong together, and each line with all alternatives of its cells. */
export interface Accepted {
  readonly how: 'this' | 'one of these' | 'in order' | 'in any order';
  readonly lines: readonly string[];
}
/** The observation that was judged, or that came closest to what was expected. */
export interface Nearest {
  /** Timeline sequence number. */
  readonly event: number;
  readonly name: string;
  /** true: it is the one that was judged; false: nothing fitted, and this came closest. */
  readonly judged: boolean;
  /** Paths that differ; none when the observation should not have come at all. */
  readonly mismatches: readonly { readonly path: string; readonly expected: string; readonly actual: string }[];
}

/** Why a failing check is a reviewed, known difference of the product. */
export interface Known {
  readonly reason: string;
  readonly link: string;
}

/** What a case says that a person ended before its time. */
export const interruptedReason = 'the run was interrupted before this case ended';

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
  /** Excused by the baseline of the run; only a fail is. */
  readonly known?: Known;
  /** What would have passed. */
  readonly accepted?: Accepted;
  readonly nearest?: Nearest;
  /** Timeline sequence numbers this check looked at. */
  readonly events?: readonly number[];
}

export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** Every check that keeps it from passing is known: it does not fail the run. */
  readonly known?: true;
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

const severity: Readonly<Record<CheckResult['result'], number>> = {
  observation: 0,
  pass: 1,
  warning: 2,
  inconclusive: 3,
  fail: 4,
  error: 5,
};

/** One check an id: the worse result of each, the earlier one when they are equal. */
export function worstById(checks: Iterable<CheckResult>): CheckResult[] {
  const all = new Map<string, CheckResult>();
  for (const check of checks) {
    const before = all.get(check.id);
    if (before === undefined || severity[check.result] > severity[before.result]) all.set(check.id, check);
  }
  return [...all.values()];
}

/** With `strict`, compatibility is judged like a requirement; nothing else changes (DESIGN.md section 3). */
export function strictly(check: CheckResult, strict: boolean): CheckResult {
  return strict && check.level === 'compatibility' && check.result === 'warning' ? { ...check, result: 'fail' } : check;
}

/** The verdict of a case; a reason why it does not apply stands only where nothing was found wrong. */
export function caseVerdict(checks: readonly CheckResult[], inapplicable: string | undefined): Verdict {
  const judged = verdictOf(checks);
  return inapplicable !== undefined && (judged === 'none' || judged === 'pass') ? 'not applicable' : judged;
}
