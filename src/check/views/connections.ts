import type { Sender, WireTimelineEvent } from '../../timeline/events.ts';
import type { Sight } from './frames.ts';

type Facts = Readonly<Record<string, unknown>>;
const record = (value: unknown): Facts => (typeof value === 'object' && value !== null ? { ...value } : {});

/**
 * `connection attempt` and `disconnection` from wire events (src/transport: attempt, tls, http, refused, open, closed).
 * `us` in those events is the harness: the CSMS when a station is tested, the station when a CSMS is tested.
 */
export class Connections {
  readonly #us: Sender;
  readonly #begun = new Map<number, { readonly at: number; facts: Facts }>();
  readonly #open = new Set<number>();
  /** OCPP time at which the last connection or attempt ended. */
  #ended: number | undefined;

  constructor(us: Sender) {
    this.#us = us;
  }

  see(event: WireTimelineEvent): Sight[] {
    const { what, attempt, facts, at } = event;
    switch (what) {
      case 'attempt':
        this.#begun.set(attempt, { at, facts: { endpoint: facts['endpoint'] } });
        return [];
      case 'tls':
        return this.#note(attempt, { tls: tlsFacts(record(facts['tls'])) });
      case 'http': {
        const http = record(facts['http']);
        return this.#note(attempt, { authorization: http['authorization'], offeredSubprotocols: http['subprotocols'] });
      }
      case 'open':
        this.#open.add(attempt);
        return [
          this.#attempt(event, {
            outcome: 'established',
            securityProfile: facts['securityProfile'],
            subprotocol: facts['subprotocol'],
          }),
        ];
      case 'refused': {
        const outcome = facts['by'] === 'them' && this.#us === 'CSMS' ? 'aborted by the Charging Station' : 'refused';
        const sight = this.#attempt(event, { outcome, 'refused at': facts['at'], reason: facts['reason'] });
        this.#ended = at;
        return [sight];
      }
      case 'closed':
        this.#ended = at;
        // A connection that was there before the first event is one as well; an attempt that never opened is none.
        return this.#open.delete(attempt) || !this.#begun.has(attempt) ? [this.#disconnection(event)] : [];
      default:
        return [];
    }
  }

  #note(attempt: number, facts: Facts): [] {
    const begun = this.#begun.get(attempt);
    if (begun !== undefined) begun.facts = { ...begun.facts, ...facts };
    return [];
  }

  /** An attempt is always the station's; its gap counts from the end of the connection or attempt before. */
  #attempt({ attempt, at, sequence }: WireTimelineEvent, facts: Facts): Sight {
    const begun = this.#begun.get(attempt);
    const gap = this.#ended === undefined ? {} : { gap: ((begun?.at ?? at) - this.#ended) / 1000 };
    const fields = Object.fromEntries(
      Object.entries({ ...begun?.facts, ...facts, ...gap }).filter(([, value]) => value !== undefined),
    );
    return { sequence, name: 'connection attempt', sender: 'Charging Station', at, attempt, fields };
  }

  #disconnection({ attempt, at, sequence, facts }: WireTimelineEvent): Sight {
    const them: Sender = this.#us === 'CSMS' ? 'Charging Station' : 'CSMS';
    const sender = facts['by'] === 'us' ? this.#us : them;
    const cause = facts['by'] === 'network' ? 'network' : sender;
    return {
      sequence,
      name: 'disconnection',
      sender,
      at,
      attempt,
      fields: { cause, code: facts['code'], reason: facts['reason'] },
    };
  }
}

/** The peer's certificate under the name that tables use. */
function tlsFacts(tls: Facts): Facts {
  const { suite, peerCertificate, offeredSuites, suites } = tls;
  const listed = suites ?? offeredSuites ?? (suite === undefined ? undefined : [suite]);
  return {
    ...tls,
    ...(listed === undefined ? {} : { suites: listed }),
    ...(peerCertificate === undefined
      ? {}
      : { serverCertificate: peerCertificate, clientCertificate: peerCertificate }),
  };
}
