import type { ConnectOptions, Link, Listener, ListenerOptions, WireEvent } from '../../src/transport/index.ts';
import { connect, startListener } from '../../src/transport/index.ts';

/** Collects wire events; `until` waits for the first that fits. */
export class Witness {
  readonly events: WireEvent[] = [];
  readonly #waiting: { fits: (event: WireEvent) => boolean; resolve: (event: WireEvent) => void }[] = [];

  readonly tap = (event: WireEvent): void => {
    this.events.push(event);
    for (const waiting of [...this.#waiting]) {
      if (!waiting.fits(event)) continue;
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      waiting.resolve(event);
    }
  };

  of<T extends WireEvent['type']>(type: T): Extract<WireEvent, { type: T }>[] {
    return this.events.filter((event): event is Extract<WireEvent, { type: T }> => event.type === type);
  }

  async until<T extends WireEvent['type']>(type: T, nth = 1): Promise<Extract<WireEvent, { type: T }>> {
    if (this.of(type).length < nth) {
      await new Promise<WireEvent>((resolve) => {
        this.#waiting.push({ fits: () => this.of(type).length >= nth, resolve });
      });
    }
    const found = this.of(type)[nth - 1];
    if (found === undefined) throw new Error(`no ${type} event`);
    return found;
  }
}

/** A listener on a free loopback port with its witness and the links it made. */
export async function listening(
  options: Partial<ListenerOptions> = {},
): Promise<{ listener: Listener; witness: Witness; links: Link[] }> {
  const witness = new Witness();
  const links: Link[] = [];
  const listener = await startListener({
    securityProfile: 1,
    host: '127.0.0.1',
    port: 0,
    path: '/ocpp',
    decide: () => ({ accept: true, subprotocol: 'ocpp2.0.1' }),
    onLink: (link) => links.push(link),
    tap: witness.tap,
    ...options,
  });
  return { listener, witness, links };
}

export function connecting(url: string, options: Partial<ConnectOptions> = {}) {
  const witness = new Witness();
  const result = connect({
    url: `${url}/CS001`,
    identity: 'CS001',
    securityProfile: 1,
    subprotocols: ['ocpp2.0.1'],
    deadlineMs: 5_000,
    tap: witness.tap,
    ...options,
  });
  return { witness, result };
}

export async function connected(
  url: string,
  options: Partial<ConnectOptions> = {},
): Promise<{ link: Link; witness: Witness }> {
  const { witness, result } = connecting(url, options);
  const settled = await result;
  if (!settled.ok) throw new Error(`not connected: ${settled.at} by ${settled.by}: ${settled.reason}`);
  return { link: settled.link, witness };
}
