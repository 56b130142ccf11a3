import { sameTransactionEvent, type TransactionEvent } from './transaction-event.ts';
import { type SeenTransaction, Transactions } from './transactions.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

const generation = 'Part 2, E 1.3.2.1';

/** Every number that any transaction of the stream used: one counter for the whole station is no breach of the text. */
const usedBy = (all: readonly SeenTransaction[]): ReadonlySet<number> =>
  new Set(all.flatMap(({ events }) => [...events.keys()]));

function reused(event: TransactionEvent, earlier: TransactionEvent): readonly Sighting[] {
  if (sameTransactionEvent(event, earlier)) return nothing;
  return [
    {
      requirement: generation,
      message: 'two different events of a transaction have the same seqNo',
      actual: `seqNo ${event.seqNo} of ${event.transactionId}`,
      events: [earlier.sequence, event.sequence],
    },
  ];
}

/** Numbers that are missing in a transaction, as far as that can be concluded. */
function gaps(transactions: Transactions, { events, interrupted, id }: SeenTransaction): Sighting[] {
  const numbers = [...events.keys()].sort((a, b) => a - b);
  return numbers.flatMap((number, index): Sighting[] => {
    const before = numbers[index - 1];
    const event = events.get(number);
    if (before === undefined || event === undefined || number === before + 1) return [];
    if (!transactions.settled(event)) return [];
    const used = usedBy(transactions.all.filter((other) => other.id !== id));
    const missing = number - before - 1;
    const elsewhere =
      missing <= used.size && Array.from({ length: missing }, (_, i) => before + 1 + i).every((n) => used.has(n));
    const actual = `${before}, then ${number} in ${id}`;
    const at = [events.get(before)?.sequence ?? event.sequence, event.sequence];
    if (interrupted)
      return [
        {
          requirement: 'E04.FR.08',
          level: 'SHOULD',
          message: 'seqNo has a gap after the station was offline; only intermediate Updated events may be dropped',
          actual,
          events: at,
        },
      ];
    return [
      {
        requirement: generation,
        ...(elsewhere ? { level: 'SHOULD' as const } : {}),
        message: elsewhere
          ? 'seqNo counts over several EVSEs: nobody can tell whether a transaction is complete'
          : 'seqNo is not increased by 1 after each event',
        expected: `${before + 1} after ${before}`,
        actual,
        events: at,
      },
    ];
  });
}

/**
 * 0 is a SHOULD, and a counter that goes on is allowed: told only where it cannot be going on. No transaction has one event
 * only, so a counter that goes on is past 1.
 */
function start(transactions: Transactions, { started, id, evseId }: SeenTransaction): Sighting[] {
  if (started === undefined || started.seqNo === 0) return [];
  const others = transactions.all.filter((other) => other.id !== id);
  const before = others.filter(
    (other) =>
      other.evseId === evseId &&
      evseId !== undefined &&
      !other.interrupted &&
      (other.ended?.sequence ?? Number.POSITIVE_INFINITY) < started.sequence,
  );
  if (usedBy(others).has(started.seqNo - 1)) return [];
  if (started.seqNo !== 1 && before.length === 0) return [];
  return [
    {
      requirement: generation,
      level: 'SHOULD',
      message: 'the first event of a transaction has neither seqNo 0 nor the next number of a counter that goes on',
      actual: `seqNo ${started.seqNo} of ${id}`,
      events: [started.sequence],
    },
  ];
}

/**
 * seqNo of TransactionEvents: +1 after each event (SHALL), 0 at the start (SHOULD). Events may arrive in any order and more
 * than once; a gap is judged at the end of the stream, when a later event was answered and the station went on.
 */
export const transactionSequence: Monitor = {
  name: 'transaction-sequence',
  requirements: [generation, 'E04.FR.08'],
  level: 'SHALL',
  watch: () => {
    const transactions = new Transactions();
    return {
      see(event) {
        const step = transactions.see(event);
        return step?.earlier === undefined ? nothing : reused(step.event, step.earlier);
      },
      end: () =>
        transactions.all.flatMap((transaction) => [
          ...(transactions.unreadable ? [] : gaps(transactions, transaction)),
          ...start(transactions, transaction),
        ]),
    };
  },
};
