import { errorCodes } from '../ocpp/index.ts';
import type { FrameEvent, Phase, Sender, TimelineEvent } from '../timeline/events.ts';
import type { CheckResult } from './verdict.ts';

/** What is wrong with a frame as such, in words; undefined when nothing is. */
function faultOf({ frame, schemaFaults, action }: FrameEvent): string | undefined {
  if (frame.kind === 'malformed') return `malformed frame (${frame.reason}): ${frame.detail}`;
  if (frame.kind === 'error') {
    const known: readonly string[] = errorCodes;
    return known.includes(frame.errorCode)
      ? undefined
      : `CALLERROR ${frame.errorCode} is not one of the codes of Part 4, table 8`;
  }
  if (schemaFaults.length === 0) return undefined;
  const name = `${action ?? 'message'}${frame.kind === 'call' ? 'Request' : 'Response'}`;
  return `${name}: ${schemaFaults.map(({ path, message }) => `${path} ${message}`).join(', ')}`;
}

interface Fault {
  readonly event: FrameEvent;
  readonly words: string;
}
function faultsIn(events: readonly TimelineEvent[], wanted: (event: FrameEvent) => boolean): Fault[] {
  return events.flatMap((event) => {
    if (event.type !== 'frame' || !wanted(event)) return [];
    const words = faultOf(event);
    return words === undefined ? [] : [{ event, words }];
  });
}

function told(faults: readonly Fault[]): Pick<CheckResult, 'message' | 'events'> {
  const lines = faults.map(({ event, words }) => `event ${event.sequence}: ${words}`);
  return { message: [...new Set(lines)].join('; '), events: faults.map(({ event }) => event.sequence) };
}

/**
 * Every frame of both sides against Part 3 and Part 4, with blame: a broken frame of the SUT in the body fails the case, one of
 * ours that was not meant to be broken is our error in any phase. Nothing is returned when all frames fit: a case is not
 * passed by having been legal.
 */
export function judgeSchemas(events: readonly TimelineEvent[], sut: Sender): CheckResult[] {
  const theirs = faultsIn(events, ({ sender, phase }) => sender === sut && phase === 'body');
  const ours = faultsIn(events, ({ sender, intended }) => sender !== sut && intended !== true);
  const results: CheckResult[] = [];
  if (theirs.length > 0) {
    results.push({
      id: 'monitor/schema',
      requirement: 'Part 3 schema',
      level: 'SHALL',
      result: 'fail',
      ...told(theirs),
    });
  }
  if (ours.length > 0) {
    results.push({
      id: 'monitor/own-schema',
      requirement: 'Part 3 schema',
      level: 'SHALL',
      result: 'error',
      ...told(ours),
    });
  }
  return results;
}

const outside: readonly Phase[] = ['run', 'preamble', 'restore'];

/** Broken frames of the SUT outside the body: findings of the run, not of the case. One line each, equal ones once. */
export function schemaFindings(events: readonly TimelineEvent[], sut: Sender): string[] {
  const faults = faultsIn(events, ({ sender, phase }) => sender === sut && outside.includes(phase));
  return [...new Set(faults.map(({ event, words }) => `in ${event.phase}: ${words}`))];
}
