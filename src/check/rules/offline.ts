import type { Observation } from '../types.ts';
import { partOf, type RuleContext, type TimelineRule } from './context.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}
interface Told {
  readonly at: number;
  readonly eventType: unknown;
  readonly transaction: unknown;
  readonly offline: boolean;
  readonly seqNo: unknown;
}

/** The last time that the link was down and came back; undefined = never in this case. */
function lastOffline(observations: readonly Observation[]): Span | undefined {
  const back = observations.findLast(
    ({ name, fields }) => name === 'connection attempt' && fields['outcome'] === 'established',
  );
  const gone = observations.findLast(({ name, index }) => name === 'disconnection' && index < (back?.index ?? 0));
  return back === undefined || gone === undefined ? undefined : { from: gone.at, to: back.at };
}

/** Transaction events by their own time, resends once. */
function toldEvents(observations: readonly Observation[]): Told[] {
  const seen = new Set<string>();
  return observations
    .filter(({ name, ownTime }) => name === 'TransactionEventRequest' && ownTime !== undefined)
    .map(({ fields, ownTime }) => ({
      at: ownTime ?? 0,
      eventType: fields['eventType'],
      transaction: partOf(fields['transactionInfo'])['transactionId'],
      offline: fields['offline'] === true,
      seqNo: fields['seqNo'],
    }))
    .filter(({ transaction, seqNo }) => {
      const key = `${String(transaction)}/${String(seqNo)}`;
      return seen.has(key) ? false : seen.add(key) !== undefined;
    })
    .sort((a, b) => a.at - b.at);
}

/** Acts that alone start a transaction, and those that alone end one, whatever else the station does (E01.FR.01, .02; E06.FR.01-03, .06). */
const starts: Readonly<Record<string, readonly string[]>> = { park: ['ParkingBayOccupancy'], plug: ['EVConnected'] };
const ends: Readonly<Record<string, readonly string[]>> = {
  unplug: ['EVConnected', 'PowerPathClosed', 'EnergyTransfer'],
  leave: ['ParkingBayOccupancy'],
};
const meets = (points: readonly string[], wanted: readonly string[] | undefined) =>
  wanted?.some((point) => points.includes(point)) === true;

/** Transactions that run at a moment, by what the station told. */
function running(events: readonly Told[], at: number): number {
  const before = events.filter((each) => each.at <= at);
  return before.filter(
    ({ eventType, transaction }) =>
      eventType === 'Started' &&
      !before.some((other) => other.eventType === 'Ended' && other.transaction === transaction),
  ).length;
}

function faultOfAct(
  { at, act }: { readonly at: number; readonly act: string },
  events: readonly Told[],
  span: Span,
  { txPoints, toleranceMs = 1000 }: RuleContext,
): string | undefined {
  const inTime = ({ at: when }: Told) => when >= at - toleranceMs && when <= span.to;
  const told = (eventType: string) => events.some((each) => each.eventType === eventType && inTime(each));
  if (meets(txPoints?.start ?? [], starts[act]) && running(events, at - toleranceMs) === 0 && !told('Started'))
    return `E01.FR.01, E01.FR.02: ${act} while offline started a transaction that no queued Started event tells`;
  if (meets(txPoints?.stop ?? [], ends[act]) && running(events, at - toleranceMs) > 0 && !told('Ended'))
    return `E06.FR.01, E06.FR.02: ${act} while offline ended the transaction, no queued Ended event tells it`;
  return undefined;
}

/**
 * What happened at the station while the link was down is told afterwards: events that occurred then say offline (E04.FR.03), and
 * acts that alone start or end a transaction have their Started or Ended event (E04.FR.01, E04.FR.02). Updated events may have been
 * dropped (E04.FR.07). Span: the last time offline; near its edges, within the tolerance, an event may say either.
 */
export const queuedEventsTellTheSession: TimelineRule = (observations, context) => {
  const span = lastOffline(observations);
  if (span === undefined) return 'the link was not down and up again in this case';
  const { acts = [], toleranceMs = 1000 } = context;
  const events = toldEvents(observations);
  const inside = (at: number) => at > span.from + toleranceMs && at < span.to - toleranceMs;
  const unmarked = events.filter(({ at, offline }) => inside(at) && !offline);
  if (unmarked.length > 0) {
    const names = unmarked.map(({ eventType, seqNo }) => `${String(eventType)} (seqNo ${String(seqNo)})`);
    return `E04.FR.03: occurred while offline and does not say so: ${names.join(', ')}`;
  }
  for (const act of acts.filter(({ at }) => inside(at))) {
    const fault = faultOfAct(act, events, span, context);
    if (fault !== undefined) return fault;
  }
  return undefined;
};
