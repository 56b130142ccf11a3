import { counter, plain, times } from '../progress.ts';
import { isKilled, type KillMatrix, type MutantRow } from './matrix.ts';

/** One word or two about a mutant; `odd` ones are meant to pass. */
export function stateOf(row: MutantRow, odd = false): string {
  if (!row.applied) return 'NOT APPLIED';
  if (!row.exercised) return 'NOT EXERCISED';
  if (odd) return row.problems.length === 0 ? 'left green' : 'ACCUSED';
  if (!isKilled(row)) return 'SURVIVED';
  return row.problems.length === 0 ? 'killed' : 'KILLED, BUT';
}

export interface MatrixProgress {
  /** Mutants tried, this one included. */
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
  readonly durationMs: number;
}

/** A tried mutant: counter, state, name, the checks that killed it, its time, elapsed and remaining time; then its problems. */
export function mutantLine(row: MutantRow, odd: boolean, progress: MatrixProgress): string {
  const { done, total, elapsedMs, durationMs } = progress;
  const by = odd
    ? row.cases
    : row.killedBy.map(({ case: id, check }) => (check.startsWith(id) ? check : `${id} ${check}`));
  const tail = `${(durationMs / 1000).toFixed(1)} s  (${times(done, total, elapsedMs)})`;
  const line = `${counter(done, total)} ${stateOf(row, odd).padEnd(13)} ${row.name}  ${by.join(', ')}  ${tail}`;
  return [plain(line), ...row.problems.map((problem) => `      ${plain(problem)}`)].join('\n').concat('\n');
}

/** `mutants: N killed, N not, score P %; odd: N left green, N not`, as the last line but one of the console. */
export function scoreLine({ score, mutants, odd }: KillMatrix): string {
  const killed = mutants.filter(isKilled).length;
  const green = odd.filter(({ problems }) => problems.length === 0).length;
  const ofOdd = odd.length === 0 ? '' : `; odd: ${green} left green, ${odd.length - green} not`;
  return `mutants: ${killed} killed, ${mutants.length - killed} not, score ${Math.floor(score * 1000) / 10} %${ofOdd}`;
}
