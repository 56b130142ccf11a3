import type { Clock } from '../clock/index.ts';
import { type Action, isAction } from '../ocpp/index.ts';
import { createRpc, startListener } from '../transport/index.ts';
import type {
  Answer,
  CallOutcome,
  Link,
  Listener,
  Rpc,
  SecurityProfile,
  ServerTls,
  WireEvent,
} from '../transport/types.ts';
import { AnswerBook } from './answers.ts';
import { ConnectionPolicy } from './connection-policy.ts';
import { type AnswerFacts, defaultCsmsAnswer } from './default-answers.ts';
import { HeldCalls } from './held-calls.ts';
import type { HeldCall, Peer } from './peer.ts';

export interface CsmsPeerOptions {
  readonly clock: Clock;
  readonly host: string;
  readonly path: string;
  readonly identity: string;
  readonly password: string;
  /** Port by security profile; 0 = any free one. A profile left out has no listener. */
  readonly ports: Readonly<Partial<Record<SecurityProfile, number>>>;
  readonly tls: (profile: SecurityProfile) => ServerTls | undefined;
  readonly callTimeoutMs: number;
  readonly answers: AnswerFacts;
  readonly tap: (event: WireEvent) => void;
  /** A CALL arrived that no rule knows; `true` = a sentence will answer it. */
  readonly holds: (action: string) => boolean;
}

/** Our CSMS: three listeners, prepared answers, the newest socket of the configured identity. */
export class CsmsPeer implements Peer {
  readonly policy: ConnectionPolicy;
  readonly answers: AnswerBook;
  readonly #options: CsmsPeerOptions;
  readonly #listeners: Listener[] = [];
  readonly #linkWaiters = new Set<(link: Link) => void>();
  readonly #bootWaiters = new Set<() => void>();
  readonly #requestListeners = new Set<(action: string, payload: Record<string, unknown>) => void>();
  /** A station that was accepted before this run began may connect without a boot: it is believed until it boots. */
  #accepted = true;
  #hasBooted = false;
  #rpc: Rpc | undefined;
  readonly #held = new HeldCalls();

  private constructor(options: CsmsPeerOptions) {
    this.#options = options;
    this.policy = new ConnectionPolicy({ identity: options.identity, password: options.password });
    this.answers = new AnswerBook((action, request) => this.#defaultAnswer(action, request));
  }

  /** Opens the listeners of a run; a port in use rejects with one clear line. */
  static async start(options: CsmsPeerOptions): Promise<CsmsPeer> {
    const peer = new CsmsPeer(options);
    try {
      for (const profile of [1, 2, 3] as const) {
        const port = options.ports[profile];
        if (port !== undefined) await peer.#listen(profile, port);
      }
    } catch (error) {
      await peer.close();
      throw error;
    }
    return peer;
  }

  async #listen(profile: SecurityProfile, port: number): Promise<void> {
    const { host, path } = this.#options;
    const tls = this.#options.tls(profile);
    const listener = await startListener({
      securityProfile: profile,
      host,
      port,
      path,
      ...(tls === undefined ? {} : { tls }),
      decide: (http) => this.policy.decide(http, profile),
      onLink: (link) => this.#adopt(link),
      tap: (event) => this.#tapped(event),
    });
    this.#listeners.push(listener);
  }

