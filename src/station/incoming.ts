import { type Action, fits, isAction, type Requests } from '../ocpp/index.ts';
import type { Answer } from '../transport/types.ts';
import type { Core } from './core.ts';
import type { Handlers } from './parts.ts';
import type { HeldCall } from './types.ts';

/** Requests of the CSMS: to the script when it holds them, else to the handler of their action. */
export interface Incoming {
  serve(action: string, payload: Record<string, unknown>, messageId: string): Promise<Answer>;
  hold(predicate: ((action: string) => boolean) | undefined): void;
  onHeld(listener: (call: HeldCall) => void): void;
  /** The last request of an action, held or not. */
  last<A extends Action>(action: A): Requests[A] | undefined;
  /** Which of these came last. */
  latest(actions: readonly Action[]): Record<string, unknown> | undefined;
}

export interface AnswerTurn {
  /** A handler begins; what is sent until `end` waits for the answer. */
  begin(): void;
  end(): void;
}

const notImplemented = (action: string): Answer => ({
  kind: 'error',
  errorCode: 'NotImplemented',
  errorDescription: `${action} is not implemented by this station`,
});

function isAnswer(value: object): value is Answer {
  return 'kind' in value && (value.kind === 'result' || value.kind === 'error' || value.kind === 'silence');
}

async function handle<A extends Action>(
  handlers: Handlers,
  action: A,
  payload: Record<string, unknown>,
): Promise<Answer> {
  const handler = handlers[action];
  if (handler === undefined) return notImplemented(action);
  if (!fits(action, 'Request', payload))
    return {
      kind: 'error',
      errorCode: 'FormatViolation',
      errorDescription: `the ${action}Request does not fit its schema`,
    };
  const response = await handler(payload);
  return isAnswer(response) ? response : { kind: 'result', payload: { ...response } };
}

export function createIncoming(core: Core, turn: AnswerTurn): Incoming {
  const requests = new Map<string, { readonly payload: Record<string, unknown>; readonly order: number }>();
  let held: ((action: string) => boolean) | undefined;
  let listener: ((call: HeldCall) => void) | undefined;

  return {
    async serve(action, payload, messageId) {
      requests.set(action, {
        payload,
        order: requests.size === 0 ? 0 : Math.max(...[...requests.values()].map((one) => one.order)) + 1,
      });
      const listening = listener;
      if (held?.(action) && listening !== undefined)
        return new Promise((answer) => listening({ messageId, action, payload, answer }));
      if (core.boot.status === 'Rejected')
        return { kind: 'error', errorCode: 'SecurityError', errorDescription: 'the boot was rejected' }; // B03.FR.08
      if (!isAction(action)) return notImplemented(action);
      turn.begin();
      try {
        return await handle(core.parts.handlers, action, payload);
      } finally {
        turn.end();
      }
    },
    hold(predicate) {
      held = predicate;
    },
    onHeld(next) {
      listener = next;
    },
    last(action) {
      const payload = requests.get(action)?.payload;
      return payload !== undefined && fits(action, 'Request', payload) ? payload : undefined;
    },
    latest(actions) {
      const found = actions.flatMap((action) => requests.get(action) ?? []);
      return found.sort((a, b) => b.order - a.order)[0]?.payload;
    },
  };
}
