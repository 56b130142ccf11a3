import { startListener } from '../transport/index.ts';
import type { Link, Listener, SecurityProfile, WireEvent } from '../transport/types.ts';
import { admit } from './admission.ts';
import { FrameLog } from './frame-log.ts';
import { honestParts } from './honest-parts.ts';
import { nearest } from './nearest.ts';
import type { CsmsListenerOptions, CsmsOptions } from './options.ts';
import { OrderError } from './order-error.ts';
import type { Composer, OrderContext } from './orders/context.ts';
import { isOrderAction, type OrderAction, orderActions } from './orders/keys.ts';
import { type Row, Words } from './orders/words.ts';
import type { CsmsParts } from './parts.ts';
import { Session } from './session.ts';
import { StationRecord } from './station-record.ts';
import { TokenBook } from './token-book.ts';

export interface ListenerFacts {
  readonly securityProfile: SecurityProfile;
  /** Without the station identity. */
  readonly url: string;
  readonly port: number;
}
export interface Csms {
  start(): Promise<{ readonly listeners: readonly ListenerFacts[] }>;
  stop(): Promise<void>;
  /** Closes every connection and listener and opens the listeners on their ports again; what is known of stations stays. */
  restart(): Promise<void>;
  /**
   * Composes and queues the request of one order; resolves when it is taken, not when the station answers.
   * Throws OrderError with one line.
   */
  order(identity: string, action: string, rows: readonly Row[]): Promise<void>;
  /** Throws OrderError when the station is not known. */
  station(identity: string): StationRecord;
  connected(identity: string): SecurityProfile | undefined;
  readonly stations: readonly StationRecord[];
  readonly tokens: TokenBook;
  readonly log: FrameLog;
  readonly parts: CsmsParts;
  /** Price of 1 kWh from now on. */
  setPrice(perKwh: number | undefined): void;
  readonly price: number | undefined;
  /** OCPP time. */
  now(): number;
}

class Engine implements Csms {
  readonly tokens: TokenBook;
  readonly log: FrameLog;
  readonly parts: CsmsParts;
  price: number | undefined;
  readonly #options: CsmsOptions;
  readonly #records = new Map<string, StationRecord>();
  readonly #sessions = new Map<string, Session>();
  #listeners: Listener[] = [];
  #lastId = 0;

  constructor(options: CsmsOptions) {
    this.#options = options;
    this.price = options.pricePerKwh;
    this.tokens = new TokenBook(options.tokens);
    this.log = new FrameLog(() => this.now());
    for (const provision of options.stations) this.#records.set(provision.identity, new StationRecord(provision));
    const engine = this;
    const honest = honestParts({
      options,
      tokens: this.tokens,
      now: () => this.now(),
      price: () => this.price,
      orders: (record) => this.#orderContext(record),
      // Read when used: the honest implementations see a mutant's replacements of other seams.
      get parts() {
        return engine.parts;
      },
    });
    this.parts = options.shape?.(honest) ?? honest;
  }

