/** `reports/mutants.json`; schema: schemas/mutants.schema.json (DESIGN.md section 9). */
export interface MutantRow {
  readonly name: string;
  readonly subject: string;
  readonly requirement: string;
  /** The mutant was loaded. */
  readonly applied: boolean;
  /** The seam it replaces was called. */
  readonly exercised: boolean;
  readonly killedBy: readonly { readonly case: string; readonly check: string }[];
}
export interface KillMatrix {
  /** Killed mutants / mutants, 0..1. */
  readonly score: number;
  readonly mutants: readonly MutantRow[];
  readonly cases: readonly { readonly id: string; readonly mutants: readonly string[]; readonly killed: boolean }[];
}

/** Killed = exercised and a declared check failed. */
export function isKilled({ exercised, killedBy }: MutantRow): boolean {
  return exercised && killedBy.length > 0;
}

/** The matrix of these mutants; `covers` says which mutants each case is meant to kill. */
export function killMatrix(
  mutants: readonly MutantRow[],
  covers: readonly { readonly id: string; readonly mutants: readonly string[] }[],
): KillMatrix {
  const killed = mutants.filter(isKilled);
  const kills = (id: string): boolean => killed.some(({ killedBy }) => killedBy.some((by) => by.case === id));
  return {
    score: mutants.length === 0 ? 0 : killed.length / mutants.length,
    mutants,
    cases: covers.map(({ id, mutants: names }) => ({ id, mutants: names, killed: kills(id) })),
  };
}

function stateOf(mutant: MutantRow): string {
  if (!mutant.applied) return 'NOT APPLIED';
  if (!mutant.exercised) return 'NOT EXERCISED';
  return isKilled(mutant) ? 'killed' : 'SURVIVED';
}

/** The printed matrix: a line a mutant, then cases without a kill, then `mutants: N killed, N not, score P %`. */
export function killMatrixText({ score, mutants, cases }: KillMatrix): string {
  const width = (cells: readonly string[]): number => Math.max(0, ...cells.map((cell) => cell.length));
  const names = width(mutants.map(({ name }) => name));
  const subjects = width(mutants.map(({ subject }) => subject));
  const requirements = width(mutants.map(({ requirement }) => requirement));
  const lines = mutants.map((mutant) => {
    const by = mutant.killedBy.map(({ case: id, check }) => (check.startsWith(`${id}/`) ? check : `${id} ${check}`));
    const cells = [
      mutant.name.padEnd(names),
      mutant.subject.padEnd(subjects),
      mutant.requirement.padEnd(requirements),
      stateOf(mutant).padEnd(13),
      by.join(', '),
    ];
    return cells.join('  ').trimEnd();
  });
  const alive = cases.filter(({ killed }) => !killed);
  const without = alive.map(
    ({ id, mutants: meant }) => `${id}: ${meant.length === 0 ? 'no mutant' : `kills none of ${meant.join(', ')}`}`,
  );
  const killed = mutants.filter(isKilled).length;
  const last = `mutants: ${killed} killed, ${mutants.length - killed} not, score ${Math.floor(score * 1000) / 10} %`;
  return `${[...lines, ...(without.length === 0 ? [] : ['', 'Cases that no mutant fails:', ...without]), '', last].join('\n')}\n`;
}
