import type { TransactionEvent } from './transaction-event.ts';
import type { SeenTransaction } from './transactions.ts';
import { nothing, type Sighting } from './types.ts';

/** Ends that are no act of the EV driver at the station: stoppedReason is not Local, and only Local may be left out. */
const notByDriver: ReadonlySet<string | undefined> = new Set([
  'AbnormalCondition',
  'EnergyLimitReached',
  'EVConnectTimeout',
  'ResetCommand',
  'TimeLimitReached',
  'UnlockCommand',
]);

interface Demand {
  readonly reason: string;
  readonly requirement: string;
  readonly level?: 'SHOULD';
}

/** What stoppedReason has to be for the triggerReason of the Ended event. `refused`: the CSMS did not accept the token. */
function demandOf(triggerReason: string | undefined, refused: boolean): Demand | undefined {
  if (triggerReason === 'RemoteStop') return { reason: 'Remote', requirement: 'F03.FR.03' };
  if (triggerReason === 'Deauthorized')
    return { reason: 'DeAuthorized', requirement: 'E05.FR.10', ...(refused ? {} : { level: 'SHOULD' as const }) };
  if (triggerReason === 'EVConnectTimeout') return { reason: 'Timeout', requirement: 'E03.FR.05', level: 'SHOULD' };
  return undefined;
}

/** The driver had stopped it before, so a reason that is left out means Local. */
const stoppedByDriver = ({ events }: SeenTransaction): boolean =>
  [...events.values()].some(({ triggerReason }) => triggerReason === 'StopAuthorized');

/** stoppedReason of an event against its triggerReason. */
export function stoppedReason(
  event: TransactionEvent,
  transaction: SeenTransaction,
  refused: boolean,
): readonly Sighting[] {
  const { eventType, triggerReason, stoppedReason: told, sequence, seqNo, transactionId } = event;
  const common = {
    actual: `${eventType} with seqNo ${seqNo} of ${transactionId}: stoppedReason ${told ?? 'is left out'}`,
    events: [sequence],
  };
  if (eventType !== 'Ended') {
    if (told === undefined) return nothing;
    const requirement = 'Part 2, 2.48 stoppedReason';
    return [{ ...common, requirement, level: 'compatibility', message: `stoppedReason in a ${eventType} event` }];
  }
  if (told === undefined && notByDriver.has(triggerReason) && !stoppedByDriver(transaction))
    return [
      {
        ...common,
        requirement: 'E06.FR.08',
        message: `a transaction ends with triggerReason ${triggerReason ?? ''} and no stoppedReason; only Local may be left out`,
      },
    ];
  const demand = demandOf(triggerReason, refused);
  if (demand === undefined || told === demand.reason) return nothing;
  const { reason, requirement, level } = demand;
  return [
    {
      ...common,
      requirement,
      ...(level === undefined ? {} : { level }),
      expected: `stoppedReason ${reason}`,
      message: `a transaction ends with triggerReason ${triggerReason ?? ''} and another stoppedReason than ${reason}`,
    },
  ];
}
