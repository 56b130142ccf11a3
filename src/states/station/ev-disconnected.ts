import type { State } from '../types.ts';

/** Part 6, table 434. */
export const evDisconnected: State = {
  name: 'EVDisconnected',
  kind: 'reusable',
  inputs: ['stopped by'],
  before: [{ state: 'EVConnectedPostSession' }],
  reached: ({ plugged }) => !plugged,
  stages: [
    {
      act: { hand: 'the EV driver', does: 'unplugs the cable' },
      expects: [
        { event: 'connector status', fields: { connector: '<connector>', connectorStatus: '<status without cable>' } },
        {
          when: ({ transaction }) => transaction === 'running',
          event: 'TransactionEventRequest',
          fields: { triggerReason: 'EVCommunicationLost', 'transactionInfo.chargingState': 'Idle' },
        },
      ],
    },
  ],
};
