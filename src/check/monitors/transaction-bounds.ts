import type { TransactionEvent } from './transaction-event.ts';
import { type SeenTransaction, type TransactionStep, Transactions } from './transactions.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

const eventType = 'Part 2, 1.60.1 eventType';

const sighting = (message: string, { id }: SeenTransaction, ...events: readonly TransactionEvent[]): Sighting => ({
  requirement: eventType,
  message,
  actual: `${events.map((each) => `${each.eventType} with seqNo ${each.seqNo}`).join(', then ')} in ${id}`,
  events: events.map(({ sequence }) => sequence).sort((a, b) => a - b),
});

const lowest = (events: readonly TransactionEvent[]) => [...events].sort((a, b) => a.seqNo - b.seqNo)[0];
const highest = (events: readonly TransactionEvent[]) => [...events].sort((a, b) => b.seqNo - a.seqNo)[0];

/** Started is the first event by seqNo, Ended the last, and there is one of each. */
function outOfBounds({ event, transaction, earlier }: TransactionStep): readonly Sighting[] {
  if (earlier !== undefined) return nothing;
  const { started, ended, events } = transaction;
  const others = () => [...events.values()].filter((each) => each !== event);
  if (event.eventType === 'Started') {
    if (started !== undefined && started !== event)
      return [sighting('a transaction is started twice', transaction, started, event)];
    const before = lowest(others());
    return before !== undefined && before.seqNo < event.seqNo
      ? [sighting('Started is not the first event of its transaction', transaction, before, event)]
      : nothing;
  }
  if (started !== undefined && event.seqNo < started.seqNo)
    return [sighting('Started is not the first event of its transaction', transaction, started, event)];
  if (event.seqNo === 0) return [sighting('the first event of a transaction is not Started', transaction, event)];
  if (event.eventType === 'Ended') {
    if (ended !== undefined && ended !== event)
      return [sighting('a transaction is ended twice', transaction, ended, event)];
    const after = highest(others());
    return after !== undefined && after.seqNo > event.seqNo
      ? [sighting('Ended is not the last event of its transaction', transaction, after, event)]
      : nothing;
  }
  return ended !== undefined && event.seqNo > ended.seqNo
    ? [sighting('Ended is not the last event of its transaction', transaction, ended, event)]
    : nothing;
}

/** A transaction that was begun on an EVSE on which another one had not been told to have ended. */
interface Succession {
  readonly former: SeenTransaction;
  readonly latter: SeenTransaction;
  /** The Started of the latter. */
  readonly began: TransactionEvent;
}

/**
 * Did the former still go on? Proven by an event of its own that was made and sent after the latter had begun; or it was never
 * ended although the station has gone on. Own times alone prove nothing: a clock may have been set meanwhile.
 */
function overlap(transactions: Transactions, { former, latter, began }: Succession): Sighting[] {
  if (former.interrupted || latter.interrupted) return [];
  const { timestamp } = began;
  const later = [...former.events.values()].find(
    (each) =>
      each.sequence > began.sequence &&
      timestamp !== undefined &&
      each.timestamp !== undefined &&
      each.timestamp > timestamp,
  );
  const open = former.ended === undefined && transactions.settled(began);
  if (later === undefined && !open) return [];
  return [
    {
      requirement: 'E01.FR.14',
      message: 'a transaction starts on an EVSE while another one goes on there',
      expected: 'one transaction at a time on an EVSE',
      actual: `${latter.id} on EVSE ${latter.evseId ?? '?'} while ${former.id} has not ended`,
      events: [began.sequence, ...(later === undefined ? [] : [later.sequence])],
    },
  ];
}

/** Finds who follows whom on an EVSE. A transaction that began before the stream, or never tells its EVSE, is left alone. */
class Successions {
  readonly #newest = new Map<number, SeenTransaction>();
  readonly #placed = new Set<SeenTransaction>();
  readonly found: Succession[] = [];

  see({ transaction }: TransactionStep): void {
    const { started, evseId } = transaction;
    if (started === undefined || evseId === undefined || this.#placed.has(transaction)) return;
    this.#placed.add(transaction);
    const other = this.#newest.get(evseId);
    const [former, latter] = inOrder(other, transaction);
    this.#newest.set(evseId, latter);
    if (former !== undefined && former.ended === undefined && latter.started !== undefined)
      this.found.push({ former, latter, began: latter.started });
  }
}

/** By their own times: what happened offline may be told in any order. */
function inOrder(
  other: SeenTransaction | undefined,
  one: SeenTransaction,
): readonly [SeenTransaction | undefined, SeenTransaction] {
  const [a, b] = [other?.started?.timestamp, one.started?.timestamp];
  return other !== undefined && a !== undefined && b !== undefined && a > b ? [one, other] : [other, one];
}

/** First, last and only: Started and Ended in the order of seqNo; one transaction at a time on an EVSE (Part 2 E 1, E01.FR.14). */
export const transactionBounds: Monitor = {
  name: 'transaction-bounds',
  requirements: [eventType, 'E01.FR.14'],
  level: 'SHALL',
  watch: () => {
    const transactions = new Transactions();
    const successions = new Successions();
    return {
      see(event) {
        const step = transactions.see(event);
        if (step === undefined) return nothing;
        successions.see(step);
        return outOfBounds(step);
      },
      end: () => successions.found.flatMap((each) => overlap(transactions, each)),
    };
  },
};
