import type { State } from '../types.ts';

/** Part 6, table 435. */
export const parkingBayUnoccupied: State = {
  name: 'ParkingBayUnoccupied',
  kind: 'reusable',
  inputs: ['stopped by'],
  before: [{ state: 'EVDisconnected' }],
  reached: ({ parked, plugged }) => !parked && !plugged,
  stages: [
    {
      act: { hand: 'the EV driver', does: 'leaves the parking bay' },
      expects: [
        {
          when: ({ transaction, mode }) => transaction === 'running' && mode === 'local',
          event: 'TransactionEventRequest',
          fields: {
            triggerReason: 'EVDeparted',
            eventType: 'Ended',
            'transactionInfo.stoppedReason': 'Local or omitted',
          },
        },
        {
          when: ({ transaction, mode }) => transaction === 'running' && mode === 'remote',
          event: 'TransactionEventRequest',
          fields: { triggerReason: 'EVDeparted', eventType: 'Ended', 'transactionInfo.stoppedReason': 'Remote' },
        },
      ],
    },
  ],
};
