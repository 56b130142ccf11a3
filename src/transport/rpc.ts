import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/index.ts';
import type { Call, CallError, CallResult, Side } from '../ocpp/index.ts';
import { isAction, parseFrame, schemaFaults, writeFrame } from '../ocpp/index.ts';
import type { Fault } from './rpc-fault.ts';
import { callFault, malformedFault } from './rpc-fault.ts';
import { failureReason } from './tls-failure.ts';
import type { Answer, CallOutcome, Framing, Link, Rpc } from './types.ts';

export interface RpcOptions {
  readonly link: Link;
  readonly clock: Clock;
  /** OCPP time a CALL of ours waits for its answer unless told otherwise (ms). */
  readonly callTimeoutMs: number;
  /** Left out: unique ids, and one text a frame. */
  readonly framing?: Framing;
  /** Answers a CALL that is known and fits its schema. */
  readonly onCall: (action: string, payload: Record<string, unknown>, messageId: string) => Promise<Answer>;
  /** Told what the other side sent against the framework or the schemas, one line. */
  readonly onViolation?: (reason: string) => void;
  /** Told of a bug of ours: `onCall` threw or answered against the schema. Without it, a process warning. */
  readonly onBug?: (error: Error) => void;
}

interface Waiting {
  readonly call: Call;
  readonly timeoutMs: number;
  readonly settle: (outcome: CallOutcome) => void;
}
type Outstanding = Waiting & { cancelTimeout: () => void };

/** How many timed-out ids are remembered to tell a late answer from a foreign one. */
const rememberedIds = 1_000;

export const plainFraming: Framing = { messageId: () => randomUUID(), texts: (frame) => [writeFrame(frame)] };

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(failureReason(thrown)));

function mustFit(action: string, side: Side, payload: unknown): void {
  if (!isAction(action)) throw new Error(`we wanted to send the unknown action ${action}`);
  const [first] = schemaFaults(action, side, payload);
  if (first !== undefined)
    throw new Error(`our ${action}${side} does not fit its schema: ${first.path} ${first.message}`);
}

class LinkRpc implements Rpc {
  readonly link: Link;
  readonly #options: RpcOptions;
  readonly #queue: Waiting[] = [];
  readonly #handling = new Set<string>();
  readonly #timedOut = new Set<string>();
  #outstanding: Outstanding | undefined;
  #ended = false;

