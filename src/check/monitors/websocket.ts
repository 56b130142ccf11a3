import type { FrameEvent, WireTimelineEvent } from '../../timeline/events.ts';
import { type Monitor, nothing, type Sighting, type Watch } from './types.ts';

/** Part 4, 3.1.1. */
const longestIdentity = 48;
const identityCharacters = /^[A-Za-z0-9*\-_=+|@.]*$/;

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

function watch(): Watch {
  /** Subprotocols that were offered, by connection. */
  const offers = new Map<number, readonly string[]>();
  /** Connections that were opened without a subprotocol. */
  const withoutProtocol = new Set<number>();

  /** The opening request of the station. */
  function requested({ attempt, facts, sequence }: WireTimelineEvent): readonly Sighting[] {
    const http: unknown = facts['http'];
    if (typeof http !== 'object' || http === null) return nothing;
    const offered = texts(Reflect.get(http, 'subprotocols'));
    offers.set(attempt, offered);
    const identity = String(Reflect.get(http, 'identity') ?? '');
    const found: Sighting[] = [];
    const add = (sighting: Omit<Sighting, 'events' | 'by'>) =>
      found.push({ ...sighting, events: [sequence], by: 'Charging Station' });
    if (offered.length === 0)
      add({ requirement: 'Part 4, 3.1.2', message: 'the connection was opened without a Sec-WebSocket-Protocol' });
    if (identity.length > longestIdentity)
      add({
        requirement: 'Part 4, 3.1.1',
        message: `the identity in the URL is longer than ${longestIdentity} characters`,
        actual: identity,
      });
    // Part 4 itself shows an identity with a space.
    if (!identityCharacters.test(identity))
      add({
        requirement: 'Part 4, 3.1.1',
        level: 'SHOULD',
        message: 'the identity in the URL has characters that an identity must not have',
        actual: identity,
      });
    return found;
  }

  /** The answer of the CSMS to the opening request. */
  function opened({ attempt, facts, sequence }: WireTimelineEvent): readonly Sighting[] {
    const chosen = String(facts['subprotocol'] ?? '');
    if (chosen === '') withoutProtocol.add(attempt);
    const offered = offers.get(attempt);
    if (chosen === '' || offered === undefined || offered.includes(chosen)) return nothing;
    const message = 'the CSMS chose a subprotocol that was not offered';
    return [{ requirement: 'Part 4, 3.2', message, actual: chosen, events: [sequence], by: 'CSMS' }];
  }

  function framed({ frame, attempt, sender, sequence }: FrameEvent): readonly Sighting[] {
    const events = [sequence];
    if (frame.kind === 'malformed' && frame.reason === 'binary')
      return [{ requirement: 'Part 4, 4.1.2', message: 'a binary message; OCPP-J is text', events }];
    if (frame.kind === 'malformed' && frame.reason === 'oversize')
      return [
        {
          requirement: 'Part 4, 4.1.2',
          level: 'compatibility',
          message: 'a message above the size that this harness reads: nothing of it was judged',
          events,
        },
      ];
    if (sender !== 'CSMS' || !withoutProtocol.has(attempt)) return nothing;
    const message = 'the CSMS goes on with a connection for which no subprotocol was agreed';
    return [{ requirement: 'Part 4, 3.2', message, events }];
  }

  return {
    see(event) {
      if (event.type === 'frame') return framed(event);
      if (event.type !== 'connection') return nothing;
      if (event.what === 'http') return requested(event);
      return event.what === 'open' ? opened(event) : nothing;
    },
  };
}

/**
 * What Part 4 asks of the WebSocket: a subprotocol is offered, one of the offered is chosen or the connection ends, messages are
 * text, the identity in the URL has at most 48 characters. There is no rule for close codes, pings or compression of a station.
 */
export const websocket: Monitor = {
  name: 'websocket',
  requirements: ['Part 4, 3.1.1', 'Part 4, 3.1.2', 'Part 4, 3.2', 'Part 4, 4.1.2'],
  level: 'SHALL',
  sutOnly: true,
  watch,
};
