import type { Fields, Situation, State } from '../types.ts';

const remote = ({ input, mode }: Situation) =>
  (input('stopped by') ?? (mode === 'remote' ? 'remote' : 'token')) === 'remote';
const local = (situation: Situation) => !remote(situation);
/** TxStopPoints that a stop authorization reaches by itself. */
const ends = ({ stopsAt }: Situation) =>
  stopsAt('Authorized') || stopsAt('PowerPathClosed') || stopsAt('EnergyTransfer');

/** Erratum 6.2.117: the authorization itself may be told; the last of the two events ends the transaction where TxStopPoint says so. */
const closing = (reason: string, stopped: string, more: Fields = {}) => [
  {
    event: 'TransactionEventRequest',
    times: 'optional',
    fields: { triggerReason: reason, eventType: 'Updated', ...more },
  },
  {
    when: ends,
    event: 'TransactionEventRequest',
    fields: {
      triggerReason: `${reason} or ChargingStateChanged`,
      eventType: 'Ended',
      'transactionInfo.stoppedReason': stopped,
      ...more,
    },
  },
  {
    when: (situation: Situation) => !ends(situation),
    event: 'TransactionEventRequest',
    fields: {
      triggerReason: 'ChargingStateChanged',
      'transactionInfo.chargingState': 'EVConnected',
      eventType: 'Updated',
    },
  },
];

/** Part 6, table 432: with the starting token, or by RequestStopTransaction. */
export const stopAuthorized: State = {
  name: 'StopAuthorized',
  kind: 'reusable',
  inputs: ['stopped by'],
  before: [{ state: 'EnergyTransferStarted' }],
  reached: ({ stopAuthorized, transaction }) => stopAuthorized || transaction === 'ended',
  stages: [
    { act: { passes: '<transaction duration> seconds' } },
    {
      when: local,
      act: { hand: 'the EV driver', does: 'presents <state input stopped by>' },
      expects: closing('StopAuthorized', 'Local or omitted', { idToken: 'omitted or <state input stopped by>' }),
    },
    {
      when: remote,
      act: {
        sends: 'RequestStopTransactionRequest',
        fields: { transactionId: '<TransactionEventRequest.transactionInfo.transactionId>' },
        answer: { status: 'Accepted' },
      },
      expects: closing('RemoteStop', 'Remote'),
    },
  ],
};
