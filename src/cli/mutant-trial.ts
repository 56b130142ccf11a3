import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CaseResult } from '../check/verdict.ts';
import type { RunPki } from '../pki/issue/index.ts';
import { type MutantTrial, type TriedCase, writeJson } from '../report/index.ts';
import { type MutantFacts, mutantsOf } from '../subject/index.ts';
import type { SecurityProfile } from '../transport/types.ts';
import { embeddedPki, openEmbedded, profilesOfRuns } from './embedded.ts';
import { judgeOnce, timedOut } from './judge.ts';
import { embeddedStatement } from './pics.ts';
import { byProfile, defaultFeatures } from './plan.ts';

interface Bench {
  readonly mutant: MutantFacts;
  readonly pki: RunPki;
  readonly reports: string;
}
interface Said {
  applied: boolean;
  exercised: boolean;
}

/** Judges these cases on one mutant until one does not pass; that subject is not used again. */
async function judgeOn(
  { mutant, pki, reports }: Bench,
  ids: readonly string[],
  how: { readonly securityProfile: SecurityProfile; readonly realTime?: boolean; readonly said: Said },
): Promise<CaseResult[]> {
  const { securityProfile, realTime = false, said } = how;
  const embedded = await openEmbedded({
    role: mutant.role,
    mutant: mutant.name,
    securityProfile,
    pki,
    reports,
    realTime,
    disposable: true,
    pics: embeddedStatement(mutant.role).answers,
  });
  const results: CaseResult[] = [];
  try {
    for (const id of ids) {
      const result = await judgeOnce(embedded.run, id, defaultFeatures, true);
      results.push(result);
      if (result.verdict !== 'pass') break;
    }
  } finally {
    await embedded.close();
    // What the subject said last has arrived when it is gone.
    said.applied ||= embedded.subject.mutants.some(({ applied }) => applied === true);
    said.exercised ||= embedded.subject.mutants.some(({ exercised }) => exercised === true);
  }
  return results;
}

const tried = ({ id, verdict, reason, checks }: CaseResult): TriedCase => ({
  id,
  verdict,
  ...(reason === undefined ? {} : { reason }),
  checks: checks.map((check) => ({ id: check.id, result: check.result })),
});

/**
 * Runs the cases of one mutant, those that must stay green first, on subjects that are thrown away after the first case that
 * does not pass. A case that must stay green and missed a deadline is judged once more in real time, on a new subject.
 */
async function tryMutant(bench: Bench): Promise<MutantTrial> {
  const { mutant } = bench;
  const said: Said = { applied: false, exercised: false };
  const declared = mutant.cases.map(({ id }) => id);
  const green = new Set(mutant.odd === true ? declared : [mutant.harmless ?? []].flat());
  const results: CaseResult[] = [];
  let open: readonly string[] = [...new Set([...green, ...declared])];
  for (const securityProfile of profilesOfRuns) {
    const { can, cannot } = byProfile(open, securityProfile);
    open = cannot.map(([id]) => id);
    for (let left = can; left.length > 0; ) {
      const judged = await judgeOn(bench, left, { securityProfile, said });
      left = left.slice(judged.length);
      for (const result of judged) {
        const again = green.has(result.id) && result.verdict !== 'pass' && timedOut(result);
        results.push(
          ...(again ? await judgeOn(bench, [result.id], { securityProfile, said, realTime: true }) : [result]),
        );
      }
    }
  }
  return { ...said, cases: results.map(tried) };
}

/**
 * Life of a worker of the kill matrix: a line with the name of a mutant on stdin, a line `done` on stdout when
 * `<reports>/<name>/trial.json` says what came of it. Ends with its stdin.
 */
export async function mutantWorker(reports: string): Promise<void> {
  // Ctrl-C at a terminal reaches every process of the group; the command waits for the trial under way, then ends its workers.
  process.on('SIGINT', () => {});
  const pki = await embeddedPki();
  for await (const name of createInterface({ input: process.stdin })) {
    const mutant = [...mutantsOf.station, ...mutantsOf.csms].find((each) => each.name === name);
    if (mutant === undefined) throw new Error(`no mutant ${name}`);
    const folder = join(reports, name);
    const trial = await tryMutant({ mutant, pki, reports: folder }).catch(
      (error: unknown): MutantTrial => ({
        applied: false,
        exercised: false,
        cases: [],
        brokenOff: error instanceof Error ? error.message : String(error),
      }),
    );
    writeJson(join(folder, 'trial.json'), trial);
    process.stdout.write('done\n');
  }
}
