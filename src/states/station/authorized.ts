import type { Situation, State } from '../types.ts';

const local = ({ input, mode }: Situation) => (input('authorized by') ?? mode) !== 'remote';
const remote = (situation: Situation) => !local(situation);
const eventDue = ({ startsAt, transaction, plugged }: Situation) =>
  startsAt('Authorized') || transaction === 'running' || (startsAt('PowerPathClosed') && plugged);
const asksFirst = ({ variable }: Situation) => variable('AuthCtrlr.Enabled') !== 'false';
const token = '<state input idToken>';

/** Part 6, table 428: with a token at the reader, or by RequestStartTransaction. */
export const authorized: State = {
  name: 'Authorized',
  kind: 'reusable',
  inputs: ['idToken', 'authorized by', 'RequestStartTransactionRequest'],
  before: [{ state: 'ParkingBayOccupied', when: ({ plugged }) => !plugged }],
  reached: ({ authorized }) => authorized,
  stages: [
    {
      when: local,
      act: { hand: 'the EV driver', does: `presents ${token}` },
      expects: [
        { when: asksFirst, event: 'AuthorizeRequest', fields: { idToken: token } },
        { when: eventDue, event: 'TransactionEventRequest', fields: { triggerReason: 'Authorized', idToken: token } },
      ],
    },
    {
      when: remote,
      act: {
        sends: 'RequestStartTransactionRequest',
        merge: 'RequestStartTransactionRequest',
        fields: { idToken: token, evseId: '<evse>' },
        answer: { status: 'Accepted' },
      },
      expects: [
        {
          when: (situation) => asksFirst(situation) && situation.variable('AuthCtrlr.AuthorizeRemoteStart') === 'true',
          event: 'AuthorizeRequest',
          fields: { idToken: token },
        },
        {
          when: eventDue,
          event: 'TransactionEventRequest',
          fields: { triggerReason: 'RemoteStart', 'transactionInfo.remoteStartId': 'present', idToken: token },
        },
      ],
    },
  ],
};
