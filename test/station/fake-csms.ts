import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { isAction, parseFrame, schemaFaults, writeFrame } from '../../src/ocpp/index.ts';
import type { ConnectOptions, ConnectResult, Link, Refusal } from '../../src/transport/types.ts';
import type { VirtualClock } from './virtual-clock.ts';

type Payload = Record<string, unknown>;
export interface Received {
  readonly action: string;
  readonly payload: Payload;
  readonly messageId: string;
}
type Reply = Payload | { readonly error: string } | 'nothing';

/** A CSMS in memory: one link at a time, every frame of the station held against the official schemas. */
export class FakeCsms {
  readonly requests: Received[] = [];
  readonly attempts: ConnectOptions[] = [];
  refusal: Refusal | undefined;
  /** In the order of arrival: CALLs and the answers to ours. */
  readonly order: string[] = [];
  readonly #replies = new Map<string, (payload: Payload) => Reply>();
  readonly #waiting = new Map<string, (answer: Payload) => void>();
  readonly #clock: VirtualClock;
  #toStation: (text: string) => void = () => {};
  #closed: ((by: 'us' | 'them' | 'network', code: number, reason: string) => void)[] = [];
  #open = false;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
    const now = () => new Date(clock.now()).toISOString();
    this.on('BootNotification', () => ({ status: 'Accepted', interval: 300, currentTime: now() }));
    this.on('Heartbeat', () => ({ currentTime: now() }));
    this.on('Authorize', () => ({ idTokenInfo: { status: 'Accepted' } }));
    this.on('TransactionEvent', ({ idToken }) =>
      idToken === undefined ? {} : { idTokenInfo: { status: 'Accepted' } },
    );
  }

  on(action: string, reply: (payload: Payload) => Reply): void {
    this.#replies.set(action, reply);
  }
  of(action: string): Payload[] {
    return this.requests.filter((one) => one.action === action).map(({ payload }) => payload);
  }
  /** Forgets what came; for a new phase of a test. */
  clear(): void {
    this.requests.length = 0;
    this.order.length = 0;
  }

  connect = async (options: ConnectOptions): Promise<ConnectResult> => {
    this.attempts.push(options);
    if (this.refusal !== undefined) return { ok: false, ...this.refusal };
    this.#closed = [];
    this.#open = true;
    const csms = this;
    const closed = this.#closed;
    const end = (by: 'us' | 'them' | 'network', code: number) => {
      if (closed === this.#closed) this.#end(by, code);
    };
    const link: Link = {
      attempt: this.attempts.length,
      identity: options.identity,
      securityProfile: options.securityProfile,
      subprotocol: 'ocpp2.0.1',
      http: { path: '/', identity: options.identity, subprotocols: options.subprotocols, extensions: '' },
      get open() {
        return csms.#open && csms.#closed === closed;
      },
      send: async (text) => this.#received(text),
      ping: () => {},
      heard: async () => true,
      close: async (code = 1000) => end('us', code),
      drop: () => end('us', 1006),
      onText: (listener) => {
        this.#toStation = listener;
      },
      onUnreadable: () => {},
      onClosed: (listener) => closed.push(listener),
    };
    return { ok: true, link };
  };

  /** The connection breaks. */
  cut(): void {
    this.#end('network', 1006);
  }
  #end(by: 'us' | 'them' | 'network', code: number): void {
    if (!this.#open) return;
    this.#open = false;
    for (const listener of this.#closed) listener(by, code, '');
  }

  #received(text: string): void {
    const frame = parseFrame(text);
    if (frame.kind === 'malformed') throw new Error(`the station sent something unreadable: ${text}`);
    if (frame.kind !== 'call') {
      this.order.push(`answer ${frame.kind}`);
      this.#waiting.get(frame.messageId)?.(frame.kind === 'result' ? frame.payload : { error: frame.errorCode });
      return;
    }
    const { action, payload, messageId } = frame;
    if (!isAction(action)) throw new Error(`the station sent the unknown action ${action}`);
    expect(schemaFaults(action, 'Request', payload), `${action}Request ${text}`).toEqual([]);
    this.order.push(action);
    this.requests.push({ action, payload, messageId });
    const reply = this.#replies.get(action)?.(payload) ?? {};
    if (reply === 'nothing') return;
    const answer =
      'error' in reply && typeof reply.error === 'string'
        ? writeFrame({ kind: 'error', messageId, errorCode: reply.error, errorDescription: '', errorDetails: {} })
        : writeFrame({ kind: 'result', messageId, payload: { ...reply } });
    setImmediate(() => this.#toStation(answer));
  }

  /** Sends a request to the station; resolves to its answer, a CALLERROR as `{ error: code }`. */
  async ask(action: string, payload: Payload): Promise<Payload> {
    const messageId = randomUUID();
    const answer = new Promise<Payload>((resolve) => this.#waiting.set(messageId, resolve));
    this.#toStation(writeFrame({ kind: 'call', messageId, action, payload }));
    const got = await answer;
    if (isAction(action) && !('error' in got))
      expect(schemaFaults(action, 'Response', got), `${action}Response`).toEqual([]);
    return got;
  }
  get clock(): VirtualClock {
    return this.#clock;
  }
}
