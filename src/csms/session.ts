import { type Action, fits, isAction, type Requests } from '../ocpp/index.ts';
import { createRpc } from '../transport/index.ts';
import type { Answer, CallOutcome, Link, Rpc } from '../transport/types.ts';
import type { OrderContext } from './orders/context.ts';
import { asksFor, bookOutcome, noteConnected } from './outcomes.ts';
import type { CsmsHandler, StationLine } from './parts.ts';
import { toPayload } from './payload.ts';
import type { StationRecord } from './station-record.ts';

const defaultTimeoutMs = 30_000;

function isAnswer(value: object): value is Answer {
  return 'kind' in value && (value.kind === 'result' || value.kind === 'error' || value.kind === 'silence');
}

/** One connection of one station: its CALLs are answered through the seams, ours are sent and their answers booked. */
export class Session {
  readonly record: StationRecord;
  readonly link: Link;
  readonly #context: OrderContext;
  readonly #rpc: Rpc;
  readonly #onBug: (error: Error) => void;

  constructor(link: Link, context: OrderContext, onBug: (error: Error) => void) {
    this.link = link;
    this.record = context.record;
    this.#context = context;
    this.#onBug = onBug;
    const { options } = context;
    this.#rpc = createRpc({
      link,
      clock: options.clock,
      callTimeoutMs: options.callTimeoutMs ?? defaultTimeoutMs,
      framing: {
        messageId: (action) => context.parts.framing.messageId(action),
        texts: (frame) => context.parts.framing.texts(frame),
      },
      onCall: (action, payload) => this.#called(action, payload),
      onBug,
    });
    noteConnected(this.record, link.securityProfile);
  }

  /** Sends one CALL and books its answer; resolves with how it ended. */
  async send<A extends Action>(action: A, request: Requests[A]): Promise<CallOutcome> {
    const outgoing = this.#context.parts.outgoing(action, request);
    if (outgoing === undefined) return { kind: 'closed' };
    const payload = toPayload(outgoing);
    const asked = asksFor(action, payload);
    if (asked !== undefined) this.record.asked.add(asked);
    const outcome = await this.#rpc.call(action, payload);
    if (outcome.kind === 'result' && fits(action, 'Response', outcome.payload)) {
      bookOutcome(action, outgoing, outcome.payload, this.#context, (next, follow) => this.#follow(next, follow));
    }
    return outcome;
  }

  close(reason: string): Promise<void> {
    this.#rpc.end();
    return this.link.close(1000, reason);
  }

  async #called(action: string, payload: Record<string, unknown>): Promise<Answer> {
    const { parts } = this.#context;
    const { bootStatus, asked } = this.record;
    // B01.FR.10, B02.FR.09, B03.FR.07.
    if (bootStatus !== 'Accepted' && !parts.boot.mayHandleBeforeAccepted(action, bootStatus, asked.has(action))) {
      return {
        kind: 'error',
        errorCode: 'SecurityError',
        errorDescription: `${action} before the boot was accepted (status ${bootStatus})`,
      };
    }
    if (!isAction(action))
      return { kind: 'error', errorCode: 'NotImplemented', errorDescription: `unknown action ${action}` };
    return this.#answer(action, payload);
  }

  async #answer<A extends Action>(action: A, payload: Record<string, unknown>): Promise<Answer> {
    const handler: CsmsHandler<A> | undefined = this.#context.parts.handlers[action];
    if (handler === undefined)
      return { kind: 'error', errorCode: 'NotSupported', errorDescription: `${action} is no message to a CSMS` };
    if (!fits(action, 'Request', payload))
      return { kind: 'error', errorCode: 'FormatViolation', errorDescription: `${action} does not fit its schema` };
    const answer = await handler(payload, this.#line());
    return isAnswer(answer) ? answer : { kind: 'result', payload: toPayload(answer) };
  }

  #line(): StationLine {
    const { peerCertificate } = this.link.tls ?? {};
    return {
      record: this.record,
      securityProfile: this.link.securityProfile,
      commonName: peerCertificate?.commonName,
      // A turn of the event loop later: by then the answer has been handed to the socket.
      afterwards: (follow) => void this.#context.options.clock.afterWall(0, follow),
      send: (action, request) => this.#follow(action, request),
      close: (reason) => void this.close(reason).catch(this.#onBug),
    };
  }

  #follow<A extends Action>(action: A, request: Requests[A]): void {
    this.send(action, request).catch(this.#onBug);
  }
}
