import { type Action, fits, type Requests, schemaFaults } from '../../ocpp/index.ts';
import type { CallOutcome } from '../../transport/types.ts';
import type { Core } from '../core.ts';
import type { Incoming } from '../incoming.ts';
import type { Partially, StationScript } from '../types.ts';
import { requestDefaults } from './defaults.ts';
import { mergeOver } from './merge.ts';
import { bookTransactionEvent, transactionEventDefaults } from './transaction-event.ts';

/** The steps' hands on this side of the conversation. */
export function createScript(core: Core, incoming: Incoming): StationScript {
  const defaults = requestDefaults(core, incoming);

  /** Throws when the schema is not met: what a step asks to send on purpose against it goes through `sendRaw`. */
  function compose<A extends Action>(action: A, partial: Partially = {}): Requests[A] {
    const base = action === 'TransactionEvent' ? transactionEventDefaults(core, partial) : defaults[action]?.(partial);
    const payload: Record<string, unknown> = mergeOver(base ?? {}, partial);
    if (fits(action, 'Request', payload)) {
      if (action === 'TransactionEvent' && fits('TransactionEvent', 'Request', payload))
        bookTransactionEvent(core, payload);
      return payload;
    }
    const [fault] = schemaFaults(action, 'Request', payload);
    throw new Error(
      `a ${action}Request cannot be composed from that: ${fault?.path ?? ''} ${fault?.message ?? ''}; give the field or use sendRaw`,
    );
  }

  /** What the engine keeps in its books of an outcome; the steps follow up, not the engine. */
  function book(action: Action, request: Record<string, unknown>, outcome: CallOutcome): void {
    if (action === 'BootNotification') core.boot.apply(outcome, false);
    if (outcome.kind !== 'result') return;
    const { payload } = outcome;
    const asked =
      action === 'Authorize' && fits('Authorize', 'Request', request) && fits('Authorize', 'Response', payload);
    if (asked) core.authorizer.learn(request.idToken, payload.idTokenInfo);
  }

  return {
    hold: incoming.hold,
    onHeld: incoming.onHeld,
    compose,
    async send(action, partial) {
      const request: Record<string, unknown> = { ...compose(action, partial) };
      const { rpc } = core.connection;
      if (rpc === undefined) return { kind: 'closed' };
      const outcome = await rpc.call(action, request);
      book(action, request, outcome);
      return outcome;
    },
    async sendRaw(action, payload) {
      const { rpc } = core.connection;
      return rpc === undefined ? { kind: 'closed' } : rpc.call(action, payload, { intended: true });
    },
    connect: (options = {}) => core.connection.connectOnce(options),
    drop: () => core.connection.drop(),
    disconnect: () => core.connection.disconnect(),
  };
}
