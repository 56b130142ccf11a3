import { errorCodes } from '../../ocpp/index.ts';
import type { Sender } from '../../timeline/events.ts';
import { type Monitor, nothing, type Sighting, type Watch } from './types.ts';

const legal: ReadonlySet<string> = new Set(errorCodes);
/** Part 4, table 7. */
const longestDescription = 255;

function watch(): Watch {
  /** Message ids of frames with an unknown message type, by their sender. */
  const unknownTypes = new Map<Sender, Set<string>>();
  return {
    see(event) {
      if (event.type !== 'frame') return nothing;
      const { frame, sender, sequence } = event;
      if (frame.kind === 'malformed' && frame.reason === 'message-type')
        unknownTypes.set(sender, new Set([...(unknownTypes.get(sender) ?? []), frame.messageId]));
      if (frame.kind !== 'error') return nothing;
      const { errorCode, errorDescription, messageId } = frame;
      const found: Sighting[] = [];
      if (!legal.has(errorCode)) {
        const message = 'the code of the CALLERROR is not one of Part 4, table 8';
        found.push({ requirement: 'Part 4, 4.3', message, actual: errorCode, events: [sequence] });
      }
      if (errorDescription.length > longestDescription) {
        const message = `the description of the CALLERROR is longer than ${longestDescription} characters`;
        const actual = `${errorDescription.length} characters`;
        found.push({ requirement: 'Part 4, 4.2.3', message, actual, events: [sequence] });
      }
      const other = sender === 'CSMS' ? 'Charging Station' : 'CSMS';
      if (unknownTypes.get(other)?.has(messageId) === true && errorCode !== 'MessageTypeNotSupported') {
        const message = 'an unknown message type was not answered MessageTypeNotSupported';
        found.push({ requirement: 'Part 4, 4.4', message, actual: errorCode, events: [sequence] });
      }
      return found;
    },
  };
}

/**
 * A CALLERROR has one of the twelve codes. Which of them fits which fault the standard leaves open, but for an unknown message
 * type; a code that would fit better is nobody's fault.
 */
export const callErrors: Monitor = {
  name: 'call-errors',
  requirements: ['Part 4, 4.2.3', 'Part 4, 4.3', 'Part 4, 4.4'],
  level: 'SHALL',
  watch,
};
