import type { State } from '../types.ts';

/** Our own: the walk to the end of a session, as far as TxStopPoint needs. */
export const transactionEnded: State = {
  name: 'TransactionEnded',
  kind: 'own',
  inputs: ['stopped by'],
  reached: ({ transaction }) => transaction !== 'running',
  before: [
    { state: 'StopAuthorized' },
    { state: 'EVConnectedPostSession', when: ({ transaction }) => transaction === 'running' },
    { state: 'EVDisconnected', when: ({ transaction }) => transaction === 'running' },
    { state: 'ParkingBayUnoccupied', when: ({ transaction }) => transaction === 'running' },
  ],
  stages: [],
};
