import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { factsOf } from '../check/monitors/run.ts';
import { packageRoot, type Scenario, scenariosIn, UsageError } from '../harness/index.ts';
import { difference, messagesOf, type ReferenceRun } from '../report/index.ts';
import { readTimeline } from '../timeline/index.ts';
import { defaultFeatures } from './plan.ts';

const folder = join(packageRoot, 'docs', 'reference');
const fileOf = (caseId: string): string => join(folder, `${caseId}.json`);

/** What the embedded product sent in a case when it passed; undefined where that is not known. */
export function referenceRun(caseId: string): ReferenceRun | undefined {
  const file = fileOf(caseId);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Names what a scenario says; a reference of another text is stale. */
const digestOf = ({ pickle }: Scenario): string =>
  createHash('sha256')
    .update(JSON.stringify(pickle.steps.map(({ text, argument }) => [text, argument?.dataTable?.rows ?? []])))
    .digest('hex')
    .slice(0, 16);

interface Verdicts {
  readonly cases: readonly { readonly id: string; readonly verdict: string; readonly subject?: string }[];
}

function verdictsIn(reports: string): Verdicts {
  const file = join(reports, 'summary.json');
  if (!existsSync(file))
    throw new UsageError(`--reports ${reports}: no summary.json; run the suite on the embedded products first`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** References made of the passed cases of a run on the embedded products, by case. */
function madeOf(reports: string): ReferenceRun[] {
  const scenarios = new Map(scenariosIn(defaultFeatures).map((each) => [each.id, each]));
  return verdictsIn(reports).cases.flatMap(({ id, verdict, subject = 'embedded' }) => {
    const [scenario, file] = [scenarios.get(id), join(reports, 'timeline', `${id}.jsonl`)];
    if (verdict !== 'pass' || scenario === undefined || !existsSync(file)) return [];
    const { header, events } = readTimeline(file);
    const messages = messagesOf(events, factsOf(header).sut).map(({ event, ...message }) => message);
    return [{ case: id, subject, scenario: digestOf(scenario), messages }];
  });
}

/** One message a line, so that a change is a readable difference. */
function written({ messages, ...head }: ReferenceRun): string {
  const lines = messages.map((message) => `    ${JSON.stringify(message)}`).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"messages":[\n${lines}\n]}\n`;
}

/** Why a kept reference does not fit a run that passed; undefined when it does. Order is a matter of the moment. */
function faultOf(made: ReferenceRun): string | undefined {
  const kept = referenceRun(made.case);
  if (kept === undefined) return 'has no reference run';
  if (kept.scenario !== made.scenario) return 'has another scenario than its reference run';
  const sorted = ({ messages }: ReferenceRun) =>
    [...new Set(messages.map(({ text }) => text))].sort().map((text) => ({ step: 0, text }));
  const other = difference(sorted(kept), sorted(made)).filter(({ by }) => by !== 'both');
  if (other.length === 0) return undefined;
  return `differs from its reference run: ${other.map(({ by, text }) => `${by === 'reference' ? '-' : '+'} ${text}`).join('; ')}`;
}

/** `assay reference`: keeps what the embedded products sent in the passed cases of a run, or with --check compares. */
export function referenceCommand({ reports, check }: { readonly reports: string; readonly check?: boolean }): number {
  const made = madeOf(reports);
  if (made.length === 0) throw new UsageError(`--reports ${reports}: no passed case with a timeline`);
  if (check === true) {
    const faults = made.flatMap((each) => {
      const fault = faultOf(each);
      return fault === undefined ? [] : [`${each.case} ${fault}`];
    });
    const again = '"assay start", then "assay reference", makes them anew';
    process.stdout.write(faults.length === 0 ? 'reference runs: ok\n' : `${faults.join('\n')}\n${again}\n`);
    return faults.length === 0 ? 0 : 1;
  }
  mkdirSync(folder, { recursive: true });
  for (const each of made) writeFileSync(fileOf(each.case), written(each));
  const known = new Set(scenariosIn(defaultFeatures).map(({ id }) => id));
  for (const name of readdirSync(folder)) if (!known.has(basename(name, '.json'))) rmSync(join(folder, name));
  process.stdout.write(`${made.length} reference runs in docs/reference\n`);
  return 0;
}