  #tapped(event: WireEvent): void {
    if ((event.type === 'refused' || event.type === 'open') && this.policy.current !== undefined) {
      this.policy.used();
      this.applyTls();
    }
    this.#options.tap(event);
  }

  /** Puts the TLS of the current attempt rule in force, or the normal one. */
  applyTls(): void {
    const answer = this.policy.current?.answer;
    for (const listener of this.#listeners) {
      const tls = answer?.kind === 'tls' ? answer.tls : this.#options.tls(listener.securityProfile);
      if (listener.securityProfile !== 1 && tls !== undefined) listener.setTls(tls);
    }
  }

  #adopt(link: Link): void {
    this.#rpc?.end();
    this.#rpc?.link.drop();
    this.#held.abandon();
    this.answers.abandon();
    this.#rpc = createRpc({
      link,
      clock: this.#options.clock,
      callTimeoutMs: this.#options.callTimeoutMs,
      onCall: (action, payload, messageId) => this.#called(action, payload, messageId),
    });
    for (const waiter of [...this.#linkWaiters]) waiter(link);
  }

  #called(action: string, request: Record<string, unknown>, messageId: string): Promise<Answer> {
    for (const listener of [...this.#requestListeners]) listener(action, request);
    if (!isAction(action)) return Promise.resolve({ kind: 'error', errorCode: 'NotImplemented' });
    if (!this.#options.holds(action)) return this.#answered(action, request);
    return new Promise((resolve) => this.#held.hold(action, messageId, request, resolve));
  }

  async #answered(action: Action, request: Record<string, unknown>): Promise<Answer> {
    const answer = await this.answers.answer(action, request);
    if (action === 'BootNotification' && answer.kind === 'result')
      this.#booted(answer.payload['status'] === 'Accepted');
    return answer;
  }

  /** Accepted is a state per boot, not per connection (B01-B03; Part 4, 5.3). */
  #booted(accepted: boolean): void {
    this.#accepted = accepted;
    this.#hasBooted = true;
    for (const waiter of [...this.#bootWaiters]) waiter();
  }
  get accepted(): boolean {
    return this.#accepted;
  }
  /** A BootNotification was answered since the listeners opened. */
  get hasBooted(): boolean {
    return this.#hasBooted;
  }
  /** Called after every answered BootNotification; the returned function ends it. */
  onBoot(listener: () => void): () => void {
    this.#bootWaiters.add(listener);
    return () => this.#bootWaiters.delete(listener);
  }

  /** Called with every request of the station, before it is answered; the returned function ends it. */
  onRequest(listener: (action: string, payload: Record<string, unknown>) => void): () => void {
    this.#requestListeners.add(listener);
    return () => this.#requestListeners.delete(listener);
  }

  #defaultAnswer(action: Action, request: Record<string, unknown>): Answer {
    const payload = defaultCsmsAnswer(action, request, this.#options.answers);
    if (payload === undefined)
      return { kind: 'error', errorCode: 'NotSupported', errorDescription: 'no message of a charging station' };
    return { kind: 'result', payload };
  }

  get link(): Link | undefined {
    return this.#rpc?.link.open === true ? this.#rpc.link : undefined;
  }
  get online(): boolean {
    return this.link !== undefined;
  }
  get held(): readonly HeldCall[] {
    return this.#held.all;
  }
  onHeld(listener: () => void): () => void {
    return this.#held.onHeld(listener);
  }
  /** URL to enter in the charger, by security profile. */
  get urls(): ReadonlyMap<SecurityProfile, string> {
    return new Map(this.#listeners.map(({ securityProfile, url }) => [securityProfile, url]));
  }
  /** Called for every new link; the returned function ends it. */
  onLink(listener: (link: Link) => void): () => void {
    this.#linkWaiters.add(listener);
    return () => this.#linkWaiters.delete(listener);
  }

  async send(action: string, payload: Record<string, unknown>): Promise<CallOutcome> {
    return this.#rpc === undefined ? { kind: 'closed' } : this.#rpc.call(action, payload);
  }
  async sendRaw(action: string, payload: Record<string, unknown>): Promise<CallOutcome> {
    return this.#rpc === undefined ? { kind: 'closed' } : this.#rpc.call(action, payload, { intended: true });
  }
  async disconnect(): Promise<void> {
    await this.#rpc?.link.close();
  }
  drop(): void {
    this.#rpc?.link.drop();
  }
  reset(): void {
    const otherTls = this.policy.current?.answer.kind === 'tls';
    this.answers.clear();
    this.policy.clear();
    // New TLS contexts take milliseconds: only when a rule had put others in force.
    if (otherTls) this.applyTls();
    this.#held.abandon();
  }
  async close(): Promise<void> {
    this.reset();
    this.#rpc?.end();
    await Promise.all(this.#listeners.map((listener) => listener.close()));
  }
}
