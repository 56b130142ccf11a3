import type { TimelineEvent } from '../../timeline/events.ts';
import { type Monitor, type MonitorFacts, nothing, type Sighting, type Watch } from './types.ts';

/** On a scaled clock the machine needs its time too (wall ms). */
const floor = 500;
/** So many intervals pass before anybody says something: what resets the timer is left open (G02.FR.05). */
const intervals = 2;

function watch({ variable, toleranceSeconds = 0 }: MonitorFacts): Watch {
  /** Last exchange or ping on the open connection; undefined while silence is right. */
  let last: { readonly sequence: number; readonly at: number; readonly elapsed: number } | undefined;
  let accepted = false;
  let waitsFor: string | undefined;

  /** Silence up to this event. */
  function silentUntil({ at, elapsed, sequence }: TimelineEvent): readonly Sighting[] {
    const interval = Number(variable?.('OCPPCommCtrlr.HeartbeatInterval') ?? 0);
    if (last === undefined || !accepted || !(interval > 0) || waitsFor !== undefined) return nothing;
    const seconds = (at - last.at) / 1000;
    if (seconds <= intervals * interval + toleranceSeconds || elapsed - last.elapsed < floor) return nothing;
    return [
      {
        requirement: 'G02.FR.02',
        message: `nothing was exchanged for more than ${intervals} heartbeat intervals`,
        expected: `a HeartbeatRequest after ${interval} s`,
        actual: `${seconds} s of silence`,
        events: [last.sequence, sequence],
        by: 'Charging Station',
        late: true,
      },
    ];
  }

  function follow(event: TimelineEvent): void {
    if (event.type !== 'frame') return;
    const { frame, sender, action } = event;
    if (frame.kind === 'call' && sender === 'Charging Station') waitsFor = frame.messageId;
    if (frame.kind !== 'result' && frame.kind !== 'error') return;
    if (frame.messageId === waitsFor) waitsFor = undefined;
    if (frame.kind === 'result' && action === 'BootNotification') accepted = frame.payload['status'] === 'Accepted';
  }

  return {
    see(event) {
      // A ping of ours that nobody has answered is no exchange.
      const ours = event.type === 'connection' && event.what === 'ping' && event.facts?.['direction'] === 'sent';
      const exchanged =
        event.type === 'frame' || (event.type === 'connection' && /^p[io]ng$/.test(event.what) && !ours);
      const found = silentUntil(event);
      follow(event);
      if (event.type === 'connection' && event.what === 'closed') {
        last = undefined;
        waitsFor = undefined;
      }
      const opened = event.type === 'connection' && event.what === 'open';
      if (exchanged || opened || found.length > 0)
        last = { sequence: event.sequence, at: event.at, elapsed: event.elapsed };
      return found;
    },
  };
}

/**
 * An upper bound of silence: HeartbeatInterval is a time of inactivity, any message may reset it, and pings may stand in for most
 * heartbeats (Part 4, 5.2). Judged from a boot that was accepted within the case, while nothing of the station is unanswered.
 */
export const silence: Monitor = {
  name: 'silence',
  requirements: ['G02.FR.02'],
  level: 'SHALL',
  sutOnly: true,
  watch,
};
