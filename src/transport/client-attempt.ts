import type { Socket } from 'node:net';
import { Attempt } from './attempt.ts';
import type { Opened, Target } from './client-socket.ts';
import { openTcp, readTarget, secure } from './client-socket.ts';
import { readIdentity } from './http-facts.ts';
import type { ConnectOptions, HttpFacts, Refusal, TlsFacts } from './types.ts';
import { shortestDeadlineMs, wall } from './wall.ts';

/** What connecting needs, whether an upgrade by ws or a raw one follows. */
export type ReachOptions = Pick<ConnectOptions, 'url' | 'identity' | 'credentials' | 'tls' | 'deadlineMs' | 'tap'>;

/** The attempt of a client from TCP to the end of the upgrade, with one deadline over all of it. */
export class ClientAttempt {
  readonly attempt: Attempt;
  readonly options: ReachOptions;
  #target: Target | undefined;
  #socket: Socket | undefined;
  #tls: TlsFacts | undefined;
  #at: Refusal['at'] = 'TCP';
  #cancelDeadline = (): void => {};
  readonly #expired: Promise<Refusal>;

  constructor(options: ReachOptions) {
    this.options = options;
    let remote = options.url;
    try {
      this.#target = readTarget(options.url);
      remote = `${this.#target.host}:${this.#target.port}`;
    } catch {
      // reach() refuses it, so that a bad URL is an outcome like any other
    }
    this.attempt = new Attempt(options.tap, options.url, remote);
    const ms = Math.max(options.deadlineMs, shortestDeadlineMs);
    this.#expired = new Promise((resolve) => {
      this.#cancelDeadline = wall.afterWall(ms, () =>
        resolve({
          at: this.#at,
          by: 'us',
          reason: `${remote} did not complete the ${this.#at} part of the connection within ${ms} ms`,
        }),
      );
    });
  }

  get tls(): TlsFacts | undefined {
    return this.#tls;
  }

  /** `work` or the deadline, whichever is first. */
  within<T>(work: Promise<T>): Promise<T | { readonly expired: Refusal }> {
    return Promise.race([work, this.#expired.then((expired) => ({ expired }))]);
  }

  /** TCP and TLS. The refusal is already recorded when it fails. */
  async reach(): Promise<{ readonly socket: Socket } | Refusal> {
    const opened = await this.within(this.#open());
    if ('expired' in opened) return this.refuse(opened.expired);
    if (!opened.ok) return this.refuse(opened.refusal);
    this.#at = 'HTTP';
    return { socket: opened.socket };
  }

  /** Facts of the upgrade request we are about to write. */
  describe(subprotocols: readonly string[]): HttpFacts {
    const { url, identity, credentials } = this.options;
    const path = new URL(url).pathname;
    const http: HttpFacts = {
      path,
      identity: identity === '' ? (readIdentity(path) ?? '') : identity,
      subprotocols: [...subprotocols],
      extensions: '',
      ...(credentials === undefined ? {} : { authorization: { scheme: 'Basic', ...credentials } }),
    };
    this.attempt.tap({ type: 'http', attempt: this.attempt.number, http });
    return http;
  }

  refuse(refusal: Refusal): Refusal {
    this.attempt.refuse(refusal);
    this.#cancelDeadline();
    this.#socket?.destroy();
    return refusal;
  }

  /** The attempt became a link: the deadline no longer counts. */
  opened(): void {
    this.attempt.opened();
    this.#cancelDeadline();
  }

  async #open(): Promise<Opened> {
    const target = this.#target;
    if (target === undefined)
      return { ok: false, refusal: { at: 'TCP', by: 'us', reason: `not a ws:// or wss:// URL: ${this.options.url}` } };
    const tcp = await openTcp(target, (socket) => {
      this.#socket = socket;
    });
    if (!tcp.ok || !target.secure) return tcp;
    this.#at = 'TLS';
    return secure(tcp.socket, target, this.options.tls ?? { roots: [] }, (facts) => {
      this.#tls = facts;
      this.attempt.tap({ type: 'tls', attempt: this.attempt.number, tls: facts });
    });
  }
}

/** `Authorization: Basic` (RFC 7617, UTF-8). */
export function basicAuthorization({ username, password }: NonNullable<ConnectOptions['credentials']>): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}
