import { type Action, fits, type Requests } from '../../../ocpp/index.ts';
import type { Defect } from '../types.ts';

/**
 * What the station sends under one action is changed on its way out; undefined = it is not sent. Dropping is only for messages that
 * the station does not queue: a queued one (TransactionEvent, SecurityEventNotification) would hold up all behind it.
 * What does not fit the schema is not sent either: the defect is in what is said, not in how it is written.
 */
export function changingRequest<B extends Action>(
  target: B,
  change: (request: Requests[B]) => Requests[B] | undefined,
): Defect {
  return (parts) => ({
    ...parts,
    outgoing: (action, request) => {
      const leaving = parts.outgoing(action, request);
      const name: Action = action;
      if (name !== target || !fits(target, 'Request', leaving)) return leaving;
      const changed: unknown = change(leaving);
      return fits(action, 'Request', changed) ? changed : undefined;
    },
  });
}

/** A security event is told under the name of another one. */
export function misnaming(type: string, told: string): Defect {
  return changingRequest('SecurityEventNotification', (event) =>
    event.type === type ? { ...event, type: told } : event,
  );
}
