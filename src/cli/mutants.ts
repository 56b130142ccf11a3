import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { nearest, scenariosIn, UsageError } from '../harness/index.ts';
import {
  concernsOf,
  isKilled,
  type KillMatrix,
  killMatrix,
  killMatrixDocument,
  killMatrixPage,
  type MutantRow,
  mutantLine,
  mutantRow,
  scoreLine,
  writeJson,
} from '../report/index.ts';
import { type MutantFacts, mutantsOf } from '../subject/index.ts';
import { embeddedPki } from './embedded.ts';
import { interruption } from './interruption.ts';
import { MutantWorker } from './mutant-workers.ts';
import { defaultFeatures, implementedIn, selectionOf } from './plan.ts';

export interface MutantsCommand {
  readonly case?: string;
  readonly mutant?: string;
  /** How many at once; one more than there are cores when left out, because most of the time is spent waiting. */
  readonly parallel?: string;
  readonly reports: string;
  /** File for the matrix as Markdown. */
  readonly doc?: string;
}

const list = (text: string | undefined) => text?.split(',').map((each) => each.trim()) ?? [];
const all = [...mutantsOf.station, ...mutantsOf.csms];
const oddNames: ReadonlySet<string> = new Set(all.filter(({ odd }) => odd === true).map(({ name }) => name));

function chosen({ case: cases, mutant }: MutantsCommand): readonly MutantFacts[] {
  const ids = cases === undefined ? [] : selectionOf({ case: cases }).cases;
  const names = list(mutant);
  for (const name of names) {
    if (all.some((each) => each.name === name)) continue;
    const known = all.map((each) => each.name);
    throw new UsageError(
      `--mutant ${name}: no such mutant; nearest is ${nearest(name, known) ?? mostAlike(name, known)} (docs/kill-matrix.md lists them)`,
    );
  }
  const fit = all.filter(
    (each) =>
      (names.length === 0 || names.includes(each.name)) &&
      (ids.length === 0 || each.cases.some(({ id }) => ids.includes(id))),
  );
  if (fit.length === 0) throw new UsageError(`no mutant fits these options: ${ids.join(', ')} has none`);
  return fit;
}

/** Of names far from all others: the one with most of the same words. */
function mostAlike(name: string, known: readonly string[]): string {
  const words = new Set(name.toLowerCase().split(/[^a-z0-9]+/));
  const alike = (other: string) => other.split('-').filter((word) => words.has(word)).length;
  return [...known].sort((a, b) => alike(b) - alike(a))[0] ?? '';
}

function atOnce({ parallel }: MutantsCommand): number {
  if (parallel === undefined) return availableParallelism() + 1;
  if (/^[1-9]\d?$/.test(parallel)) return Number(parallel);
  throw new UsageError(`--parallel ${parallel}: write how many at once, 1 to 99`);
}

/** `reports/mutants.json` and `mutants.html`, whole or so far. */
function write(reports: string, matrix: KillMatrix): void {
  writeJson(join(reports, 'mutants.json'), matrix);
  writeFileSync(join(reports, 'mutants.html'), killMatrixPage(matrix));
}

/**
 * `assay mutants`: runs the cases of every mutant against it and writes the kill matrix. Exit code 0 = all killed where they
 * must be, every case covered, nothing else touched; 1 otherwise; 2 interrupted.
 */
export async function mutantsCommand(options: MutantsCommand): Promise<number> {
  const mutants = chosen(options);
  const whole = options.case === undefined && options.mutant === undefined;
  if (options.doc !== undefined && !whole)
    throw new UsageError('--doc wants the whole matrix: leave out --case and --mutant');
  const parallel = Math.min(atOnce(options), mutants.length);
  const ids = whole
    ? [...implementedIn(scenariosIn(defaultFeatures)).keys()]
    : [...new Set(mutants.flatMap(({ cases, odd }) => (odd === true ? [] : cases.map(({ id }) => id))))];
  const stop = interruption();
  const folder = join(options.reports, 'mutants');
  mkdirSync(folder, { recursive: true });
  await embeddedPki(); // made once, before the workers read it
  const rows: MutantRow[] = [];
  const matrix = (incomplete: boolean) => killMatrix(rows, oddNames, ids, incomplete);
  write(options.reports, matrix(true));
  const began = performance.now();
  const waiting = [...mutants];
  const work = async () => {
    const worker = new MutantWorker(folder);
    for (let mutant = waiting.shift(); mutant !== undefined && !stop.requested; mutant = waiting.shift()) {
      const from = performance.now();
      const row = mutantRow(mutant, await worker.try(mutant.name));
      rows.push(row);
      // What a trial that went as declared recorded says nothing new.
      if (row.problems.length === 0) rmSync(join(folder, row.name), { recursive: true, force: true });
      write(options.reports, matrix(true));
      const now = performance.now();
      const progress = { done: rows.length, total: mutants.length, elapsedMs: now - began, durationMs: now - from };
      process.stdout.write(mutantLine(row, oddNames.has(row.name), progress));
    }
    await worker.stop();
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return conclude(options, matrix(stop.requested));
}

function conclude({ reports, doc }: MutantsCommand, matrix: KillMatrix): number {
  write(reports, matrix);
  const concerns = concernsOf(matrix);
  if (doc !== undefined && !matrix.incomplete) writeFileSync(doc, killMatrixDocument(matrix));
  const good = [...matrix.mutants.filter(isKilled), ...matrix.odd].filter(
    ({ problems }) => problems.length === 0,
  ).length;
  const lines = [
    ...concerns,
    ...(concerns.length === 0 ? [] : [`timelines of what is not as declared: ${join(reports, 'mutants')}`, '']),
    `report: ${join(reports, 'mutants.html')}${matrix.incomplete ? ' (incomplete: interrupted)' : ''}`,
    scoreLine(matrix),
    `assay: ${good} passed, ${concerns.length} failed, 0 skipped`,
  ];
  process.stdout.write(`\n${lines.join('\n')}\n`);
  if (matrix.incomplete) return 2;
  return concerns.length === 0 ? 0 : 1;
}
