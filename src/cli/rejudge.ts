import { basename, dirname } from 'node:path';
import { examplesOf, factsOf, RunMonitors } from '../check/monitors/run.ts';
import { type Change, changesBetween, replayCase } from '../check/replay/index.ts';
import { type Verdict, worse } from '../check/verdict.ts';
import { officialSchemas, packageVersion, UsageError } from '../harness/index.ts';
import { type ReadTimeline, readTimeline, TimelineFileError } from '../timeline/index.ts';

export interface RejudgeCommand {
  readonly json?: boolean;
  readonly strict?: boolean;
}
/** What judging one recorded case again gave. */
export interface Rejudged {
  readonly file: string;
  readonly case: string;
  /** Suite that recorded it. */
  readonly suite: string;
  readonly state: 'same' | 'changed' | 'incomplete' | 'unreadable';
  readonly before: Verdict;
  readonly now: Verdict;
  readonly checks: number;
  readonly changes: readonly Change[];
  readonly notes: readonly string[];
}

/** The worst of the examples of a case. */
const worst = ([first = 'none', ...others]: readonly Verdict[]): Verdict => others.reduce(worse, first);

interface Read extends ReadTimeline {
  readonly file: string;
}

/** Judges one recorded case again; `monitors` have seen the earlier cases of its run. */
function rejudge(
  { file, header, events, truncated }: Read,
  monitors: RunMonitors,
  strict: boolean | undefined,
): Rejudged {
  const { sut } = factsOf(header);
  const options = { sut, monitors, schemas: officialSchemas(), ...(strict === undefined ? {} : { strict }) };
  const examples = examplesOf(events).map((each) => replayCase(each, options));
  const judged = examples.flatMap((each) => each ?? []);
  const notes = [
    ...(header.complete ? [] : ['the run ended before this case did']),
    ...(truncated === undefined ? [] : [truncated]),
    ...(judged.length === examples.length && examples.length > 0
      ? []
      : [`recorded by suite ${header.suite} without what judging again needs`]),
    ...judged.flatMap((each) => each.notes),
  ];
  const changes = judged.flatMap(({ recorded, checks }) => changesBetween(recorded.checks, checks));
  const before = worst(judged.map(({ recorded }) => recorded.verdict));
  // A recording that is not whole is never green.
  const now = worst([
    ...judged.map(({ verdict }) => verdict),
    ...(notes.length > 0 ? (['inconclusive'] as const) : []),
  ]);
  return {
    file,
    case: header.case,
    suite: header.suite,
    state: notes.length > 0 ? 'incomplete' : changes.length > 0 ? 'changed' : 'same',
    before,
    now,
    checks: judged.reduce((sum, { checks }) => sum + checks.length, 0),
    changes,
    notes,
  };
}

/** One bad file does not cost the others. */
function read(file: string): Read | Rejudged {
  try {
    return { file, ...readTimeline(file) };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!missing && !(error instanceof TimelineFileError)) throw error;
    const note = missing ? `${file}: no such file` : error.message;
    const nothing = { before: 'none', now: 'none', checks: 0, changes: [] } as const;
    return { file, case: basename(file, '.jsonl'), suite: '', state: 'unreadable', ...nothing, notes: [note] };
  }
}

/** Cases of one run, in the order in which they ran: some monitors remember what earlier ones have shown. */
function runsIn(all: readonly Read[]): Read[][] {
  const runs = new Map<string, Read[]>();
  for (const each of all) {
    const { configDigest, identity, suite } = each.header;
    const key = JSON.stringify([dirname(each.file), configDigest, identity, suite]);
    runs.set(key, [...(runs.get(key) ?? []), each]);
  }
  const began = ({ events }: Read) => events[0]?.at ?? 0;
  return [...runs.values()].map((cases) => cases.sort((a, b) => began(a) - began(b)));
}

/** Judges timeline files again; answers come in the order of the files. */
export function rejudgeFiles(files: readonly string[], strict: boolean | undefined): Rejudged[] {
  const all = files.map(read);
  const judged = new Map<string, Rejudged>();
  for (const cases of runsIn(all.flatMap((each) => ('header' in each ? [each] : [])))) {
    const monitors = new RunMonitors(cases[0] === undefined ? { sut: 'CSMS' } : factsOf(cases[0].header));
    for (const each of cases) judged.set(each.file, rejudge(each, monitors, strict));
  }
  return all.flatMap((each) => ('header' in each ? (judged.get(each.file) ?? []) : each));
}

function changeLine({ check, requirement, before, now, message }: Change): string {
  const head = `    ${check}${requirement === undefined ? '' : ` [${requirement}]`}: ${before ?? 'not there'} -> ${now ?? 'gone'}`;
  const why = now === 'pass' || message === undefined ? '' : `\n      ${message.split('\n').slice(0, 2).join(' ')}`;
  return `${head}${why}`;
}

function told({ case: id, state, before, now, checks, changes, notes }: Rejudged): string {
  const verdicts = state === 'same' ? now : `${before} -> ${now}`;
  const lines = [
    `${state.padEnd(10)} ${id}  ${verdicts}  (${checks} checks)`,
    ...changes.map(changeLine),
    ...notes.map((note) => `    ${note}`),
  ];
  return lines.join('\n');
}

/**
 * `assay judge FILES`: judges recorded runs again and says what changed. Exit code 0 = all as recorded, 1 = something
 * changed, 2 = a recording is incomplete, 3 = a file is no timeline; the others are judged all the same.
 */
export function rejudgeCommand(files: readonly string[], { json, strict }: RejudgeCommand): number {
  if (files.length === 0) throw new UsageError('judge: name timeline files, such as reports/timeline/*.jsonl');
  const all = rejudgeFiles(files, strict);
  const count = (state: Rejudged['state']) => all.filter((each) => each.state === state).length;
  const unreadable = count('unreadable');
  if (json === true) process.stdout.write(`${JSON.stringify({ suite: packageVersion, cases: all }, undefined, 2)}\n`);
  else
    process.stdout.write(
      `${all.map(told).join('\n')}\nassay: ${count('same')} same, ${count('changed')} changed, ${count('incomplete')} incomplete${unreadable === 0 ? '' : `, ${unreadable} unreadable`}\n`,
    );
  if (unreadable > 0) return 3;
  if (count('incomplete') > 0) return 2;
  return count('changed') > 0 ? 1 : 0;
}
