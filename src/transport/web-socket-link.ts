import { WebSocket } from 'ws';
import { HeldEvents } from './held-events.ts';
import { failureReason } from './tls-failure.ts';
import type { HttpFacts, Link, SecurityProfile, TlsFacts, WireTap } from './types.ts';
import { shortestDeadlineMs, wall } from './wall.ts';

export interface LinkOptions {
  readonly socket: WebSocket; // open
  readonly attempt: number;
  readonly identity: string;
  readonly securityProfile: SecurityProfile;
  readonly http: HttpFacts;
  readonly tls: TlsFacts | undefined;
  readonly maxPayload: number;
  readonly tap: WireTap;
}

type Closing = readonly [by: 'us' | 'them' | 'network', code: number, reason: string];

/** Longest message either end accepts unless told otherwise (bytes). */
export const defaultMaxPayload = 1_048_576;

/** Close codes (RFC 6455, 7.4.1) that ws sends for what it cannot read; protocol error for the rest. */
const closeCodes: Readonly<Record<string, number>> = {
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: 1009,
  WS_ERR_INVALID_UTF8: 1007,
  WS_ERR_TOO_MANY_BUFFERED_PARTS: 1008,
};

/** Link over an open ws socket. Every error of the socket ends in `closed`, none is thrown. */
export class WebSocketLink implements Link {
  readonly attempt: number;
  readonly identity: string;
  readonly securityProfile: SecurityProfile;
  readonly subprotocol: string;
  readonly tls?: TlsFacts;
  readonly http: HttpFacts;
  readonly #socket: WebSocket;
  readonly #tap: WireTap;
  readonly #maxPayload: number;
  readonly #texts = new HeldEvents<[text: string]>();
  readonly #unreadable = new HeldEvents<[kind: 'binary' | 'oversize', bytes: number]>();
  readonly #closedListeners: ((...closing: Closing) => void)[] = [];
  /** Set when we end the link, before the other side did. */
  #ourClosing: Closing | undefined;
  #closed: Closing | undefined;
  #marks = 0;

  constructor(options: LinkOptions) {
    this.#socket = options.socket;
    this.attempt = options.attempt;
    this.identity = options.identity;
    this.securityProfile = options.securityProfile;
    this.subprotocol = options.socket.protocol;
    if (options.tls !== undefined) this.tls = options.tls;
    this.http = options.http;
    this.#maxPayload = options.maxPayload;
    this.#tap = options.tap;
    this.#attach();
  }

  get open(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  async send(text: string): Promise<void> {
    if (!this.open) throw new Error(`cannot send to ${this.identity}: the connection is closed`);
    const handedOver = new Promise<void>((resolve, reject) => {
      this.#socket.send(text, (error) =>
        error ? reject(new Error(`cannot send to ${this.identity}: ${error.message}`)) : resolve(),
      );
    });
    // In the same turn, but after the socket has it: the witness takes its time while the other side reads.
    this.#tap({
      type: 'frame',
      attempt: this.attempt,
      direction: 'sent',
      text,
      binary: false,
      bytes: Buffer.byteLength(text),
    });
    await handedOver;
  }

  ping(): void {
    if (!this.open) return;
    this.#tap({ type: 'ping', attempt: this.attempt, direction: 'sent' });
    this.#socket.ping();
  }

  heard(): Promise<boolean> {
    if (!this.open) return Promise.resolve(false);
    const mark = `${++this.#marks}`;
    return new Promise((resolve) => {
      const end = (heard: boolean) => {
        cancel();
        this.#socket.off('pong', ponged).off('close', closed);
        resolve(heard);
      };
      const closed = () => end(false);
      const ponged = (data: Buffer) => {
        if (data.toString() === mark) end(true);
      };
      const cancel = wall.afterWall(shortestDeadlineMs, () => end(false));
      this.#socket.on('pong', ponged).on('close', closed);
      this.#tap({ type: 'ping', attempt: this.attempt, direction: 'sent' });
      this.#socket.ping(mark);
    });
  }

  async close(code = 1000, reason = ''): Promise<void> {
    if (this.#closed !== undefined) return;
    const closed = new Promise<void>((resolve) => this.onClosed(() => resolve()));
    const first = this.open; // else the other side has begun to close
    this.#socket.close(code, reason);
    if (first) this.#ourClosing ??= ['us', code, reason];
    await closed;
  }

  drop(): void {
    this.#ourClosing ??= ['us', 1006, 'dropped without a close frame'];
    this.#socket.terminate();
  }

  onText(listener: (text: string) => void): void {
    this.#texts.listen(listener);
  }
  onUnreadable(listener: (kind: 'binary' | 'oversize', bytes: number) => void): void {
    this.#unreadable.listen(listener);
  }
  onClosed(listener: (by: 'us' | 'them' | 'network', code: number, reason: string) => void): void {
    const closed = this.#closed;
    if (closed === undefined) this.#closedListeners.push(listener);
    else queueMicrotask(() => listener(...closed));
  }

  #attach(): void {
    const socket = this.#socket;
    const { attempt } = this;
    socket.on('message', (data, binary) => this.#received(data, binary));
    socket.on('ping', () => {
      this.#tap({ type: 'ping', attempt, direction: 'received' });
      // ws has answered by itself just before it told us.
      if (this.open) this.#tap({ type: 'pong', attempt, direction: 'sent' });
    });
    socket.on('pong', () => this.#tap({ type: 'pong', attempt, direction: 'received' }));
    socket.on('error', (error) => this.#unreadableFrame(error));
    socket.on('close', (code, reason) => this.#ended(code, reason.toString()));
  }

  #received(data: WebSocket.RawData, binary: boolean): void {
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data);
    const text = binary ? bytes.toString('base64') : bytes.toString('utf8');
    this.#tap({ type: 'frame', attempt: this.attempt, direction: 'received', text, binary, bytes: bytes.length });
    if (binary) this.#unreadable.emit('binary', bytes.length);
    else this.#texts.emit(text);
  }

  /** ws reads no further after such an error and closes by itself. */
  #unreadableFrame(error: Error & { code?: string }): void {
    if (error.code?.startsWith('WS_ERR_'))
      this.#ourClosing ??= ['us', closeCodes[error.code] ?? 1002, failureReason(error)];
    if (error.code !== 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return;
    const bytes = this.#maxPayload + 1;
    this.#tap({
      type: 'frame',
      attempt: this.attempt,
      direction: 'received',
      text: '',
      binary: false,
      bytes,
      oversize: true,
    });
    this.#unreadable.emit('oversize', bytes);
  }

  #ended(code: number, reason: string): void {
    const closing: Closing = this.#ourClosing ?? [code === 1006 ? 'network' : 'them', code, reason];
    this.#closed = closing;
    const [by, closeCode, closeReason] = closing;
    this.#tap({ type: 'closed', attempt: this.attempt, by, code: closeCode, reason: closeReason });
    for (const listener of this.#closedListeners.splice(0)) listener(...closing);
  }
}
