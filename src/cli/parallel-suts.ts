import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseResult } from '../check/verdict.ts';
import { fileNameOf, packageRoot, runPki, UsageError } from '../harness/index.ts';
import type { RunFinding } from '../report/index.ts';
import { interruption } from './interruption.ts';
import type { FromLane } from './lane-messages.ts';
import { type Lane, type LaneEnd, runLanes } from './lanes.ts';
import { unjudged } from './parallel-embedded.ts';
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

/** Stations that connect at the same time need ports of their own. */
export function portsApart(plans: readonly RealPlan[], file: string): void {
  const taken = new Map<number, string>();
  for (const { config } of plans) {
    const { ports, filePort } = config.listen;
    for (const port of config.sut === 'station' ? [...Object.values(ports), filePort] : []) {
      const other = taken.get(port);
      if (port !== 0 && other !== undefined && other !== config.identity)
        throw new UsageError(
          `${file}: ${other} and ${config.identity} both get port ${port}; give each its own "listen" under suts, or use --parallel 1`,
        );
      taken.set(port, config.identity);
    }
  }
}

/** Results of one subject as the common report has them: named after it, evidence in its folder. */
const placed =
  (identity: string) =>
  (result: CaseResult): CaseResult => ({
    ...result,
    subject: identity,
    ...(result.timeline === undefined ? {} : { timeline: `${fileNameOf(identity)}/${result.timeline}` }),
  });
const named =
  (identity: string) =>
  (finding: RunFinding): RunFinding => ({ ...finding, message: `${identity}: ${finding.message ?? finding.id}` });

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
  if (atOnce > 1) portsApart(open, suite.file);
  if (!existsSync(join(packageRoot, 'certs', 'run', 'manifest.json'))) await runPki(first.config);
  const stop = interruption();
  let reporting: Reporting | undefined;
  let tell: Tell | undefined;
  const telling = () => {
    reporting ??= openReporting(suite, identities);
    tell ??= tellHere(
      reporting,
      open.reduce((sum, { can }) => sum + can.length, 0),
      true,
    );
    return tell;
  };
  const judged = new Map(open.map(({ config }) => [config.identity, new Set<string>()]));
  const lanes = open.map(({ config: { identity } }): Lane => {
    const hear = (message: FromLane) => {
      const to = telling();
      if (message.type === 'result') {
        judged.get(identity)?.add(message.result.id);
        to.result(placed(identity)(message.result), message.runs.map(placed(identity)));
      } else if (message.type === 'findings') to.findings(message.findings.map(named(identity)));
    };
    const job = { options: { ...options, reports: join(suite.reports, fileNameOf(identity)) }, identity };
    return { job, prefix: `[${identity}] `, asks: atOnce === 1, hear };
  });
  const ends = await runLanes(lanes, atOnce, stop);
  if (tell === undefined || reporting === undefined) return toldFaults(ends);
  for (const [index, { can, config }] of open.entries()) {
    const { identity } = config;
    const left = stop.requested ? [] : can.filter((id) => judged.get(identity)?.has(id) !== true);
    for (const result of unjudged(left, ends[index]).map(placed(identity))) tell.result(result, [result]);
  }
  for (const plan of plans) addUnjudged(reporting, plan, plan.config.identity);
  return completeReal(reporting, first.planned.all, stop.requested);
}

/** No subject came: the earlier report stays as it is. */
function toldFaults(ends: readonly (LaneEnd | undefined)[]): number {
  const faults = ends.flatMap((end) =>
    end !== undefined && 'came' in end && end.fault !== undefined ? [end.fault] : [],
  );
  for (const { text } of faults) process.stderr.write(`assay: ${text}\n`);
  return faults.length > 0 && faults.every(({ exitCode }) => exitCode === 3) ? 3 : 2;
}