  constructor(options: RpcOptions) {
    this.link = options.link;
    this.#options = options;
    options.link.onClosed(() => this.end());
    options.link.onUnreadable((kind, bytes) => {
      this.#violation(`a ${kind} message of ${bytes} bytes`);
      if (kind === 'binary')
        this.#write({
          kind: 'error',
          messageId: '-1',
          errorCode: 'RpcFrameworkError',
          errorDescription: 'a binary message cannot be read',
          errorDetails: {},
        });
    });
    options.link.onText((text) => this.#received(text));
  }

  async call(
    action: string,
    payload: Record<string, unknown>,
    options: Parameters<Rpc['call']>[2] = {},
  ): Promise<CallOutcome> {
    if (options.intended !== true) mustFit(action, 'Request', payload);
    if (this.#ended) return { kind: 'closed' };
    const { messageId = this.#framing.messageId(action), timeoutMs = this.#options.callTimeoutMs } = options;
    return new Promise((settle) => {
      this.#queue.push({ call: { kind: 'call', messageId, action, payload }, timeoutMs, settle });
      this.#next();
    });
  }

  end(): void {
    this.#ended = true;
    const outstanding = this.#outstanding;
    this.#outstanding = undefined;
    outstanding?.cancelTimeout();
    outstanding?.settle({ kind: 'closed' });
    for (const { settle } of this.#queue.splice(0)) settle({ kind: 'closed' });
  }

  get #framing(): Framing {
    return this.#options.framing ?? plainFraming;
  }

  #next(): void {
    if (this.#outstanding !== undefined || this.#ended) return;
    const waiting = this.#queue.shift();
    if (waiting === undefined) return;
    const { messageId } = waiting.call;
    const cancelTimeout = this.#options.clock.after(waiting.timeoutMs, () => {
      this.#rememberTimeout(messageId);
      this.#settle({ kind: 'timeout' });
    });
    this.#outstanding = { ...waiting, cancelTimeout };
    this.#timedOut.delete(messageId); // a re-send may keep its id (errata 4.6)
    this.#write(waiting.call);
  }

  #settle(outcome: CallOutcome): void {
    const outstanding = this.#outstanding;
    this.#outstanding = undefined;
    outstanding?.cancelTimeout();
    outstanding?.settle(outcome);
    this.#next();
  }

  #rememberTimeout(messageId: string): void {
    this.#timedOut.add(messageId);
    const [oldest] = this.#timedOut;
    if (this.#timedOut.size > rememberedIds && oldest !== undefined) this.#timedOut.delete(oldest);
  }

  #received(text: string): void {
    if (this.#ended) return;
    const frame = parseFrame(text);
    if (frame.kind === 'call') this.#called(frame);
    else if (frame.kind === 'malformed') {
      this.#violation(`an unreadable message (${frame.reason}): ${frame.detail}`);
      const fault = malformedFault(frame, text);
      if (fault !== undefined) this.#writeFault(frame.messageId, fault);
    } else this.#answered(frame);
  }

  #answered(frame: CallResult | CallError): void {
    const call = this.#outstanding?.call;
    if (call === undefined || call.messageId !== frame.messageId) {
      const late = this.#timedOut.has(frame.messageId)
        ? 'a late answer, after its CALL had timed out'
        : 'an answer to no CALL of ours';
      this.#violation(`${late}: message id ${frame.messageId}`);
      return;
    }
    if (frame.kind === 'error') {
      const { errorCode, errorDescription, errorDetails } = frame;
      this.#settle({ kind: 'error', errorCode, errorDescription, errorDetails });
      return;
    }
    const faults = isAction(call.action) ? schemaFaults(call.action, 'Response', frame.payload) : [];
    for (const { path, message } of faults)
      this.#violation(`${call.action}Response does not fit its schema: ${path} ${message}`);
    this.#settle({ kind: 'result', payload: frame.payload });
  }

  #called(call: Call): void {
    const fault = callFault(call, this.#handling);
    if (fault !== undefined) {
      this.#violation(`${call.action}Request refused with ${fault.errorCode}: ${fault.errorDescription}`);
      this.#writeFault(call.messageId, fault);
      return;
    }
    this.#handling.add(call.messageId);
    this.#answer(call).finally(() => this.#handling.delete(call.messageId));
  }

  /** Never rejects: a bug of ours is reported and answered InternalError. */
  async #answer({ action, payload, messageId }: Call): Promise<void> {
    try {
      const answer = await this.#options.onCall(action, payload, messageId);
      if (answer.kind === 'silence') return;
      if (answer.kind === 'error') {
        const { errorCode, errorDescription = '', errorDetails = {} } = answer;
        this.#write({ kind: 'error', messageId, errorCode, errorDescription, errorDetails });
        return;
      }
      if (answer.intended !== true) mustFit(action, 'Response', answer.payload);
      this.#write({ kind: 'result', messageId, payload: answer.payload });
    } catch (thrown) {
      this.#writeFault(messageId, {
        errorCode: 'InternalError',
        errorDescription: `the ${action}Request could not be processed`,
      });
      const error = asError(thrown);
      if (this.#options.onBug === undefined) process.emitWarning(error);
      else this.#options.onBug(error);
    }
  }

  #writeFault(messageId: string, fault: Fault): void {
    this.#write({ kind: 'error', messageId, ...fault, errorDetails: {} });
  }

  /** What cannot be sent is lost with its link; `closed` then ends every CALL. */
  #write(frame: Call | CallResult | CallError): void {
    if (!this.link.open) return;
    for (const text of this.#framing.texts(frame)) {
      this.link.send(text).catch((error: unknown) => {
        this.#violation(`${frame.kind} not sent: ${failureReason(error)}`);
      });
    }
  }

  #violation(reason: string): void {
    this.#options.onViolation?.(reason);
  }
}

/**
 * OCPP-J request and response over one link (Part 4, 4): one CALL of ours outstanding at a time, others wait in order; ids
 * are unique; timeouts run in OCPP time. Broken CALLs of the other side are answered with CALLERROR and never reach
 * `onCall`. A result that does not fit its schema is reported and still delivered: who uses it must check it.
 *
 * `call` rejects when our own payload does not fit its schema and was not marked `intended`.
 */
export function createRpc(options: RpcOptions): Rpc {
  return new LinkRpc(options);
}
