import type { FrameEvent, Sender } from '../../timeline/events.ts';
import { type Monitor, type MonitorFacts, nothing, type Sighting, type Watch } from './types.ts';

interface Outstanding {
  readonly sequence: number;
  readonly at: number;
  readonly elapsed: number;
}
/** Everybody is free to choose a timeout; nobody means to wait less than this (OCPP ms). */
const shortestTimeout = 2000;
/** On a scaled clock that is no time at all (wall ms). */
const atOnce = 50;
const requirement = 'Part 4, 4.1.1';

const otherSide = (sender: Sender): Sender => (sender === 'CSMS' ? 'Charging Station' : 'CSMS');

/** The newest CALL that still waits. */
function newest(waiting: ReadonlyMap<string, Outstanding>): Outstanding | undefined {
  return [...waiting.values()].at(-1);
}

function watch({ variable, toleranceSeconds = 0 }: MonitorFacts): Watch {
  /** By sender and connection: the rule is one of each connection. */
  const lines = new Map<string, Map<string, Outstanding>>();

  function lineOf(sender: Sender, attempt: number): Map<string, Outstanding> {
    const key = `${sender} ${attempt}`;
    const known = lines.get(key);
    if (known !== undefined) return known;
    const line = new Map<string, Outstanding>();
    lines.set(key, line);
    return line;
  }

  /** Milliseconds after which the sender says that it gives up; only a station says so. */
  function timeoutOf(sender: Sender): number {
    const seconds = sender === 'CSMS' ? Number.NaN : Number(variable?.('OCPPCommCtrlr.MessageTimeout[Default]'));
    return Number.isFinite(seconds) ? (seconds - toleranceSeconds) * 1000 : 0;
  }

  function called({ sender, sequence, at, elapsed }: FrameEvent, open: Outstanding): readonly Sighting[] {
    const waited = at - open.at;
    const soon = waited < shortestTimeout || elapsed - open.elapsed < atOnce;
    const level = soon ? 'SHALL' : waited < timeoutOf(sender) ? 'SHOULD' : undefined;
    if (level === undefined) return nothing;
    const actual = `${waited / 1000} s after the one of event ${open.sequence}`;
    return [
      {
        requirement,
        level,
        message: `the ${sender} sent a CALL while an earlier one was neither answered nor timed out`,
        actual,
        events: [open.sequence, sequence],
      },
    ];
  }

  return {
    see(event) {
      if (event.type === 'connection' && event.what === 'closed') {
        lines.delete(`CSMS ${event.attempt}`);
        lines.delete(`Charging Station ${event.attempt}`);
      }
      if (event.type !== 'frame' || event.frame.kind === 'malformed') return nothing;
      const { frame, sender, attempt, sequence, at, elapsed } = event;
      if (frame.kind !== 'call') {
        lineOf(otherSide(sender), attempt).delete(frame.messageId);
        return nothing;
      }
      const line = lineOf(sender, attempt);
      const open = newest(line);
      line.set(frame.messageId, { sequence, at, elapsed });
      return open === undefined ? nothing : called(event, open);
    },
  };
}

/**
 * No CALL while an earlier one of the same side is outstanding on the same connection. A timeout may have any length, so only what
 * follows at once breaks the rule; what follows before the station's own MessageTimeout is worth a warning.
 */
export const oneOutstandingCall: Monitor = {
  name: 'one-outstanding-call',
  requirements: [requirement],
  level: 'SHALL',
  watch,
};
