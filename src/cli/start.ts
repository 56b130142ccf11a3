import { join } from 'node:path';
import {
  type BaselineEntry,
  checkPlanned,
  edition,
  errata,
  officialSchemas,
  packageVersion,
} from '../harness/index.ts';
import { exitCode, writeJson } from '../report/index.ts';
import type { Subject } from '../subject/index.ts';
import { clearSubjects, clearTimelines } from './earlier-evidence.ts';
import { embeddedPki, openEmbedded, profilesOfRuns } from './embedded.ts';
import { type Interruption, interruption } from './interruption.ts';
import { judgeCases } from './judge.ts';
import type { EmbeddedPart } from './lane-messages.ts';
import { sayOrder } from './order.ts';
import { type EmbeddedParallel, judgeApart } from './parallel-embedded.ts';
import { embeddedStatement } from './pics.ts';
import { byProfile, planRole, type RolePlan, type Selection, whyNothing } from './plan.ts';
import { warnAboutStatement } from './probe.ts';
import { incompleteWords } from './real.ts';
import { Reporting } from './reporting.ts';
import { type Tell, tellHere } from './tell.ts';

export interface EmbeddedSuite {
  readonly roles: readonly ('station' | 'csms')[];
  readonly selection: Selection;
  readonly reports: string;
  readonly personality?: string;
  readonly mutant?: string;
  /** Conformance statement laid over the personality's answers. */
  readonly pics?: string;
  readonly realTime?: boolean;
  /** Known differences of the product. */
  readonly baseline?: readonly BaselineEntry[];
  /** How often each case is judged. */
  readonly times?: number;
  /** Compatibility fails like a requirement. */
  readonly strict?: boolean;
  /** So many subjects at once, each in a process of its own; the plan is divided among them. */
  readonly parallel?: EmbeddedParallel;
  /** false = only summary and timelines. */
  readonly withReport?: boolean;
}

/** Runs the suite on the embedded subjects. Resolves with the exit code. */
export async function runEmbedded(suite: EmbeddedSuite): Promise<number> {
  const stop = interruption();
  const statements = suite.roles.map((role) => embeddedStatement(role, suite.personality, suite.pics));
  const plans = suite.roles.map((role, index) => planRole(role, suite.selection, statements[index]?.answers ?? {}));
  const total = plans.reduce((sum, { run }) => sum + run.length, 0);
  if (total === 0) {
    process.stderr.write(`assay: nothing is selected: ${whyNothing(suite.selection, plans)}\n`);
    return 3;
  }
  const { features } = suite.selection;
  suite.roles.forEach((role, index) => {
    checkPlanned(features, role, plans[index]?.run ?? [], officialSchemas());
  });
  clearTimelines(suite.reports);
  clearSubjects(suite.reports);
  const reporting = new Reporting(
    suite.reports,
    {
      suite: packageVersion,
      edition,
      errata,
      sut: { role: suite.roles[0] ?? 'station', identity: 'embedded', personality: suite.personality ?? 'ac-3ph' },
      clockFactor: suite.realTime === true ? 1 : 10,
    },
    { known: suite.baseline ?? [], whole: suite.withReport !== false },
  );
  sayOrder(suite.selection);
  const tell = tellHere(reporting, total);
  const parts = plans.map(({ run }, index) => ({ role: suite.roles[index] ?? 'station', ids: run, first: true }));
  if (suite.parallel === undefined) for (const part of parts) await judgeEmbedded(suite, part, { tell, stop });
  else await judgeApart(parts, suite.parallel, { tell, stop });
  return finish(reporting, plans, stop.requested, suite.withReport !== false);
}

/** Judges a part of the plan on an embedded subject, each case on the first security profile that can judge it. */
export async function judgeEmbedded(
  suite: EmbeddedSuite,
  { role, ids, first }: EmbeddedPart,
  { tell, stop }: { readonly tell: Tell; readonly stop: Interruption },
): Promise<void> {
  const statement = embeddedStatement(role, suite.personality, suite.pics);
  let asks = first && role === 'station' && suite.mutant === undefined;
  let said: MutantSaid = { applied: false, exercised: false };
  const pki = await embeddedPki();
  let open = ids;
  for (const securityProfile of profilesOfRuns) {
    const { can, cannot } = byProfile(open, securityProfile);
    open = cannot.map(([id]) => id);
    if (can.length === 0 || stop.requested) continue;
    const embedded = await openEmbedded({
      role,
      securityProfile,
      pki,
      reports: suite.reports,
      pics: statement.answers,
      ...(suite.personality === undefined ? {} : { personality: suite.personality }),
      ...(suite.mutant === undefined ? {} : { mutant: suite.mutant }),
      ...(suite.realTime === undefined ? {} : { realTime: suite.realTime }),
    });
    try {
      if (asks) await warnAboutStatement(embedded.run, statement);
      asks = false;
      await judgeCases({
        run: embedded.run,
        ids: can,
        features: suite.selection.features,
        stop,
        broken: suite.mutant !== undefined,
        strict: suite.strict === true,
        ...(suite.times === undefined ? {} : { repeat: { times: suite.times, reports: suite.reports } }),
        onBegin: (id) => tell.begin(id),
        onResult: (result, runs) => tell.result(result, runs),
      });
      tell.findings(embedded.run.findings);
    } finally {
      await embedded.close();
      // What the subject said last has arrived when it is gone.
      if (suite.mutant !== undefined) said = noteMutant(suite.reports, said, embedded.subject);
    }
  }
}

/** Loaded, and the seam it replaces was called: only then does a verdict say anything about the mutant. */
function noteMutant(reports: string, before: MutantSaid, { mutants }: Subject): MutantSaid {
  const said = {
    applied: before.applied || mutants.some(({ applied }) => applied === true),
    exercised: before.exercised || mutants.some(({ exercised }) => exercised === true),
  };
  writeJson(join(reports, 'mutant.json'), said);
  return said;
}
interface MutantSaid {
  readonly applied: boolean;
  readonly exercised: boolean;
}

async function finish(
  reporting: Reporting,
  plans: readonly RolePlan[],
  interrupted: boolean,
  withReport: boolean,
): Promise<number> {
  const planned = plans.reduce((sum, { run }) => sum + run.length, 0);
  for (const result of plans.flatMap(({ notApplicable }) => notApplicable)) reporting.add(result);
  reporting.closeBaseline();
  const index = withReport ? await reporting.complete(interrupted) : 'left out';
  if (!withReport) await reporting.close(interrupted);
  process.stdout.write(
    `\n${reporting
      .console(plans.flatMap(({ all }) => all))
      .trimEnd()
      .split('\n')
      .slice(0, -2)
      .join('\n')}\n`,
  );
  process.stdout.write(`\nreport: ${index}${interrupted ? incompleteWords(reporting.results, planned) : ''}\n`);
  process.stdout.write(`${reporting.console([]).trimEnd().split('\n').slice(-2).join('\n')}\n`);
  return interrupted ? 2 : exitCode(reporting.results, reporting.findings);
}
