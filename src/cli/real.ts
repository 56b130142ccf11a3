import {
  type BaselineEntry,
  checkPlanned,
  edition,
  errata,
  JournalFile,
  journalPath,
  loadConfig,
  officialSchemas,
  packageVersion,
  Run,
  UsageError,
} from '../harness/index.ts';
import { exitCode } from '../report/index.ts';
import { interruption } from './interruption.ts';
import { judgeCases } from './judge.ts';
import { leave, putBackEarlier } from './leaving.ts';
import { Live } from './live.ts';
import { sayOrder } from './order.ts';
import { byProfile, planRole, type Selection, whyNothing } from './plan.ts';
import { warnAboutStatement } from './probe.ts';
import { Reporting } from './reporting.ts';
import { announceStation, awaitStation, reachCsms } from './welcome.ts';

export interface RealSuite {
  readonly sut: 'station' | 'csms';
  readonly file: string;
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

/** Judges the product that a configuration describes. Resolves with the exit code of DESIGN.md section 3. */
export async function runReal(suite: RealSuite): Promise<number> {
  const { sut, file, selection, reports, allowIrreversible, pics, baseline, times, strict } = suite;
  const config = loadConfig(file, pics);
  if (config.sut !== sut) throw new UsageError(`${file}: sut is ${config.sut}, but --sut says ${sut}`);
  const planned = planRole(sut, selection, config.pics);
  const { can, cannot } = byProfile(planned.run, config.securityProfile, { irreversible: allowIrreversible });
  if (can.length === 0) {
    process.stderr.write(`assay: nothing is selected: ${cannot[0]?.join(' ') ?? whyNothing(selection, [planned])}\n`);
    return 3;
  }
  checkPlanned(selection.features, sut, can, officialSchemas(), config);
  const stop = interruption();
  const journal =
    sut === 'station' && config.restore
      ? new JournalFile(journalPath(file, config.identity), config.identity)
      : undefined;
  const run = await Run.open({ config, reports, ...(journal === undefined ? {} : { journal }) });
  let reporting: Reporting;
  try {
    if (sut === 'station') {
      announceStation(run);
      if (!(await awaitStation(run, stop))) return 2;
      await putBackEarlier(run, journal?.writtenAt);
    } else if (!(await reachCsms(run))) return 2;
    // Only now: a SUT that never came leaves the earlier report as it is.
    reporting = new Reporting(
      reports,
      {
        suite: packageVersion,
        edition,
        errata,
        sut: { role: sut, identity: config.identity },
        clockFactor: 1,
      },
      { known: baseline ?? [] },
    );
    if (sut === 'station' && Object.keys(config.pics).length > 0) {
      process.stdout.write('asking the station once what it says of its conformance statement ...\n');
      await warnAboutStatement(run, { answers: config.pics, sources: config.picsSources });
    }
    sayOrder(selection);
    const live = new Live(can.length);
    await judgeCases({
      run,
      ids: can,
      features: selection.features,
      stop,
      strict: strict === true,
      ...(times === undefined ? {} : { repeat: { times, reports } }),
      onBegin: (id) => live.begin(id),
      onResult: (result, runs) => live.end(reporting.add(result, runs)),
    });
    await leave(run);
  } finally {
    await run.close();
  }
  reporting.addFindings(run.findings);
  for (const [id, reason] of cannot) {
    reporting.add({
      id,
      title: planned.rows.find((row) => row.id === id)?.title ?? id,
      verdict: 'not applicable',
      reason,
      checks: [],
      durationMs: 0,
    });
  }
  for (const result of planned.notApplicable) reporting.add(result);
  reporting.closeBaseline();
  const index = await reporting.complete(stop.requested);
  process.stdout.write(
    `\nreport: ${index}${stop.requested ? ' (incomplete: the run was interrupted)' : ''}\n\n${reporting.console(planned.all)}`,
  );
  return stop.requested ? 2 : exitCode(reporting.results, reporting.findings);
}
