import type { Situation, State } from '../types.ts';

const local = (situation: Situation) => (situation.input('stopped by') ?? situation.mode) !== 'remote';
const remote = (situation: Situation) => !local(situation);
/** TxStopPoints that a stop authorization reaches by itself. */
const ends = ({ stopsAt }: Situation) =>
  stopsAt('Authorized') || stopsAt('PowerPathClosed') || stopsAt('EnergyTransfer');

const closing = (reason: string, stopped: string) => [
  {
    when: ends,
    event: 'TransactionEventRequest',
    times: '1 to 2',
    fields: { triggerReason: `${reason} or ChargingStateChanged` },
  },
  {
    when: (situation: Situation) => !ends(situation),
    event: 'TransactionEventRequest',
    fields: { triggerReason: reason, eventType: 'Updated', 'transactionInfo.stoppedReason': `omitted or ${stopped}` },
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
      expects: closing('StopAuthorized', 'Local'),
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
