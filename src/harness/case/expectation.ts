import { alternativesIn, type Claim, faultOf, judgeClaim } from '../../check/claim/index.ts';
import { type Judgement, type Question, quietMs } from '../../check/expect/index.ts';
import { isBackground, statusIn } from '../../check/leftovers.ts';
import type { Instant } from '../../check/match/index.ts';
import type { CaseRun } from './case-run.ts';
import { closeExpectation, openExpectation } from './evidence.ts';
import { Recorder } from './recorder.ts';
import { connectorTruth } from './seen.ts';

/** What a sentence expects, ready to be asked again and again. */
export interface Expected {
  readonly claim: Claim;
  readonly requirements: readonly string[];
  /** OCPP milliseconds from now. */
  readonly withinMs: number;
  /** Wall milliseconds at least, for what happens on wall time (TLS, files). */
  readonly floorMs?: number;
  /** Index of the first observation that counts; default: the mark. */
  readonly from?: number;
}

/** A judgement, and everything it was made from. */
interface Decision {
  readonly judgement: Judgement;
  readonly question: Question;
  readonly from: number;
  /** How many observations there were. */
  readonly end: number;
  readonly recorder: Recorder;
}

const transportFloorMs = 3000;

/** Opens the expectation, asks at every observation, at wake-up times and at the deadline; judges and consumes. */
export async function expectNow(run: CaseRun, expected: Expected): Promise<Judgement> {
  const { claim, requirements } = expected;
  const from = expected.from ?? run.mark;
  run.expected();
  const deadline = run.clock.now() + Math.max(expected.withinMs, (expected.floorMs ?? 0) * run.clock.factor);
  const alternatives = alternativesIn(claim);
  const opened = openExpectation(run, {
    claim,
    requirements,
    alternatives,
    rows: alternatives.flatMap(({ rows }) => rows),
    from,
    deadline,
  });
  const decision = await waitFor(run, expected, from, deadline);
  const { judgement, recorder } = decision;
  if (judgement.state === 'met') consume(run, judgement.consumed);
  if (judgement.state === 'met') for (const [name, value] of judgement.remembered) run.names.remember(name, value);
  const timeout = judgement.misses.length === 0;
  closeExpectation(run, opened, {
    result: judgement.state === 'met' ? 'met' : timeout ? 'timeout' : 'mismatch',
    reason: judgement.reason,
    consumed: judgement.consumed,
    recorder,
    now: decision.question.now,
    from: decision.from,
    end: decision.end,
    since: decision.question.mark,
  });
  const arrived = run.inbox.since(from).filter(({ sender }) => sender === run.sut);
  const fault = faultOf(claim, judgement, { sentence: run.sentence, requirements, arrived });
  run.judge(requirements, fault, 'SHALL', opened.expectation);
  return judgement;
}

function waitFor(run: CaseRun, expected: Expected, from: number, deadline: number): Promise<Decision> {
  const { clock, inbox } = run;
  return new Promise((resolve, reject) => {
    let cancelWake = () => {};
    let forget = () => {};
    const cancelDeadline = clock.after(deadline - clock.now(), () => ask(deadline));
    const stop = inbox.onNew(() => ask());
    const end = () => {
      stop();
      cancelWake();
      cancelDeadline();
      forget();
    };
    let mark = from;
    const ask = (now = Math.min(clock.now(), deadline)) => {
      try {
        const before = beforeReboot(run, expected, mark, deadline);
        if (before !== undefined) {
          end();
          return resolve(before);
        }
        mark = moved(run, expected, from);
        const decision = decide(run, expected, mark, now, deadline);
        const { judgement } = decision;
        const decided = judgement.state === 'failed' || (judgement.state === 'met' && !judgement.mayStillChange);
        cancelWake();
        if (decided || now >= deadline) {
          end();
          return resolve(decision);
        }
        if (judgement.wakeAt !== undefined)
          cancelWake = clock.after(judgement.wakeAt - clock.now(), () => ask(judgement.wakeAt));
      } catch (error) {
        end();
        reject(error);
      }
    };
    let stopped = false;
    forget = run.interrupt.onStop((reason) => {
      stopped = true;
      end();
      reject(reason);
    });
    if (!stopped) ask();
  });
}

/** A reboot while an expectation waits moves its mark along, unless it counts from a CALL of ours. */
const moved = (run: CaseRun, { from }: Expected, opened: number): number =>
  from === undefined ? Math.max(opened, run.mark) : opened;

/** A reboot closes what was complete and only waited for quiet: nothing more of that session will follow. */
function beforeReboot(run: CaseRun, expected: Expected, mark: number, deadline: number): Decision | undefined {
  const next = moved(run, expected, mark);
  if (next === mark) return undefined;
  const quiet = Math.min(run.clock.now() + quietMs, deadline);
  const decision = decide(run, expected, mark, quiet, deadline, next);
  return decision.judgement.state === 'met' ? decision : undefined;
}

/** `end`: the first observation that does not count any more. */
function decide(
  run: CaseRun,
  { claim }: Expected,
  from: number,
  now: number,
  deadline: number,
  end = run.inbox.end,
): Decision {
  const { inbox, sut } = run;
  const theirs = inbox.all.filter(({ sender, index }) => sender === sut && index < end);
  const recorder = new Recorder(run);
  const truth = connectorTruth(run);
  const connectorStatus = (evse: number, connector: number) => statusIn(truth, evse, connector);
  const question: Question = {
    candidates: inbox.since(from).filter(({ sender, index }) => sender === sut && index < end),
    history: theirs.filter(({ index }) => index < from),
    now,
    deadline,
    mark: previousMatch(run, from),
    context: recorder.context,
    background: (observation) => isBackground(observation, { connectorStatus }),
  };
  const ofTheCase = theirs.filter(({ index }) => !inbox.aside.has(index));
  return { judgement: judgeClaim(claim, question, ofTheCase), question, from, end, recorder };
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

/** Wall-time floor for what depends on TLS, HTTP or a file transfer. */
export function floorFor(names: readonly string[]): number {
  return names.some((name) => /attempt|disconnection|file|Response|Request/.test(name)) ? transportFloorMs : 0;
}
