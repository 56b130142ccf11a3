import type { Situation, State } from '../types.ts';

const eventDue = ({ startsAt, transaction, authorized }: Situation) =>
  startsAt('EVConnected') || transaction === 'running' || (startsAt('PowerPathClosed') && authorized);

/** Part 6, table 427. */
export const evConnectedPreSession: State = {
  name: 'EVConnectedPreSession',
  kind: 'reusable',
  before: [{ state: 'ParkingBayOccupied' }],
  reached: ({ plugged }) => plugged,
  stages: [
    {
      act: { hand: 'the EV driver', does: 'plugs in the cable' },
      expects: [
        { event: 'connector status', fields: { connector: '<connector>', connectorStatus: 'Occupied' } },
        {
          when: (situation) => eventDue(situation) && situation.transaction !== 'running',
          event: 'TransactionEventRequest',
          fields: {
            eventType: 'Started',
            triggerReason: 'CablePluggedIn or ChargingStateChanged or RemoteStart',
            'transactionInfo.chargingState': 'EVConnected or SuspendedEVSE or Charging',
            evse: '<connector>',
          },
        },
        {
          when: (situation) => eventDue(situation) && situation.transaction === 'running',
          event: 'TransactionEventRequest',
          fields: {
            eventType: 'Updated',
            triggerReason: 'CablePluggedIn or ChargingStateChanged or RemoteStart',
            'transactionInfo.chargingState': 'EVConnected or SuspendedEVSE or Charging',
          },
        },
      ],
    },
  ],
};
