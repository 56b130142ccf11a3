import type { TransactionEvent } from './transaction-event.ts';
import { Transactions } from './transactions.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

const about = ({ seqNo, transactionId, triggerReason }: TransactionEvent) =>
  `${triggerReason ?? 'no triggerReason'} with seqNo ${seqNo} of ${transactionId}`;

/** What an event says of itself, whatever was before it. */
function alone(event: TransactionEvent): readonly Sighting[] {
  const { chargingState, triggerReason, eventType, sequence } = event;
  if (chargingState !== undefined) return nothing;
  const common = { actual: about(event), events: [sequence] };
  if (triggerReason === 'ChargingStateChanged')
    return [
      { ...common, requirement: 'E02.FR.13', message: 'the charging state has changed and the event does not tell it' },
    ];
  if (triggerReason === 'Trigger')
    return [{ ...common, requirement: 'F06.FR.07', message: 'a triggered TransactionEvent tells no chargingState' }];
  if (eventType === 'Started')
    return [
      {
        ...common,
        requirement: 'E02.FR.13',
        level: 'SHOULD',
        message:
          'the Started event tells no chargingState; that it has to is said in Part 2 E 1.5, which is informative',
      },
    ];
  return nothing;
}

/**
 * Twice in a row "changed" to the same state. One event may tell the state together with another trigger and the next one
 * again (E02.FR.17), one change may be split over messages of the same time (E02.FR.11), and a change of the phases in use has
 * no trigger of its own (E02.FR.19).
 */
function repeated(event: TransactionEvent, before: TransactionEvent | undefined): readonly Sighting[] {
  const changed = (each: TransactionEvent) => each.triggerReason === 'ChargingStateChanged';
  if (before === undefined || !changed(event) || !changed(before)) return nothing;
  if (event.chargingState === undefined || event.chargingState !== before.chargingState) return nothing;
  if (event.timestamp === before.timestamp || event.payload['numberOfPhasesUsed'] !== undefined) return nothing;
  return [
    {
      requirement: 'E02.FR.15',
      level: 'SHOULD',
      message: 'two events in a row say that the charging state has changed, to the same state',
      actual: `${event.chargingState} with seqNo ${before.seqNo} and ${event.seqNo} of ${event.transactionId}`,
      events: [before.sequence, event.sequence],
    },
  ];
}

/**
 * Whoever says that the charging state has changed tells it (E02.FR.13). Part 2 has no table of transitions: steps may be left
 * out when two changes are told in one event, so no sequence of states is judged as impossible.
 */
export const chargingState: Monitor = {
  name: 'charging-state',
  requirements: ['E02.FR.13', 'E02.FR.15', 'F06.FR.07'],
  level: 'SHALL',
  watch: () => {
    const transactions = new Transactions();
    const last = new Map<string, TransactionEvent>();
    return {
      see(seen) {
        const step = transactions.see(seen);
        if (step === undefined || step.earlier !== undefined) return nothing;
        const { event, following } = step;
        const found = [...alone(event)];
        for (const each of following) {
          found.push(...repeated(each, last.get(each.transactionId)));
          last.set(each.transactionId, each);
        }
        return found;
      },
    };
  },
};
