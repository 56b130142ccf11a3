import type { FrameEvent } from '../../timeline/events.ts';
import type { Level } from '../verdict.ts';
import { visitMembers } from './payload.ts';
import { type Monitor, type MonitorFacts, nothing, type Sighting } from './types.ts';

/** Every field of type dateTime in Part 2; no other field has one of these names. */
export const dateTimeFields: ReadonlySet<string> = new Set([
  'cacheExpiryDateTime',
  'currentTime',
  'departureTime',
  'endDateTime',
  'expiryDateTime',
  'generatedAt',
  'installDateTime',
  'latestTimestamp',
  'oldestTimestamp',
  'retrieveDateTime',
  'scheduleStart',
  'startDateTime',
  'startSchedule',
  'timeBase',
  'timestamp',
  'validFrom',
  'validTo',
]);
const requirement = 'Part 2, 2.1.4';
/** RFC 3339, 5.6; its letters may be small. */
const format = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d+))?(?:Z|[+-]\d\d:\d\d)$/i;
const mostDigits = 3;

function faultOf(text: string): string | undefined {
  const found = format.exec(text);
  if (found === null) return 'a dateTime is not written as RFC 3339 says, with T and time zone';
  const [, fraction = ''] = found;
  return fraction.length > mostDigits ? `a dateTime has more than ${mostDigits} decimals of a second` : undefined;
}

/** A clock that is off is no broken rule: whose clock is right, nobody can say from here. */
function skewOf(
  event: FrameEvent,
  facts: MonitorFacts,
  name: string,
  time: number,
): Omit<Sighting, 'events'> | undefined {
  const { sender, at, frame } = event;
  const off = (time - at) / 1000; // not a number for a leap second, which is legal
  if (Number.isNaN(off)) return undefined;
  const tolerance = facts.toleranceSeconds ?? Number.POSITIVE_INFINITY;
  const actual = `${name} is ${Math.abs(off)} s ${off > 0 ? 'ahead' : 'behind'}`;
  if (sender === 'CSMS' && name === 'currentTime' && Math.abs(off) > tolerance)
    return { requirement: 'G02.FR.03', level: 'compatibility', message: 'the clock of the CSMS is off', actual };
  // What was queued carries old times (E04, E13); only a time that is still to come is a wrong one.
  if (sender === 'CSMS' || frame.kind !== 'call' || (name !== 'timestamp' && name !== 'generatedAt')) return undefined;
  if (off <= tolerance) return undefined;
  const heartbeats = facts.variable?.('ClockCtrlr.TimeSource')?.split(',').includes('Heartbeat') === true;
  const level: Level = heartbeats ? 'SHOULD' : 'compatibility';
  return { requirement: 'B01.FR.06', level, message: 'the clock of the Charging Station is ahead', actual };
}

/** Times are written as RFC 3339 wants them, with at most three decimals; a clock that is far off is worth a warning. */
export const timeFormat: Monitor = {
  name: 'time-format',
  requirements: [requirement, 'B01.FR.06', 'G02.FR.03'],
  level: 'SHALL',
  watch: (facts) => ({
    see(event) {
      if (event.type !== 'frame' || (event.frame.kind !== 'call' && event.frame.kind !== 'result')) return nothing;
      const found: Sighting[] = [];
      visitMembers(event.frame.payload, (value, name) => {
        if (typeof value !== 'string' || !dateTimeFields.has(name)) return;
        const message = faultOf(value);
        if (message !== undefined) {
          const told = event.schemaFaults.some(
            ({ keyword, path }) => keyword === 'format' && path.endsWith(`/${name}`),
          );
          if (!told) found.push({ requirement, message, actual: `${name} ${value}`, events: [event.sequence] });
          return;
        }
        const skew = skewOf(event, facts, name, Date.parse(value));
        if (skew !== undefined) found.push({ ...skew, events: [event.sequence] });
      });
      return found;
    },
  }),
};
