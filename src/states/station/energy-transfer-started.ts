import type { Situation, State } from '../types.ts';

const beforeSigned = ({ startsAt }: Situation) =>
  startsAt('ParkingBayOccupancy') || startsAt('EVConnected') || startsAt('Authorized');
const beforePower = (situation: Situation) => beforeSigned(situation) || situation.startsAt('DataSigned');
const running = ({ transaction }: Situation) => transaction === 'running';

/** Part 6, table 430: part 1 only while no cable is in. */
export const energyTransferStarted: State = {
  name: 'EnergyTransferStarted',
  kind: 'reusable',
  inputs: ['idToken'],
  before: [{ state: 'Authorized' }],
  reached: ({ charging, told }) => charging && told('Charging'),
  stages: [
    {
      when: ({ plugged }) => !plugged,
      act: { hand: 'the EV driver', does: 'plugs in the cable' },
      expects: [
        { event: 'connector status', fields: { connector: '<connector>', connectorStatus: 'Occupied' } },
        {
          when: running,
          event: 'TransactionEventRequest',
          fields: { triggerReason: 'CablePluggedIn', 'transactionInfo.chargingState': 'EVConnected' },
        },
        // The first event after a remote start may say RemoteStart, whatever the step says (general rule of Part 6).
        {
          when: (situation) =>
            !running(situation) && (situation.startsAt('EVConnected') || situation.startsAt('PowerPathClosed')),
          event: 'TransactionEventRequest',
          fields: {
            triggerReason: 'CablePluggedIn or ChargingStateChanged or RemoteStart',
            'transactionInfo.chargingState': 'EVConnected or SuspendedEVSE or Charging',
          },
        },
      ],
    },
    {
      when: ({ told }) => !told('Charging'),
      expects: [
        {
          when: (situation) => situation.startsAt('DataSigned') && !beforeSigned(situation) && !running(situation),
          event: 'TransactionEventRequest',
          fields: { triggerReason: 'SignedDataReceived' },
        },
        {
          when: (situation) => situation.startsAt('PowerPathClosed') && !beforePower(situation) && !running(situation),
          event: 'TransactionEventRequest',
          fields: { triggerReason: 'ChargingStateChanged', 'transactionInfo.chargingState': 'SuspendedEVSE' },
        },
        {
          when: (situation) =>
            situation.startsAt('EnergyTransfer') || beforePower(situation) || situation.startsAt('PowerPathClosed'),
          event: 'TransactionEventRequest',
          fields: { triggerReason: 'ChargingStateChanged', 'transactionInfo.chargingState': 'Charging' },
        },
      ],
    },
  ],
};
