import type { FrameEvent } from '../../timeline/events.ts';
import { type Monitor, nothing } from './types.ts';

/** Reasons of an unreadable frame that other monitors judge: message type, message id, and what is no text at all. */
const judgedElsewhere: ReadonlySet<string> = new Set(['message-type', 'message-id', 'binary', 'oversize']);

function faultOf({ frame, schemaFaults, action }: FrameEvent): { message: string; actual?: string } | undefined {
  if (frame.kind === 'malformed') {
    if (judgedElsewhere.has(frame.reason)) return undefined;
    return { message: `malformed frame (${frame.reason})`, actual: frame.detail };
  }
  if (schemaFaults.length === 0) return undefined;
  const name = `${action ?? 'message'}${frame.kind === 'call' ? 'Request' : 'Response'}`;
  return { message: `${name}: ${schemaFaults.map(({ path, message }) => `${path} ${message}`).join(', ')}` };
}

/** Every payload fits its official schema, and every frame is a CALL, CALLRESULT or CALLERROR as Part 4, 4.2 writes them. */
export const schema: Monitor = {
  name: 'schema',
  requirements: ['Part 3 schema', 'Part 4, 4.2'],
  level: 'SHALL',
  watch: () => ({
    see(event) {
      if (event.type !== 'frame') return nothing;
      const fault = faultOf(event);
      if (fault === undefined) return nothing;
      const requirement = event.frame.kind === 'malformed' ? 'Part 4, 4.2' : 'Part 3 schema';
      return [{ requirement, ...fault, events: [event.sequence] }];
    },
  }),
};