  now(): number {
    return this.#options.clock.now();
  }
  setPrice(perKwh: number | undefined): void {
    this.price = perKwh;
  }
  get stations(): readonly StationRecord[] {
    return [...this.#records.values()];
  }

  async start(): Promise<{ readonly listeners: readonly ListenerFacts[] }> {
    for (const listener of this.#options.listeners) await this.#listen(listener, listener.port);
    return { listeners: this.#listeners.map((listener) => this.#facts(listener)) };
  }

  async stop(): Promise<void> {
    const listeners = this.#listeners;
    this.#listeners = [];
    await Promise.all(listeners.map((listener) => listener.close()));
    this.#sessions.clear();
  }

  async restart(): Promise<void> {
    const ports = new Map(this.#listeners.map(({ securityProfile, port }) => [securityProfile, port]));
    await this.stop();
    for (const listener of this.#options.listeners)
      await this.#listen(listener, ports.get(listener.securityProfile) ?? listener.port);
  }

  async order(identity: string, action: string, rows: readonly Row[]): Promise<void> {
    if (!isOrderAction(action))
      throw new OrderError('words', `no message "${action}"; nearest is "${nearest(action, orderActions) ?? ''}"`);
    const words = new Words(action, rows);
    const record = this.station(identity);
    const session = this.#sessions.get(identity);
    if (session === undefined) throw new OrderError('state', `${action}: station ${identity} is not connected`);
    if (!this.parts.boot.mayOrder(action, record.bootStatus)) {
      throw new OrderError(
        'state',
        `${action}: must not be sent while the boot of ${identity} is ${record.bootStatus} (B02.FR.05, B03.FR.03)`,
      );
    }
    await this.#send(session, action, words);
  }

  station(identity: string): StationRecord {
    const record = this.#records.get(identity);
    if (record !== undefined) return record;
    const near = nearest(identity, [...this.#records.keys()]);
    throw new OrderError(
      'words',
      `no station "${identity}" is known${near === undefined ? '' : `; nearest is "${near}"`}`,
    );
  }

  connected(identity: string): SecurityProfile | undefined {
    return this.#sessions.get(identity)?.link.securityProfile;
  }

  async #send<A extends OrderAction>(session: Session, action: A, words: Words): Promise<void> {
    const compose: Composer<A> = this.parts.orders[action];
    for (const request of await compose(this.#orderContext(session.record), words))
      session.send(action, request).catch(this.#onBug);
  }

  async #listen(options: CsmsListenerOptions, port: number): Promise<void> {
    const { securityProfile, host, path } = options;
    const tls = options.tls === undefined ? undefined : this.parts.connection.tls(options.tls, securityProfile);
    const listener = await startListener({
      securityProfile,
      host,
      port,
      path,
      ...(tls === undefined ? {} : { tls }),
      decide: (http, facts) => admit(this.parts, this.#records.get(http.identity), securityProfile, http, facts),
      onLink: (link) => this.#adopt(link),
      tap: (event) => this.#tapped(event),
    });
    this.#listeners.push(listener);
  }

  /** The newest connection of an identity is the one that counts; an older one is closed. */
  #adopt(link: Link): void {
    const { identity } = link;
    const record = this.#records.get(identity);
    if (record === undefined) return;
    this.#sessions.get(identity)?.close('replaced by a newer connection').catch(this.#onBug);
    const session = new Session(link, this.#orderContext(record), this.#onBug);
    this.#sessions.set(identity, session);
    link.onClosed(() => {
      if (this.#sessions.get(identity) === session) this.#sessions.delete(identity);
    });
  }

  #tapped(event: WireEvent): void {
    this.log.observe(event);
    this.#options.tap?.(event);
  }

  #orderContext(record: StationRecord): OrderContext {
    return {
      record,
      options: this.#options,
      parts: this.parts,
      tokens: this.tokens,
      now: () => this.now(),
      newId: () => {
        this.#lastId += 1;
        return this.#lastId;
      },
      url: (profile) => this.#urlOf(profile),
      securityProfile: this.connected(record.identity),
    };
  }

  #urlOf(profile: SecurityProfile): string | undefined {
    const listener = this.#listeners.find(({ securityProfile }) => securityProfile === profile);
    return listener === undefined ? undefined : this.#facts(listener).url;
  }

  #facts({ securityProfile, url, port }: Listener): ListenerFacts {
    const host = this.#options.listeners.find((one) => one.securityProfile === securityProfile)?.advertisedHost;
    if (host === undefined) return { securityProfile, url, port };
    const advertised = new URL(url);
    advertised.hostname = host;
    return { securityProfile, url: advertised.href, port };
  }

  // A bug of ours must be seen, and must not end the process that other cases still need.
  readonly #onBug = (error: Error): void => process.emitWarning(error);
}

/**
 * An OCPP 2.0.1 CSMS: listeners of all security profiles, provisioned stations and tokens, honest answers to every message a station
 * may start, and any of the 39 messages a CSMS may start, on order. `options.shape` replaces seams.
 */
export function createCsms(options: CsmsOptions): Csms {
  return new Engine(options);
}
