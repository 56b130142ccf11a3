import type { State } from '../types.ts';

/** Part 6, table 433. */
export const evConnectedPostSession: State = {
  name: 'EVConnectedPostSession',
  kind: 'reusable',
  inputs: ['stopped by'],
  before: [{ state: 'StopAuthorized' }],
  reached: ({ plugged, charging, stopAuthorized, transaction }) =>
    plugged && !charging && (stopAuthorized || transaction === 'ended'),
  stages: [
    {
      when: ({ transaction, charging }) => transaction === 'running' && charging,
      expects: [
        {
          event: 'TransactionEventRequest',
          fields: { triggerReason: 'ChargingStateChanged', 'transactionInfo.chargingState': 'EVConnected' },
        },
      ],
    },
    {
      when: ({ transaction, stopsAt }) => transaction === 'running' && stopsAt('DataSigned'),
      expects: [{ event: 'TransactionEventRequest', fields: { triggerReason: 'SignedDataReceived' } }],
    },
  ],
};
