import type { TimelineEvent } from '../../timeline/events.ts';
import { ownTimeOf } from '../views/frames.ts';
import { type TransactionEvent, transactionEventOf } from './transaction-event.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

/** OCPP time, epoch ms, in which no connection stood. */
interface Window {
  readonly from: number;
  readonly until: number;
}
interface Arrival {
  readonly event: TransactionEvent;
  readonly at: number;
}

const eventOf = (event: TimelineEvent): TransactionEvent | undefined => {
  const read = transactionEventOf(event);
  return read === 'unreadable' ? undefined : read;
};

/** Times without a connection, and how far the clock of the station is from ours. */
class Link {
  readonly windows: Window[] = [];
  readonly #open = new Set<number>();
  #lostAt: number | undefined;
  /** Arrival minus own time of what was sent since the link came back: never less than the clocks are apart. */
  readonly #delays: number[] = [];

  see(event: TimelineEvent): void {
    if (event.type === 'frame') {
      this.#open.add(event.attempt); // the opening may have been before the stream
      if (event.sender === 'Charging Station' && event.frame.kind === 'call')
        this.#delay(event.at, event.frame.payload);
      return;
    }
    if (event.type !== 'connection') return;
    if (event.what === 'open') {
      if (this.#lostAt !== undefined) this.windows.push({ from: this.#lostAt, until: event.at });
      this.#lostAt = undefined;
      this.#open.add(event.attempt);
    }
    if (event.what === 'closed' && this.#open.delete(event.attempt) && this.#open.size === 0) this.#lostAt = event.at;
  }

  #delay(at: number, { timestamp, offline }: Readonly<Record<string, unknown>>): void {
    const own = this.windows.length === 0 ? undefined : ownTimeOf(timestamp);
    if (own !== undefined && offline !== true) this.#delays.push(at - own);
  }

  /** ms that the clock of the station is behind ours, negative when it is ahead; undefined when nothing tells. */
  get skew(): number | undefined {
    return this.#delays.length === 0 ? undefined : Math.min(...this.#delays);
  }
}

const sighting = ({ event }: Arrival, level: Sighting['level'], requirement: string, message: string): Sighting => ({
  requirement,
  ...(level === undefined ? {} : { level }),
  message,
  actual: `${event.eventType} for ${event.triggerReason ?? 'no reason'} with seqNo ${event.seqNo} of ${event.transactionId}`,
  events: [event.sequence],
});

function judge({ event, at }: Arrival, windows: readonly Window[], tolerance: number): readonly Sighting[] {
  const { timestamp, offline } = event;
  if (timestamp === undefined) return nothing;
  const inside = ({ from, until }: Window) =>
    at >= until && timestamp > from + tolerance && timestamp < until - tolerance;
  if (offline || !windows.some(inside)) return nothing;
  return [
    sighting({ event, at }, undefined, 'E04.FR.03', 'an event that happened while offline is not flagged offline'),
  ];
}

/** Sent before the link was lost, not answered, and sent again: it was still in the queue (E11.FR.07). */
function resent(first: Arrival, again: Arrival, windows: readonly Window[]): readonly Sighting[] {
  const between = windows.some(({ from, until }) => from >= first.at && until <= again.at);
  if (!between || again.event.offline) return nothing;
  const message =
    'an event that waited in the queue when the link was lost is not flagged offline when it is sent again';
  return [sighting(again, 'SHOULD', 'E11.FR.07', message)];
}

/**
 * The flag offline of TransactionEvents: set for what happened while no connection stood (E04.FR.03, E11.FR.02, E12.FR.02).
 * Around the loss and the return the tolerance of the clocks decides nothing; a clock that is off by more than it lets nothing
 * be judged. A flag on what happened online breaks no requirement.
 */
export const offlineFlag: Monitor = {
  name: 'offline-flag',
  requirements: ['E04.FR.03', 'E11.FR.07'],
  level: 'SHALL',
  watch: ({ toleranceSeconds }) => {
    const link = new Link();
    const arrivals = new Map<string, Arrival>();
    const again: [Arrival, Arrival][] = [];
    return {
      see(seen) {
        link.see(seen);
        const event = eventOf(seen);
        if (event === undefined) return nothing;
        const key = `${event.seqNo} ${event.transactionId}`;
        const first = arrivals.get(key);
        const arrival = { event, at: seen.at };
        if (first === undefined) arrivals.set(key, arrival);
        else again.push([first, arrival]);
        return nothing;
      },
      end() {
        const { skew, windows } = link;
        const late = again.flatMap(([first, second]) => resent(first, second, windows));
        if (toleranceSeconds === undefined || skew === undefined) return late;
        const tolerance = toleranceSeconds * 1000;
        if (Math.abs(skew) > tolerance) return late;
        return [...late, ...[...arrivals.values()].flatMap((each) => judge(each, windows, tolerance))];
      },
    };
  },
};
