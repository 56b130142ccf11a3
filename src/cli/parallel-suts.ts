import { join } from 'node:path';
import type { CaseResult } from '../check/verdict.ts';
import { type Config, fileNameOf, sharedRoots, UsageError } from '../harness/index.ts';
import type { RunFinding } from '../report/index.ts';
import type { Fault } from './faults.ts';
import { interruption } from './interruption.ts';
import { LaneBook } from './lane-book.ts';
import type { FromLane } from './lane-messages.ts';
import { type Lane, type LaneEnd, runLanes } from './lanes.ts';
import {
  addUnjudged,
  completeReal,
  nothingLeft,
  openReporting,
  planReal,
  type RealPlan,
  type RealSuite,
} from './real.ts';
import type { Reporting } from './reporting.ts';
import type { RunCommand } from './run.ts';
import { type Tell, tellHere } from './tell.ts';

const asksAtTerminal = ({ config }: RealPlan): boolean =>
  (config.sut === 'station' ? config.rig.driver : config.operator.driver) === 'prompt';

/** How many at once: `--parallel`, else all, or one where a person moves them. Two at one terminal are wrong use. */
export function atOnceOf(plans: readonly RealPlan[], parallel: number | undefined): number {
  const byHand = plans.find(asksAtTerminal);
  const wanted = parallel ?? (byHand === undefined ? plans.length : 1);
  if (wanted === 1 || byHand === undefined) return wanted;
  throw new UsageError(
    `--parallel ${wanted}: ${byHand.config.identity} is moved by hand (driver: prompt), and a terminal asks for one subject at a time; leave --parallel out`,
  );
}

const everywhere = new Set(['0.0.0.0', '::']);
const meet = (one: Config, other: Config): boolean =>
  one.listen.host === other.listen.host || everywhere.has(one.listen.host) || everywhere.has(other.listen.host);

/** Stations at the same time need ports and hands of their own. */
export function keptApart(plans: readonly RealPlan[], file: string): void {
  const stations = plans.map(({ config }) => config).filter(({ sut }) => sut === 'station');
  for (const [index, config] of stations.entries())
    for (const other of stations.slice(0, index)) {
      const taken = [...Object.values(other.listen.ports), other.listen.filePort];
      const port = [...Object.values(config.listen.ports), config.listen.filePort].find(
        (each) => each !== 0 && taken.includes(each) && meet(config, other),
      );
      const both = `${file}: ${other.identity} and ${config.identity} both get`;
      if (port !== undefined)
        throw new UsageError(`${both} port ${port}; give each its own "listen" under suts, or use --parallel 1`);
      if (config.rig.url !== undefined && config.rig.url === other.rig.url)
        throw new UsageError(`${both} the rig at ${config.rig.url}; give each its own "rig" under suts`);
    }
}

/** Results of one subject as the common report has them: named after it, evidence in its folder. */
const placed =
  ({ identity, subject }: Config) =>
  (result: CaseResult): CaseResult => ({
    ...result,
    subject,
    ...(result.timeline === undefined ? {} : { timeline: `${fileNameOf(identity)}/${result.timeline}` }),
  });
const named =
  ({ subject }: Config) =>
  (finding: RunFinding): RunFinding => ({ ...finding, message: `${subject}: ${finding.message ?? finding.id}` });

/** Judges the subjects under `suts`, the whole plan on each, each in a process of its own. Resolves with the exit code. */
export async function runSuts(
  suite: RealSuite,
  identities: readonly string[],
  { options, parallel }: { readonly options: RunCommand; readonly parallel: number | undefined },
): Promise<number> {
  const plans = identities.map((identity) => planReal({ ...suite, identity }));
  const open = plans.filter((plan) => nothingLeft(plan, suite.selection) === undefined);
  const [first] = plans;
  if (first === undefined || open.length === 0) {
    process.stderr.write(
      `assay: nothing is selected: ${first === undefined ? 'no subject' : nothingLeft(first, suite.selection)}\n`,
    );
    return 3;
  }
  const atOnce = atOnceOf(open, parallel);
  if (atOnce > 1) keptApart(open, suite.file);
  await sharedRoots(first.config);
  const planned = open.reduce((sum, { can }) => sum + can.length, 0);
  const stop = interruption();
  let reporting: Reporting | undefined;
  let tell: Tell | undefined;
  const telling = () => {
    reporting ??= openReporting(suite, identities);
    tell ??= tellHere(reporting, planned);
    return tell;
  };
  const books = open.map(
    ({ can, config }) =>
      new LaneBook({ ids: can, tell: telling, result: placed(config), finding: named(config), here: false }),
  );
  const { order } = suite.selection;
  const again = order?.kind === 'random' ? { seed: String(order.seed) } : {};
  const lanes = open.map(({ config: { identity } }, index): Lane => {
    const job = { options: { ...options, ...again, reports: join(suite.reports, fileNameOf(identity)) }, identity };
    const hear = (message: FromLane) => books[index]?.hear(message);
    return { job, prefix: `[${identity}] `, asks: atOnce === 1, hear };
  });
  const ends = await runLanes(lanes, atOnce, stop);
  if (reporting === undefined) return toldFaults(ends);
  if (!stop.requested) for (const [index, book] of books.entries()) book.close(ends[index]);
  for (const plan of plans) addUnjudged(reporting, plan, plan.config.subject);
  return completeReal(reporting, { all: first.planned.all, planned }, stop.requested);
}

/** No subject came: the earlier report stays as it is. Wrong use only if that is what kept every one away. */
function toldFaults(ends: readonly (LaneEnd | undefined)[]): number {
  const faults = ends.map((end): Fault | undefined => {
    if (end === undefined) return undefined;
    return 'gone' in end ? { text: `a process ended: ${end.gone}`, exitCode: 2 } : end.fault;
  });
  for (const fault of faults) if (fault !== undefined) process.stderr.write(`assay: ${fault.text}\n`);
  return faults.every((fault) => fault?.exitCode === 3) ? 3 : 2;
}
