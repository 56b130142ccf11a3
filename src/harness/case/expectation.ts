import { explain, type Judgement, type Question, type Told } from '../../check/expect/index.ts';
import { isBackground } from '../../check/leftovers.ts';
import { type Instant, show } from '../../check/match/index.ts';
import type { Observation } from '../../check/types.ts';
import type { CaseRun } from './case-run.ts';
import { matchContext } from './match-context.ts';

/** What a sentence expects, ready to be asked again and again. */
export interface Expected {
  readonly ask: (question: Question) => Judgement;
  /** What was expected, for the explanation. */
  readonly alternatives: Told['alternatives'];
  readonly requirements: readonly string[];
  /** OCPP milliseconds from now. */
  readonly withinMs: number;
  /** Wall milliseconds at least, for what happens on wall time (TLS, files). */
  readonly floorMs?: number;
  /** Index of the first observation that counts; default: the mark. */
  readonly from?: number;
  /** Whose observations count; default: the SUT's. */
  readonly all?: boolean;
}

const transportFloorMs = 3000;

/** Opens the expectation, asks at every observation, at wake-up times and at the deadline; judges and consumes. */
export async function expectNow(run: CaseRun, expected: Expected): Promise<Judgement> {
  const from = expected.from ?? run.mark;
  run.expected();
  const number = openExpectation(run, expected, from);
  const judgement = await waitFor(run, expected, from);
  if (judgement.state === 'met') consume(run, judgement.consumed);
  if (judgement.state === 'met') for (const [name, value] of judgement.remembered) run.names.remember(name, value);
  closeExpectation(run, number, judgement);
  run.judge(expected.requirements, faultOf(run, expected, judgement, from));
  return judgement;
}

function waitFor(run: CaseRun, expected: Expected, from: number): Promise<Judgement> {
  const { clock, inbox } = run;
  const deadline = clock.now() + Math.max(expected.withinMs, (expected.floorMs ?? 0) * clock.factor);
  return new Promise((resolve, reject) => {
    let cancelWake = () => {};
    const cancelDeadline = clock.after(deadline - clock.now(), () => ask(deadline));
    const stop = inbox.onNew(() => ask());
    const end = () => {
      stop();
      cancelWake();
      cancelDeadline();
    };
    const ask = (now = Math.min(clock.now(), deadline)) => {
      try {
        const judgement = expected.ask(question(run, expected, moved(run, expected, from), now, deadline));
        const decided = judgement.state === 'failed' || (judgement.state === 'met' && !judgement.mayStillChange);
        cancelWake();
        if (decided || now >= deadline) {
          end();
          return resolve(judgement);
        }
        if (judgement.wakeAt !== undefined)
          cancelWake = clock.after(judgement.wakeAt - clock.now(), () => ask(judgement.wakeAt));
      } catch (error) {
        end();
        reject(error);
      }
    };
    ask();
  });
}

/** A reboot while an expectation waits moves its mark along, unless it counts from a CALL of ours. */
const moved = (run: CaseRun, { from }: Expected, opened: number): number =>
  from === undefined ? Math.max(opened, run.mark) : opened;

function question(run: CaseRun, { all }: Expected, from: number, now: number, deadline: number): Question {
  const { inbox, sut } = run;
  const counts = ({ sender }: Observation) => all === true || sender === sut;
  return {
    candidates: inbox.since(from).filter(counts),
    history: inbox.all.slice(0, from).filter(counts),
    now,
    deadline,
    mark: previousMatch(run, from),
    context: matchContext(run),
    background: (observation) =>
      isBackground(observation, { connectorStatus: (evse, connector) => connectorTruth(run, evse, connector) }),
  };
}

/** What a gap counts from: the previous match since the mark, else the mark. */
function previousMatch({ lastMatch, markedAt, inbox }: CaseRun, from: number): Instant {
  if (lastMatch !== undefined && lastMatch.index >= from) return lastMatch;
  return { at: Math.max(markedAt, inbox.all[from - 1]?.at ?? 0) };
}

function consume(run: CaseRun, indexes: readonly number[]): void {
  run.inbox.consume(indexes);
  const newest = Math.max(...indexes);
  run.lastMatch = run.inbox.all[newest] ?? run.lastMatch;
}

/** What the rig says a connector's status should be; used to tell background reports from news. */
function connectorTruth({ progress, config, statusWithoutCable }: CaseRun, evse: number, connector: number): string {
  const { cables } = progress;
  if (!cables.has(evse)) return statusWithoutCable;
  const unnamed = evse === config.fixtures.evse ? config.fixtures.connector : 1;
  return (cables.get(evse) ?? unnamed) === connector ? 'Occupied' : statusWithoutCable;
}

let expectations = 0;

function openExpectation(run: CaseRun, expected: Expected, from: number): number {
  expectations += 1;
  run.setting.timeline.append({
    type: 'expectation.opened',
    expectation: expectations,
    check: run.checks.idFor(run.step, run.sentence),
    requirements: expected.requirements,
    matcher: {
      sentence: run.sentence,
      alternatives: expected.alternatives.map(({ event, rows }) => ({
        event,
        rows: rows.map(({ label, cell }) => [label, cell.text]),
      })),
    },
    mark: run.inbox.all[from - 1]?.sequence ?? 0,
    deadline: run.clock.now() + expected.withinMs,
  });
  return expectations;
}

function closeExpectation(run: CaseRun, expectation: number, judgement: Judgement): void {
  const sequences = judgement.consumed.flatMap((index) => run.inbox.all[index]?.sequence ?? []);
  const timeout = judgement.misses.length === 0;
  run.setting.timeline.append({
    type: 'expectation.closed',
    expectation,
    result: judgement.state === 'met' ? 'met' : timeout ? 'timeout' : 'mismatch',
    events: sequences,
    ...(judgement.reason === undefined ? {} : { message: judgement.reason }),
  });
}

function faultOf(run: CaseRun, expected: Expected, judgement: Judgement, from: number) {
  if (judgement.state === 'met') return undefined;
  const { sentence, inbox } = run;
  const arrived = inbox.since(from).filter(({ sender }) => sender === run.sut);
  const miss = judgement.misses[0] ?? judgement.nearest;
  return {
    message: explain(
      { sentence, requirements: expected.requirements, alternatives: expected.alternatives, arrived },
      judgement,
    ),
    expected: expected.alternatives
      .map(({ event, rows }) => `${event} ${rows.map(({ label, cell }) => `${label} ${cell.text}`).join('; ')}`)
      .join(' | '),
    actual:
      miss === undefined
        ? (judgement.reason ?? 'nothing came')
        : `${miss.observation.name} ${show(miss.observation.fields)}`,
    events: miss === undefined ? [] : [miss.observation.sequence],
    ...(judgement.misses.length === 0 ? { late: true } : {}),
  };
}

/** Wall-time floor for what depends on TLS, HTTP or a file transfer. */
export function floorFor(names: readonly string[]): number {
  return names.some((name) => /attempt|disconnection|file|Response|Request/.test(name)) ? transportFloorMs : 0;
}
