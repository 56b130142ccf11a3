import type { Situation, State } from '../types.ts';

const beforeSigned = ({ startsAt }: Situation) =>
  startsAt('ParkingBayOccupancy') || startsAt('EVConnected') || startsAt('Authorized');
const beforePower = (situation: Situation) => beforeSigned(situation) || situation.startsAt('DataSigned');
const running = ({ transaction }: Situation) => transaction === 'running';
const path = ({ startsAt }: Situation) => startsAt('PowerPathClosed');
/** The first event after the authorization may name it, or the remote start (E02.FR.01, F01.FR.19; general rule of Part 6). */
const firstReason = 'ChargingStateChanged or Authorized or RemoteStart';

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
          when: (situation) => path(situation) && !beforePower(situation) && !running(situation),
          event: 'TransactionEventRequest',
          fields: { triggerReason: firstReason, 'transactionInfo.chargingState': 'SuspendedEVSE' },
        },
        {
          when: (situation) => running(situation) || beforePower(situation) || path(situation),
          event: 'TransactionEventRequest',
          fields: { triggerReason: 'ChargingStateChanged', 'transactionInfo.chargingState': 'Charging' },
        },
        {
          when: (situation) =>
            situation.startsAt('EnergyTransfer') && !running(situation) && !beforePower(situation) && !path(situation),
          event: 'TransactionEventRequest',
          fields: { triggerReason: firstReason, eventType: 'Started', 'transactionInfo.chargingState': 'Charging' },
        },
      ],
    },
  ],
};
