import { type Call, maxMessageIdLength } from '../../ocpp/index.ts';
import type { FrameEvent, Sender } from '../../timeline/events.ts';
import { type Monitor, type MonitorFacts, nothing, type Sighting, type Watch } from './types.ts';

/** A CALL that was seen. */
interface Seen {
  readonly hash: string;
  readonly action: string;
  /** Kept until a CALLRESULT: only until then a re-send has to be told from another CALL by its content. */
  content: string | undefined;
  /** Connection on which it got its CALLRESULT. */
  answeredOn: number | undefined;
  /** Which timeline of the run it stands in. */
  readonly stream: number;
  readonly sequence: number;
}
const requirement = 'Part 4, 4.1.4';

const otherSide = (sender: Sender): Sender => (sender === 'CSMS' ? 'Charging Station' : 'CSMS');

/**
 * What a CALL says. A TransactionEvent that is still in the queue is set offline (E11.FR.07), and an Ended that does not get through
 * may lose meter data (E07.FR.09): it stays the same message.
 */
function contentOf({ action, payload }: Call): string {
  if (action !== 'TransactionEvent') return JSON.stringify(payload);
  const { offline: _, meterValue, ...others } = payload;
  return JSON.stringify(payload['eventType'] === 'Ended' ? others : { ...others, meterValue });
}

/**
 * The same message once more may keep its id (errata 2025-09, 4.6): same action and payload, and no answer to it arrived. An
 * answer on a connection that is gone may never have arrived.
 */
function isResend(before: Seen, { hash, attempt }: FrameEvent, call: Call): boolean {
  const same = before.hash === hash || (before.action === call.action && before.content === contentOf(call));
  return same && before.answeredOn !== attempt;
}

function watch({ identity = '' }: MonitorFacts): Watch {
  const seen = new Map<string, Seen>();
  const identities = new Map<number, string>();
  let stream = 0;
  let last = 0;

  const keyOf = (sender: Sender, attempt: number, id: string) =>
    `${sender}\n${identities.get(attempt) ?? identity}\n${id}`;

  function called(event: FrameEvent, frame: Call): readonly Sighting[] {
    const { sender, attempt, sequence, hash } = event;
    const { messageId, action } = frame;
    const found: Sighting[] = [];
    if (messageId.length > maxMessageIdLength) {
      const message = `the message id is longer than ${maxMessageIdLength} characters`;
      found.push({ requirement, message, actual: messageId, events: [sequence] });
    }
    const key = keyOf(sender, attempt, messageId);
    const before = seen.get(key);
    if (before !== undefined && !isResend(before, event, frame)) {
      found.push({
        requirement,
        message: 'the message id was used for another CALL before',
        actual: `${messageId}, first a ${before.action}Request, now a ${action}Request`,
        events: [...(before.stream === stream ? [before.sequence] : []), sequence],
      });
    }
    seen.set(key, { hash, action, content: contentOf(frame), answeredOn: undefined, stream, sequence });
    return found;
  }

  return {
    see(event) {
      if (event.sequence <= last) stream += 1;
      last = event.sequence;
      if (event.type === 'connection' && event.what === 'open')
        identities.set(event.attempt, String(event.facts['identity'] ?? identity));
      if (event.type !== 'frame') return nothing;
      const { frame, sender, attempt, sequence } = event;
      if (frame.kind === 'call') return called(event, frame);
      if (frame.kind === 'malformed')
        return frame.reason === 'message-id'
          ? [{ requirement, message: 'the message id is no text', actual: event.raw.slice(0, 80), events: [sequence] }]
          : nothing;
      const asked = frame.kind === 'result' ? seen.get(keyOf(otherSide(sender), attempt, frame.messageId)) : undefined;
      if (asked !== undefined) {
        asked.answeredOn = attempt;
        asked.content = undefined;
      }
      return nothing;
    },
  };
}

/** Message ids of CALLs: text of at most 36 characters, used once per sender and station identity over all connections. */
export const messageIds: Monitor = {
  name: 'message-ids',
  requirements: [requirement],
  level: 'SHALL',
  scope: 'run',
  watch,
};
