import type { FrameEvent } from '../../timeline/events.ts';
import type { Observation } from '../types.ts';

/** An observation before the Observer gives it its index. */
export type Sight = Omit<Observation, 'index'>;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Epoch ms of an OCPP date-time. */
export function ownTimeOf(value: unknown): number | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** What may be sent late carries its own time: offline TransactionEvents and monitoring events. */
function ownTime(name: string, fields: Readonly<Record<string, unknown>>): { ownTime?: number } {
  const at =
    name === 'TransactionEventRequest' && fields['offline'] === true
      ? ownTimeOf(fields['timestamp'])
      : name === 'NotifyEventRequest'
        ? ownTimeOf(fields['generatedAt'])
        : undefined;
  return at === undefined ? {} : { ownTime: at };
}

/** The message itself: `XRequest`, `XResponse`, `CALLERROR` or `malformed`, of either side. */
export function messageOf(event: FrameEvent): Sight {
  const { frame, sequence, sender, at, attempt } = event;
  const common = { sequence, sender, at, attempt, messageId: frame.messageId };
  switch (frame.kind) {
    case 'call': {
      const name = `${frame.action}Request`;
      const { action, payload: fields } = frame;
      return Object.assign(common, { name, fields, action }, ownTime(name, fields));
    }
    case 'result': {
      // An answer to nothing that was asked has no message name; the schema judge speaks about it.
      const name = event.action === undefined ? 'unmatched response' : `${event.action}Response`;
      const action = event.action === undefined ? {} : { action: event.action };
      return Object.assign(common, { name, fields: frame.payload }, action);
    }
    case 'error': {
      const { errorCode, errorDescription, errorDetails } = frame;
      const action = event.action === undefined ? {} : { action: event.action };
      return { ...common, ...action, name: 'CALLERROR', fields: { errorCode, errorDescription, errorDetails } };
    }
    case 'malformed':
      return { ...common, name: 'malformed', fields: { reason: frame.reason, detail: frame.detail } };
  }
}
