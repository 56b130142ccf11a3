import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot, scenariosIn, UsageError } from '../harness/index.ts';
import { isKilled, killMatrix, killMatrixText, type MutantRow, type Summary, writeJson } from '../report/index.ts';
import { type MutantFacts, mutantsOf } from '../subject/index.ts';
import { defaultFeatures, implementedIn } from './plan.ts';

export interface MutantsCommand {
  readonly case?: string;
  readonly mutant?: string;
  readonly parallel: string;
  readonly reports: string;
}
/** What one mutant's run brought: the row of the matrix, and cases that it affected though it must not. */
interface Trial {
  readonly row: MutantRow;
  readonly overkill: readonly string[];
}

const list = (text: string | undefined) => text?.split(',').map((each) => each.trim()) ?? [];

function chosen({ case: cases, mutant }: MutantsCommand): readonly MutantFacts[] {
  const all = [...mutantsOf.station, ...mutantsOf.csms];
  const [ids, names] = [list(cases), list(mutant)];
  const unknown = names.find((name) => !all.some((each) => each.name === name));
  if (unknown !== undefined)
    throw new UsageError(`--mutant ${unknown}: no such mutant; "assay mutants" without options lists them all`);
  return all.filter(
    (each) =>
      (names.length === 0 || names.includes(each.name)) &&
      (ids.length === 0 || each.cases.some(({ id }) => ids.includes(id))),
  );
}

/** Runs the program once more with the mutant in the subject; resolves when it has ended. */
function runMutant(mutant: MutantFacts, cases: readonly string[], reports: string): Promise<string> {
  const args = [
    'run',
    '--sut',
    mutant.role,
    '--mutant',
    mutant.name,
    '--case',
    cases.join(','),
    '--reports',
    reports,
    '--no-report',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(packageRoot, 'bin', 'assay.mjs'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8'));

async function tryMutant(mutant: MutantFacts): Promise<Trial> {
  const reports = mkdtempSync(join(tmpdir(), 'assay-mutant-'));
  const { name, requirement, role, harmless } = mutant;
  const ids = [...mutant.cases.map(({ id }) => id), ...(harmless === undefined ? [] : [harmless])];
  try {
    const output = await runMutant(mutant, ids, reports);
    const facts = factsOf(reports, output, name);
    const verdicts = new Map(facts.summary.cases.map((each) => [each.id, each]));
    const killedBy = mutant.cases.flatMap(({ id, check }) => {
      const failed = verdicts.get(id)?.checks.filter(({ result }) => result === 'fail') ?? [];
      const declared = check === undefined ? failed : failed.filter((each) => each.id === check);
      return declared.slice(0, 1).map((each) => ({ case: id, check: each.id }));
    });
    const affected =
      harmless !== undefined && verdicts.get(harmless)?.verdict !== 'pass'
        ? [`${name} also changes ${harmless}: ${verdicts.get(harmless)?.verdict ?? 'not run'}`]
        : [];
    const missed = mutant.cases.filter(({ id }) => !killedBy.some((kill) => kill.case === id));
    const survivals = missed.map(
      ({ id }) =>
        `${name} survives ${id}: ${verdicts.get(id)?.verdict ?? 'not run'} ${verdicts.get(id)?.reason?.split('\n')[0] ?? ''}`,
    );
    return {
      row: { name, subject: role, requirement, ...facts.said, killedBy },
      overkill: [...affected, ...survivals],
    };
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

function factsOf(
  reports: string,
  output: string,
  name: string,
): { summary: Summary; said: { applied: boolean; exercised: boolean } } {
  try {
    return { summary: read<Summary>(join(reports, 'summary.json')), said: read(join(reports, 'mutant.json')) };
  } catch {
    throw new Error(`the run of mutant ${name} left no summary:\n${output.split('\n').slice(-8).join('\n')}`);
  }
}

/** A run that broke off proves nothing about its mutant. */
function unfinished({ name, requirement, role }: MutantFacts, error: unknown): Trial {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    row: { name, subject: role, requirement, applied: false, exercised: false, killedBy: [] },
    overkill: [reason],
  };
}

/** `assay mutants`: runs the cases of every mutant against it and prints the kill matrix; exit code 0 = all killed, every case covered. */
export async function mutantsCommand(options: MutantsCommand): Promise<number> {
  const mutants = chosen(options);
  if (mutants.length === 0) throw new UsageError('no mutant fits these options');
  const began = performance.now();
  const trials: Trial[] = [];
  const waiting = [...mutants];
  const worker = async () => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const current = mutant;
      const trial = await tryMutant(mutant).catch((error: unknown) => unfinished(current, error));
      trials.push(trial);
      const seconds = Math.round((performance.now() - began) / 1000);
      const by = trial.row.killedBy.map(({ check }) => check).join(', ');
      process.stdout.write(
        `[${trials.length}/${mutants.length}] ${isKilled(trial.row) ? 'killed  ' : 'SURVIVED'} ${mutant.name}${by === '' ? '' : `  by ${by}`}  (${seconds} s)\n`,
      );
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Number(options.parallel)) }, worker));
  return conclude(options, mutants, trials);
}

function conclude(options: MutantsCommand, mutants: readonly MutantFacts[], trials: readonly Trial[]): number {
  const whole = options.case === undefined && options.mutant === undefined;
  const implemented = [...implementedIn(scenariosIn(defaultFeatures)).keys()];
  const ids = whole ? implemented : [...new Set(mutants.flatMap(({ cases }) => cases.map(({ id }) => id)))];
  const covers = ids.map((id) => ({
    id,
    mutants: mutants.filter(({ cases }) => cases.some((each) => each.id === id)).map(({ name }) => name),
  }));
  const order = new Map(mutants.map(({ name }, index) => [name, index]));
  const rows = trials.map(({ row }) => row).sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
  const matrix = killMatrix(rows, covers);
  const text = killMatrixText(matrix);
  writeJson(join(options.reports, 'mutants.json'), matrix);
  writeFileSync(join(options.reports, 'mutants.txt'), text);
  const concerns = trials.flatMap(({ overkill }) => overkill);
  process.stdout.write(`\n${text}${concerns.length === 0 ? '' : `\n${concerns.join('\n')}\n`}`);
  const killed = rows.filter(isKilled).length;
  const uncovered = matrix.cases.filter((each) => !each.killed).length;
  process.stdout.write(
    `assay: ${killed} passed, ${rows.length - killed + uncovered + concerns.length} failed, 0 skipped\n`,
  );
  return killed === rows.length && uncovered === 0 && concerns.length === 0 ? 0 : 1;
}
