import type { Action, Requests } from '../ocpp/index.ts';
import type { CallOutcome } from '../transport/types.ts';
import type { Core, SendOptions } from './core.ts';

/** The way out: boot status, `outgoing` seam, link. */
export interface Outgoing {
  sendNow<A extends Action>(action: A, request: Requests[A], options?: SendOptions): Promise<CallOutcome>;
  asked(action: Action): void;
  afterAnswer(work: () => void): void;
  readonly turn: { begin(): void; end(): void };
}

/** Sent only because a report request asked for it (B02.FR.02). */
const reports: ReadonlySet<Action> = new Set(['NotifyReport', 'NotifyMonitoringReport']);
const notSent: CallOutcome = { kind: 'closed' };

export function createOutgoing(core: () => Core): Outgoing {
  let answering = 0;
  const askedFor = new Set<Action>();
  /** The answer to a CSMS request is written in microtasks after its handler: the next turn of the event loop is behind it. */
  const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

  async function transmit<A extends Action>(
    action: A,
    request: Requests[A],
    { messageId }: SendOptions,
  ): Promise<CallOutcome> {
    const station = core();
    try {
      const touched = station.parts.outgoing(action, request);
      const { rpc } = station.connection;
      if (touched === undefined || rpc === undefined) return notSent;
      station.heartbeat.sent();
      return await rpc.call(
        action,
        { ...touched },
        {
          ...(messageId === undefined ? {} : { messageId }),
          timeoutMs: station.network.messageTimeoutSeconds() * 1000,
          ...(touched === request ? {} : { intended: true as const }),
        },
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      station.log(`bug: ${reason}`);
      return { kind: 'error', errorCode: 'InternalError', errorDescription: reason, errorDetails: {} };
    }
  }

  return {
    async sendNow(action, request, options = {}) {
      const asked = options.asked === true || askedFor.delete(action) || reports.has(action);
      if (answering > 0) await nextTurn(); // F06.FR.04: the answer first
      const { boot, parts, log } = core();
      const { status } = boot;
      if (status !== 'Accepted' && !parts.boot.mayBeSent(status, action, asked)) {
        log(`${action}Request kept back: boot status ${status}`);
        return notSent;
      }
      return transmit(action, request, options);
    },
    asked: (action) => void askedFor.add(action),
    afterAnswer(work) {
      const { life } = core();
      setImmediate(() => {
        if (core().life === life) core().background((async () => work())());
      });
    },
    turn: {
      begin() {
        answering += 1;
      },
      end() {
        setImmediate(() => {
          answering -= 1;
        });
      },
    },
  };
}
