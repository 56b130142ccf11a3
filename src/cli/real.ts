import type { CaseResult } from '../check/verdict.ts';
import {
  type BaselineEntry,
  type Config,
  checkPlanned,
  edition,
  errata,
  fileNameOf,
  JournalFile,
  journalPath,
  loadConfig,
  officialSchemas,
  packageVersion,
  pkiFor,
  Run,
  UsageError,
} from '../harness/index.ts';
import { exitCode } from '../report/index.ts';
import { clearSubjects, clearTimelines } from './earlier-evidence.ts';
import { type Interruption, interruption } from './interruption.ts';
import { judgeCases } from './judge.ts';
import { leave, putBackEarlier } from './leaving.ts';
import { sayOrder } from './order.ts';
import { byProfile, planRole, type RolePlan, type Selection, whyNothing } from './plan.ts';
import { warnAboutStatement } from './probe.ts';
import { Reporting } from './reporting.ts';
import { type Tell, tellHere } from './tell.ts';
import { announceStation, awaitStation, reachCsms } from './welcome.ts';

export interface RealSuite {
  readonly sut: 'station' | 'csms';
  readonly file: string;
  /** Which of the subjects under `suts` of the file. */
  readonly identity?: string;
  readonly selection: Selection;
  readonly reports: string;
  readonly allowIrreversible: boolean;
  /** Conformance statement that goes before the configuration's. */
  readonly pics?: string;
  /** Known differences of the product. */
  readonly baseline?: readonly BaselineEntry[];
  /** How often each case is judged. */
  readonly times?: number;
  /** Compatibility fails like a requirement. */
  readonly strict?: boolean;
}

/** What a run would judge on one subject. */
export interface RealPlan {
  readonly config: Config;
  readonly planned: RolePlan;
  readonly can: readonly string[];
  readonly cannot: readonly (readonly [id: string, why: string])[];
}

/** Reads the configuration and plans; a mistake in it, or in a feature of the plan, is told before anything is opened. */
export function planReal({ sut, file, identity, selection, allowIrreversible, pics }: RealSuite): RealPlan {
  const config = loadConfig(file, pics, identity);
  if (config.sut !== sut) throw new UsageError(`${file}: sut is ${config.sut}, but --sut says ${sut}`);
  const planned = planRole(sut, selection, config.pics);
  const split = byProfile(planned.run, config.securityProfile, { irreversible: allowIrreversible });
  checkPlanned(selection.features, sut, split.can, officialSchemas(), config);
  return { config, planned, ...split };
}

/** One line why nothing is left to judge; undefined when something is. */
export const nothingLeft = ({ can, cannot, planned }: RealPlan, selection: Selection): string | undefined =>
  can.length > 0 ? undefined : (cannot[0]?.join(' ') ?? whyNothing(selection, [planned]));

export interface RealRun {
  readonly stop: Interruption;
  /** The subject is there: only now may an earlier report be replaced. */
  readonly ready: () => Tell;
}

/** Judges the cases of the plan on the product. Resolves with false when it never came. */
export async function judgeReal(suite: RealSuite, plan: RealPlan, { stop, ready }: RealRun): Promise<boolean> {
  const { sut, file, selection, reports, times, strict } = suite;
  const { config, can } = plan;
  const journal =
    sut === 'station' && config.restore
      ? new JournalFile(journalPath(file, config.identity), config.identity)
      : undefined;
  const run = await Run.open({
    config,
    reports,
    pki: await pkiFor(file, config),
    ...(journal === undefined ? {} : { journal }),
  });
  try {
    if (sut === 'station') {
      announceStation(run);
      if (!(await awaitStation(run, stop))) return false;
      await putBackEarlier(run, journal?.writtenAt);
    } else if (!(await reachCsms(run))) return false;
    clearTimelines(reports);
    const tell = ready();
    if (sut === 'station' && Object.keys(config.pics).length > 0) {
      process.stdout.write('asking the station once what it says of its conformance statement ...\n');
      await warnAboutStatement(run, { answers: config.pics, sources: config.picsSources });
    }
    sayOrder(selection);
    await judgeCases({
      run,
      ids: can,
      features: selection.features,
      stop,
      strict: strict === true,
      ...(times === undefined ? {} : { repeat: { times, reports } }),
      onBegin: (id) => tell.begin(id),
      onResult: (result, runs) => tell.result(result, runs),
    });
    await leave(run);
    tell.findings(run.findings);
  } finally {
    await run.close();
  }
  return true;
}

/** The report of a run on these products, empty. */
export function openReporting({ sut, reports, baseline }: RealSuite, identities: readonly string[]): Reporting {
  const several = identities.length > 1;
  // Each of several clears its own folder when it is there.
  if (several) clearTimelines(reports);
  clearSubjects(reports, several ? identities.map(fileNameOf) : []);
  return new Reporting(
    reports,
    {
      suite: packageVersion,
      edition,
      errata,
      sut: { role: sut, identity: identities.join(', ') },
      clockFactor: 1,
      several,
    },
    { known: baseline ?? [] },
  );
}

/** What was asked for and cannot be judged on this product, with the reason. */
export function addUnjudged(reporting: Reporting, { planned, cannot }: RealPlan, subject?: string): void {
  const named = subject === undefined ? {} : { subject };
  for (const [id, reason] of cannot) {
    const title = planned.rows.find((row) => row.id === id)?.title ?? id;
    reporting.add({ id, title, verdict: 'not applicable', reason, checks: [], durationMs: 0, ...named });
  }
  for (const result of planned.notApplicable) reporting.add({ ...result, ...named });
}

/** What an interrupted run leaves out. */
export function incompleteWords(results: readonly CaseResult[], planned: number): string {
  const judged = results.filter(({ verdict }) => verdict !== 'not applicable').length;
  return ` (incomplete: the run was interrupted, ${planned - judged} of ${planned} cases were not begun)`;
}

/** Writes the report and says the outcome. Resolves with the exit code of DESIGN.md section 3. */
export async function completeReal(
  reporting: Reporting,
  { all, planned }: { readonly all: RolePlan['all']; readonly planned: number },
  interrupted: boolean,
): Promise<number> {
  reporting.closeBaseline();
  const index = await reporting.complete(interrupted);
  process.stdout.write(
    `\nreport: ${index}${interrupted ? incompleteWords(reporting.results, planned) : ''}\n\n${reporting.console(all)}`,
  );
  return interrupted ? 2 : exitCode(reporting.results, reporting.findings);
}

/** Judges the product that a configuration describes. Resolves with the exit code of DESIGN.md section 3. */
export async function runReal(suite: RealSuite): Promise<number> {
  const plan = planReal(suite);
  const nothing = nothingLeft(plan, suite.selection);
  if (nothing !== undefined) {
    process.stderr.write(`assay: nothing is selected: ${nothing}\n`);
    return 3;
  }
  const stop = interruption();
  let reporting: Reporting | undefined;
  const ready = () => {
    reporting = openReporting(suite, [plan.config.identity]);
    return tellHere(reporting, plan.can.length);
  };
  const came = await judgeReal(suite, plan, { stop, ready });
  if (!came || reporting === undefined) return 2;
  addUnjudged(reporting, plan);
  return completeReal(reporting, { all: plan.planned.all, planned: plan.can.length }, stop.requested);
}
