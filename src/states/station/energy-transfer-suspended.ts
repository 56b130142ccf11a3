import type { State } from '../types.ts';

/** Part 6, table 431. */
export const energyTransferSuspended: State = {
  name: 'EnergyTransferSuspended',
  kind: 'reusable',
  before: [{ state: 'EnergyTransferStarted' }],
  reached: ({ suspended }) => suspended,
  stages: [
    { act: { passes: '<transaction duration> seconds' } },
    {
      act: { hand: 'the EV', does: 'suspends charging' },
      expects: [
        {
          when: ({ stopsAt }) => !stopsAt('EnergyTransfer'),
          event: 'TransactionEventRequest',
          fields: {
            triggerReason: 'ChargingStateChanged',
            'transactionInfo.chargingState': 'EVConnected or SuspendedEV',
            eventType: 'Updated',
          },
        },
        {
          when: ({ stopsAt }) => stopsAt('EnergyTransfer'),
          event: 'TransactionEventRequest',
          fields: {
            'transactionInfo.chargingState': 'EVConnected or SuspendedEV',
            eventType: 'Ended',
            'transactionInfo.stoppedReason': 'StoppedByEV',
          },
        },
      ],
    },
  ],
};
