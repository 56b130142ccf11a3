import type {
  CaseFacts,
  CheckEvent,
  ExpectationClosed,
  ExpectationOpened,
  Sender,
  TimelineEvent,
  VerdictEvent,
} from '../../timeline/events.ts';
import { faultsOf } from '../../timeline/frame-event.ts';
import type { RunMonitors } from '../monitors/run.ts';
import type { Schemas } from '../schemas.ts';
import type { Observation } from '../types.ts';
import {
  type CheckResult,
  caseVerdict,
  causes,
  type Level,
  lattice,
  strictly,
  type Verdict,
  worstById,
} from '../verdict.ts';
import { Observer } from '../views/index.ts';
import { judgeRest } from '../whole.ts';
import { judgeAgain, type RecordedExpectation } from './expectation.ts';

/** One example of a case, judged again. */
export interface Replayed {
  /** Checks and verdict as the run left them; none when it was cut off before. */
  readonly recorded: { readonly checks: readonly CheckResult[]; readonly verdict: Verdict };
  readonly checks: readonly CheckResult[];
  readonly verdict: Verdict;
  /** Why a part of it could not be judged. */
  readonly notes: readonly string[];
}

export interface ReplayOptions {
  readonly sut: Sender;
  /** Over all cases of a run, in their order. */
  readonly monitors: RunMonitors;
  readonly schemas: Schemas;
  /** Left out: as recorded. */
  readonly strict?: boolean;
}

const levels: readonly Level[] = ['SHALL', 'SHOULD', 'MAY', 'compatibility'];
const results: readonly CheckResult['result'][] = ['pass', 'fail', 'warning', 'inconclusive', 'error', 'observation'];

/** A recorded check; a word this version does not know is an error of ours, never a pass. */
function recordedCheck({ check: id, requirement, level, result, cause, message }: CheckEvent): CheckResult {
  const known = causes.find((each) => each === cause);
  return {
    id,
    level: levels.find((each) => each === level) ?? 'SHALL',
    result: results.find((each) => each === result) ?? 'error',
    ...(requirement === undefined ? {} : { requirement }),
    ...(known === undefined ? {} : { cause: known }),
    ...(message === undefined ? {} : { message }),
  };
}

const recordedVerdict = (event: VerdictEvent | undefined): Verdict =>
  [...lattice, 'not applicable' as const].find((each) => each === event?.verdict) ?? 'none';

/** Frames held against the schemas of this version; a frame with a replaced secret keeps what was found then. */
function refreshed(event: TimelineEvent): TimelineEvent {
  if (event.type !== 'frame' || event.raw.includes('redacted:')) return event;
  return { ...event, schemaFaults: faultsOf(event.frame, event.action) };
}

/** Checks of the case that stand as recorded: they come from no expectation and are not found by looking at the whole case. */
const stands = ({ expectation, check }: CheckEvent): boolean =>
  expectation === undefined && !check.startsWith('monitor/');

class Replay {
  readonly #facts: CaseFacts;
  readonly #options: ReplayOptions;
  readonly #events: readonly TimelineEvent[];
  /** What the whole recording holds. */
  readonly #all: readonly Observation[];
  readonly #seen: Observer;
  readonly #consumed = new Set<number>();
  readonly #aside = new Set<number>();
  readonly #opened = new Map<number, ExpectationOpened>();
  readonly #checks: CheckResult[] = [];
  readonly #recorded: CheckResult[] = [];
  readonly #notes: string[] = [];
  #verdict: VerdictEvent | undefined;

  constructor(events: readonly TimelineEvent[], facts: CaseFacts, options: ReplayOptions) {
    this.#facts = facts;
    this.#options = options;
    this.#events = events;
    const observer = new Observer({ sut: options.sut });
    for (const event of afterSetting(events)) observer.feed(event);
    this.#all = observer.observations;
    this.#seen = new Observer({ sut: options.sut });
  }

