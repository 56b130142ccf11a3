import type { SchemaFault } from '../../ocpp/index.ts';
import type { FrameEvent } from '../../timeline/events.ts';
import { isRecord } from '../match/equal.ts';
import { type Monitor, type MonitorFacts, nothing } from './types.ts';

/** Reasons of an unreadable frame that other monitors judge: message type, message id, and what is no text at all. */
const judgedElsewhere: ReadonlySet<string> = new Set(['message-type', 'message-id', 'binary', 'oversize']);

/** The text at a JSON pointer of a payload; '' where there is none. */
function textAt(payload: unknown, pointer: string): string {
  let node = payload;
  for (const name of pointer.split('/').slice(1))
    node = Array.isArray(node) ? node[Number(name)] : isRecord(node) ? node[name] : undefined;
  return typeof node === 'string' ? node : '';
}

/** A station may have told that a field of a message may be longer than its schema says (Part 2, appendix, FieldLength). */
function isAllowedLength(message: string, payload: unknown, fault: SchemaFault, facts: MonitorFacts): boolean {
  if (fault.keyword !== 'maxLength') return false;
  const field = fault.path.slice(fault.path.lastIndexOf('/') + 1);
  const told = facts.variable?.(`OCPPCommCtrlr.FieldLength[${message}.${field}]`);
  return told !== undefined && [...textAt(payload, fault.path)].length <= Number(told);
}

function faultOf(event: FrameEvent, facts: MonitorFacts): { message: string; actual?: string } | undefined {
  const { frame, schemaFaults, action } = event;
  if (frame.kind === 'malformed') {
    if (judgedElsewhere.has(frame.reason)) return undefined;
    return { message: `malformed frame (${frame.reason})`, actual: frame.detail };
  }
  if (schemaFaults.length === 0 || frame.kind === 'error') return undefined;
  const name = `${action ?? 'message'}${frame.kind === 'call' ? 'Request' : 'Response'}`;
  const faults = schemaFaults.filter((fault) => !isAllowedLength(name, frame.payload, fault, facts));
  if (faults.length === 0) return undefined;
  return { message: `${name}: ${faults.map(({ path, message }) => `${path} ${message}`).join(', ')}` };
}

/** Every payload fits its official schema, and every frame is a CALL, CALLRESULT or CALLERROR as Part 4, 4.2 writes them. */
export const schema: Monitor = {
  name: 'schema',
  requirements: ['Part 3 schema', 'Part 4, 4.2'],
  level: 'SHALL',
  watch: (facts) => ({
    see(event) {
      if (event.type !== 'frame') return nothing;
      const fault = faultOf(event, facts);
      if (fault === undefined) return nothing;
      const requirement = event.frame.kind === 'malformed' ? 'Part 4, 4.2' : 'Part 3 schema';
      return [{ requirement, ...fault, events: [event.sequence] }];
    },
  }),
};
