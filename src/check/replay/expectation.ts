import type { Closing, Opening } from '../../timeline/events.ts';
import {
  type Claim,
  checkOf,
  type FactClaim,
  factObservation,
  faultOf,
  judgeClaim,
  judgeFacts,
  readClaim,
} from '../claim/index.ts';
import type { Judgement, Question } from '../expect/index.ts';
import { isBackground, statusIn } from '../leftovers.ts';
import type { Observation } from '../types.ts';
import type { CheckResult } from '../verdict.ts';
import { type RecordedCase, replayContext } from './context.ts';

/** A recorded expectation with how it ended. */
export interface RecordedExpectation {
  readonly check: string;
  readonly requirements: readonly string[];
  readonly deadline: number;
  readonly opening: Opening;
  readonly closing: Closing;
}

/** A recorded case at one moment: what was used up by then, and what the harness had set aside for its own work. */
type Now = RecordedCase & { readonly consumed: ReadonlySet<number>; readonly aside: ReadonlySet<number> };

/** What judging it again gave. */
export interface JudgedAgain {
  readonly check: CheckResult;
  /** Indexes of observations that are used up from here on. */
  readonly used: readonly number[];
}

const isFact = (claim: Claim | FactClaim): claim is FactClaim =>
  claim.kind === 'connection' || claim.kind === 'rig' || claim.kind === 'shown' || claim.kind === 'rule';

/**
 * Judges a recorded expectation again, at the moment of the recorded decision.
 * @param now what had been observed by then and later: the judgement waits on where this version would still wait
 * Throws UnreadableClaim, TestDesignError or NotRecorded when the recording does not hold what this version asks for.
 */
export function judgeAgain(recorded: RecordedExpectation, now: Now): JudgedAgain {
  const { check: id, requirements, opening, closing } = recorded;
  const { requirement, level, blame } = opening;
  const claim = readClaim(opening.claim);
  const place = { id, requirement, level, blame };
  if (isFact(claim)) {
    const context = replayContext(now, opening, closing, closing.end);
    const fault = judgeFacts(claim, closing.looked ?? {}, {
      context,
      now: closing.now,
      observation: factObservation(now.sut, closing.end, closing.now),
      timelineRule: context.timelineRule,
    });
    return { check: checkOf(place, fault), used: [] };
  }
  const { judgement, end, complete } = decide(claim, recorded, now);
  if (!complete)
    return {
      check: {
        ...place,
        result: 'inconclusive',
        cause: 'harness',
        message: 'this version would wait longer than the recording lasts',
      },
      used: closing.used,
    };
  const arrived = now.observations
    .slice(0, end)
    .filter((each) => each.index >= closing.from && each.sender === now.sut && !now.consumed.has(each.index));
  const fault = faultOf(claim, judgement, { sentence: opening.sentence, requirements, arrived });
  return { check: checkOf(place, fault), used: judgement.state === 'met' ? judgement.consumed : closing.used };
}

/** Asks at the recorded moment; where that leaves it open, at every later observation and at the deadline. */
function decide(
  claim: Claim,
  { opening, closing, deadline }: RecordedExpectation,
  now: Now,
): { readonly judgement: Judgement; readonly end: number; readonly complete: boolean } {
  const theirs = now.observations.filter(({ sender }) => sender === now.sut);
  const connectorStatus = (evse: number, connector: number) => statusIn(opening.connectors, evse, connector);
  const ask = (at: number, end: number): Judgement => {
    const before = theirs.filter(({ index }) => index < end);
    const question: Question = {
      candidates: before.filter(({ index }) => index >= closing.from && !now.consumed.has(index)),
      history: before.filter(({ index }) => index < closing.from),
      now: at,
      deadline,
      mark: closing.since,
      context: replayContext(now, opening, closing, end),
      background: (observation) => isBackground(observation, { connectorStatus }),
    };
    return judgeClaim(
      claim,
      question,
      before.filter(({ index }) => !now.aside.has(index)),
    );
  };
  const later: readonly Observation[] = now.observations.slice(closing.end).filter(({ at }) => at < deadline);
  const moments = [
    { at: closing.now, end: closing.end },
    ...later.map(({ at, index }) => ({ at: Math.max(at, closing.now), end: index + 1 })),
    { at: deadline, end: closing.end + later.length },
  ];
  for (const { at, end } of moments) {
    const judgement = ask(at, end);
    if (judgement.state !== 'waiting') return { judgement, end, complete: at === closing.now || at <= now.lastAt };
  }
  return { judgement: ask(deadline, now.observations.length), end: now.observations.length, complete: true };
}