  run(): Replayed {
    for (const event of afterSetting(this.#events)) this.#see(event);
    for (const { check } of this.#opened.values())
      this.#notes.push(`${check} was still waiting when the recording ended`);
    if (this.#verdict === undefined) this.#notes.push('the recording ends before the verdict');
    this.#judgeWhole();
    const strict = this.#options.strict ?? this.#facts.strict;
    const checks = worstById(this.#checks.map((check) => strictly(check, strict)));
    return {
      recorded: { checks: worstById(this.#recorded), verdict: recordedVerdict(this.#verdict) },
      checks,
      verdict: caseVerdict(checks, this.#verdict?.inapplicable),
      notes: this.#notes,
    };
  }

  #see(event: TimelineEvent): void {
    this.#seen.feed(event);
    if (event.type === 'verdict') this.#verdict = event;
    if (event.type === 'aside') for (const index of event.used) this.#setAside(index);
    if (event.type === 'check') {
      this.#recorded.push(recordedCheck(event));
      if (stands(event)) this.#checks.push(recordedCheck(event));
    }
    if (event.type === 'expectation.opened') this.#opened.set(event.expectation, event);
    if (event.type === 'expectation.closed') this.#judge(event);
  }

  #setAside(index: number): void {
    this.#consumed.add(index);
    this.#aside.add(index);
  }

  #judge(event: ExpectationClosed): void {
    const opened = this.#opened.get(event.expectation);
    if (opened === undefined) return;
    this.#opened.delete(event.expectation);
    if (opened.again === undefined || event.again === undefined) {
      this.#notes.push(`${opened.check} was recorded by a version that could not judge again`);
      return;
    }
    const { check, requirements, deadline, again: opening } = opened;
    const seen = this.#seen.observations;
    const { used, found } = this.#again({ check, requirements, deadline, opening, closing: event.again }, [
      ...seen,
      ...this.#all.slice(seen.length),
    ]);
    this.#checks.push(found);
    for (const index of used) this.#consumed.add(index);
  }

  /** What this version cannot judge is inconclusive by our own doing, never a pass. */
  #again(recorded: RecordedExpectation, observations: readonly Observation[]) {
    const { schemas, sut } = this.#options;
    const lastAt = this.#events.at(-1)?.at ?? 0;
    const consumed = this.#consumed;
    try {
      const { check, used } = judgeAgain(recorded, {
        facts: this.#facts,
        sut,
        schemas,
        observations,
        lastAt,
        events: this.#events,
        consumed,
        aside: this.#aside,
      });
      return { found: check, used };
    } catch (error) {
      const message = `cannot be judged again: ${error instanceof Error ? error.message : String(error)}`;
      const { requirement, level } = recorded.opening;
      const found: CheckResult = {
        id: recorded.check,
        requirement,
        level,
        result: 'inconclusive',
        cause: 'harness',
        message,
      };
      return { found, used: recorded.closing.used };
    }
  }

  #judgeWhole(): void {
    const { monitors, sut } = this.#options;
    this.#checks.push(...monitors.judge(this.#events.map(refreshed)).checks);
    // A sentence that was still to come might have wanted what is left.
    const ended = this.#events.findIndex(({ phase }) => phase === 'restore');
    if (ended < 0) return;
    const observer = new Observer({ sut });
    for (const event of afterSetting(this.#events.slice(0, ended))) observer.feed(event);
    this.#checks.push(...judgeRest(observer.observations, this.#consumed, sut));
  }
}

/** A case looks at what comes after its own beginning. */
function afterSetting(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  return events.slice(events.findIndex(({ type }) => type === 'setting') + 1);
}

/**
 * Judges one example of a recorded case again, with no device: every expectation at the moment of its decision, every frame
 * and everything left over by the rules of this version. What came from no expectation (a rig that failed, a prerequisite)
 * stands as recorded. Pure; undefined when the recording is older than the facts that this needs.
 */
export function replayCase(events: readonly TimelineEvent[], options: ReplayOptions): Replayed | undefined {
  const setting = events.find((event) => event.type === 'setting');
  return setting?.type === 'setting' ? new Replay(events, setting.facts, options).run() : undefined;
}
