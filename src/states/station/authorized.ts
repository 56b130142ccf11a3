import type { Situation, State } from '../types.ts';

const local = ({ input, mode }: Situation) => (input('authorized by') ?? mode) !== 'remote';
const remote = (situation: Situation) => !local(situation);
const toldAtOnce = ({ startsAt, transaction }: Situation) => startsAt('Authorized') || transaction === 'running';
/** Cable first: the authorization closes the power path, and the transaction starts (E01.FR.05). */
const startsWithPath = (situation: Situation) =>
  !toldAtOnce(situation) && situation.startsAt('PowerPathClosed') && situation.plugged;
const eventDue = (situation: Situation) => toldAtOnce(situation) || startsWithPath(situation);
const running = ({ transaction }: Situation) => transaction === 'running';
/** Somebody is asked about a token at all: not for a start button (C02). */
const enabled = ({ variable, byButton }: Situation) => !byButton && variable('AuthCtrlr.Enabled') !== 'false';
/** A station that cannot switch LocalPreAuthorize off may know the token already. */
const mayKnow = ({ variable }: Situation) => variable('AuthCtrlr.LocalPreAuthorize') === 'true';
const asksFirst = (situation: Situation) => enabled(situation) && !mayKnow(situation);
const mayAsk = (situation: Situation) => enabled(situation) && mayKnow(situation);
const checksRemote = ({ variable }: Situation) => variable('AuthCtrlr.AuthorizeRemoteStart') === 'true';
const token = '<state input idToken>';
const remoteStart = (eventType: string) => ({
  triggerReason: 'RemoteStart',
  eventType,
  'transactionInfo.remoteStartId': 'present',
  idToken: token,
});

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
        { when: mayAsk, event: 'AuthorizeRequest', times: 'optional', fields: { idToken: token } },
        { when: toldAtOnce, event: 'TransactionEventRequest', fields: { triggerReason: 'Authorized', idToken: token } },
        // E02.FR.01 says Authorized, the official table of EnergyTransferStarted ChargingStateChanged.
        {
          when: startsWithPath,
          event: 'TransactionEventRequest',
          fields: { triggerReason: 'Authorized or ChargingStateChanged', eventType: 'Started', idToken: token },
        },
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
          when: (situation) => asksFirst(situation) && checksRemote(situation),
          event: 'AuthorizeRequest',
          fields: { idToken: token },
        },
        {
          when: (situation) => mayAsk(situation) && checksRemote(situation),
          event: 'AuthorizeRequest',
          times: 'optional',
          fields: { idToken: token },
        },
        { when: running, event: 'TransactionEventRequest', fields: remoteStart('Updated') },
        {
          when: (situation) => eventDue(situation) && !running(situation),
          event: 'TransactionEventRequest',
          fields: remoteStart('Started'),
        },
      ],
    },
  ],
};
