import { allCases } from '../../catalogue/index.ts';
import type { CheckResult, Verdict } from '../../check/verdict.ts';

/** A mutant as it is declared: what it breaks, who must notice, and who must not. */
export interface DeclaredMutant {
  readonly name: string;
  readonly role: 'station' | 'csms';
  readonly requirement: string;
  readonly cases: readonly { readonly id: string; readonly check?: string }[];
  readonly harmless?: string;
  readonly odd?: true;
}
export interface TriedCase {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly checks: readonly { readonly id: string; readonly result: CheckResult['result'] }[];
}
/** What the run of one mutant brought. */
export interface MutantTrial {
  readonly applied: boolean;
  readonly exercised: boolean;
  readonly cases: readonly TriedCase[];
  /** Why the run came to no end. */
  readonly brokenOff?: string;
}

export interface Kill {
  readonly case: string;
  readonly check: string;
}
export interface MutantRow {
  readonly name: string;
  readonly subject: string;
  readonly requirement: string;
  /** Cases that are declared: to catch it, or of an odd one, to stay green. */
  readonly cases: readonly string[];
  /** The mutant was loaded. */
  readonly applied: boolean;
  /** The seam it replaces was called. */
  readonly exercised: boolean;
  readonly killedBy: readonly Kill[];
  /** Other checks that did not hold in those cases. */
  readonly alsoFailed: readonly Kill[];
  /** Cases that it must not affect. */
  readonly leftAlone: readonly { readonly case: string; readonly verdict: Verdict }[];
  /** What is not as declared, a line each. */
  readonly problems: readonly string[];
}
/** `reports/mutants.json`; schema: schemas/mutants.schema.json (DESIGN.md section 9). */
export interface KillMatrix {
  /** true until the last mutant was tried. */
  readonly incomplete: boolean;
  /** Killed mutants / mutants, 0..1. */
  readonly score: number;
  readonly mutants: readonly MutantRow[];
  /** Legal but unusual behaviours, which no case may fail. */
  readonly odd: readonly MutantRow[];
  readonly cases: readonly { readonly id: string; readonly mutants: readonly string[]; readonly killed: boolean }[];
}

/** Killed = exercised and a declared check failed. */
export function isKilled({ exercised, killedBy }: MutantRow): boolean {
  return exercised && killedBy.length > 0;
}

const notHeld: readonly CheckResult['result'][] = ['fail', 'error', 'inconclusive'];
const firstLine = (text: string | undefined): string => text?.split('\n')[0] ?? '';
const told = (tried: TriedCase | undefined): string =>
  tried === undefined ? 'not run' : `${tried.verdict} ${firstLine(tried.reason)}`.trim();

/** What the trial says about the mutant, held against what is declared of it. */
export function mutantRow(mutant: DeclaredMutant, trial: MutantTrial): MutantRow {
  const tried = new Map(trial.cases.map((each) => [each.id, each]));
  const bad = (id: string) => tried.get(id)?.checks.filter(({ result }) => notHeld.includes(result)) ?? [];
  const killing = mutant.odd === true ? [] : mutant.cases;
  const killedBy = killing.flatMap(({ id, check }) =>
    bad(id)
      .filter((each) => each.result === 'fail' && (check === undefined || each.id === check))
      .slice(0, 1)
      .map((each) => ({ case: id, check: each.id })),
  );
  const alsoFailed = killing.flatMap(({ id }) =>
    bad(id)
      .filter((each) => !killedBy.some((kill) => kill.case === id && kill.check === each.id))
      .map((each) => ({ case: id, check: each.id })),
  );
  const spared = mutant.odd === true ? mutant.cases.map(({ id }) => id) : [mutant.harmless ?? []].flat();
  const alone = new Set(mutant.cases.filter(({ check }) => check?.startsWith('monitor/')).map(({ id }) => id));
  const problems = [
    ...(trial.brokenOff === undefined ? [] : [`its run broke off: ${firstLine(trial.brokenOff)}`]),
    ...(trial.applied ? [] : ['it was not loaded']),
    ...(trial.applied && !trial.exercised ? ['the seam it replaces was never called'] : []),
    ...killing
      .filter(({ id }) => !killedBy.some((kill) => kill.case === id))
      .map(({ id }) => `survives ${id}: ${told(tried.get(id))}`),
    ...alsoFailed
      .filter((kill) => alone.has(kill.case))
      .map((kill) => `${kill.case} fails in ${kill.check} too: the monitor has to catch it alone`),
    ...spared
      .filter((id) => tried.get(id)?.verdict !== 'pass')
      .map((id) => `changes ${id}, which must stay green: ${told(tried.get(id))}`),
    ...(spared.length === 0 ? ['no case is named that it must not affect'] : []),
  ];
  return {
    name: mutant.name,
    subject: mutant.role,
    requirement: mutant.requirement,
    cases: mutant.cases.map(({ id }) => id),
    applied: trial.applied,
    exercised: trial.exercised,
    killedBy,
    alsoFailed,
    leftAlone: spared.map((id) => ({ case: id, verdict: tried.get(id)?.verdict ?? 'none' })),
    problems,
  };
}

const order = new Map(allCases().map(({ id }, index) => [id, index]));
/** Orders case ids as the catalogue does; own cases after them. */
export function byCase(a: string, b: string): number {
  return (order.get(a) ?? order.size) - (order.get(b) ?? order.size) || a.localeCompare(b);
}
const byFirstCase = (a: MutantRow, b: MutantRow): number =>
  byCase(a.cases[0] ?? '', b.cases[0] ?? '') || (a.name < b.name ? -1 : 1);

/** The matrix of these rows, in an order of its own; `ids` = the cases that have to kill one. */
export function killMatrix(
  rows: readonly MutantRow[],
  odd: ReadonlySet<string>,
  ids: readonly string[],
  incomplete = false,
): KillMatrix {
  const mutants = rows.filter(({ name }) => !odd.has(name)).sort(byFirstCase);
  const killed = mutants.filter(isKilled);
  return {
    incomplete,
    score: mutants.length === 0 ? 0 : killed.length / mutants.length,
    mutants,
    odd: rows.filter(({ name }) => odd.has(name)).sort(byFirstCase),
    cases: [...ids].sort(byCase).map((id) => ({
      id,
      mutants: mutants.filter(({ cases }) => cases.includes(id)).map(({ name }) => name),
      killed: killed.some(({ killedBy }) => killedBy.some((by) => by.case === id)),
    })),
  };
}

/** Everything that keeps the matrix from being whole, a line each: survivors, over-kill, cases without a kill. */
export function concernsOf({ mutants, odd, cases }: KillMatrix): string[] {
  const ofRows = [...mutants, ...odd].flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`));
  const alive = cases.filter(({ killed }) => !killed);
  return [
    ...ofRows,
    ...alive.map(({ id, mutants: meant }) =>
      meant.length === 0 ? `${id}: no mutant` : `${id}: kills none of ${meant.join(', ')}`,
    ),
  ];
}
