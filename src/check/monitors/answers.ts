import { maxMessageIdLength } from '../../ocpp/index.ts';
import type { FrameEvent, Sender } from '../../timeline/events.ts';
import { type Monitor, nothing, type Sighting, type Watch } from './types.ts';

interface Asked {
  readonly sequence: number;
  times: number;
  answers: number;
}
/** Stands in a CALLERROR for an id that could not be read (Part 4, 4.2.3). */
const unreadableId = '-1';
const idRule = 'Part 4, 4.1.4';

const otherSide = (sender: Sender): Sender => (sender === 'CSMS' ? 'Charging Station' : 'CSMS');

/** Something that may be answered with the id "-1": there is something wrong with it. */
function isFaulty({ frame, schemaFaults }: FrameEvent): boolean {
  return frame.kind === 'malformed' || frame.messageId.length > maxMessageIdLength || schemaFaults.length > 0;
}

function watch(): Watch {
  const asked = new Map<string, Asked>();
  const faulty = new Set<Sender>();
  /** Connections that were open before the stream began: one CALL of each side may have been on its way. */
  const opened = new Set<number>();
  const excused = new Set<string>();

  function note({ sender, sequence }: FrameEvent, id: string): void {
    const key = `${sender}\n${id}`;
    const before = asked.get(key);
    if (before === undefined) asked.set(key, { sequence, times: 1, answers: 0 });
    else before.times += 1;
  }

  function mayBeEarlier({ attempt, sender }: FrameEvent): boolean {
    const key = `${attempt} ${sender}`;
    if (opened.has(attempt) || excused.has(key)) return false;
    excused.add(key);
    return true;
  }

  function answered(event: FrameEvent, id: string): readonly Sighting[] {
    const { sender, sequence, frame } = event;
    const call = asked.get(`${otherSide(sender)}\n${id}`);
    if (call !== undefined) {
      call.answers += 1;
      if (call.answers <= call.times) return nothing;
      const message = 'one CALL was answered more than once';
      return [{ requirement: idRule, level: 'compatibility', message, actual: id, events: [call.sequence, sequence] }];
    }
    if (frame.kind === 'error' && id === unreadableId && faulty.has(otherSide(sender))) return nothing;
    if (mayBeEarlier(event)) return nothing;
    const what = frame.kind === 'error' ? 'CALLERROR' : 'CALLRESULT';
    return [{ requirement: idRule, message: `a ${what} answers no CALL`, actual: id, events: [sequence] }];
  }

  return {
    see(event) {
      if (event.type === 'connection' && event.what === 'open') opened.add(event.attempt);
      if (event.type !== 'frame') return nothing;
      const { frame, sender, sequence } = event;
      if (isFaulty(event)) faulty.add(sender);
      if (frame.kind === 'result' || frame.kind === 'error') return answered(event, frame.messageId);
      if (frame.kind === 'call' || frame.messageId !== unreadableId) note(event, frame.messageId);
      if (frame.kind !== 'malformed' || frame.reason !== 'message-type') return nothing;
      const message = 'the message type is not 2, 3 or 4';
      return [{ requirement: 'Part 4, 4.1.3', message, actual: frame.detail, events: [sequence] }];
    },
  };
}

/**
 * The framework of requests and answers: three message types, and an answer carries the id of a CALL of the other side. A late
 * answer is one too. A second answer is forbidden nowhere, and trips those who have forgotten the CALL.
 */
export const answers: Monitor = {
  name: 'answers',
  requirements: ['Part 4, 4.1.3', idRule],
  level: 'SHALL',
  watch,
};
