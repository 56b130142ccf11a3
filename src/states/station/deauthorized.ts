import type { Situation, State } from '../types.ts';

const none = ({ transaction }: Situation) => transaction === 'none';
const ends = ({ stopsAt }: Situation) =>
  stopsAt('Authorized') || stopsAt('PowerPathClosed') || stopsAt('EnergyTransfer');
/** StopTxOnInvalidId; a station without the variable is taken at the document's word that it stops. */
const stops = ({ variable }: Situation) => variable('TxCtrlr.StopTxOnInvalidId') !== 'false';
/** The erratum thinks of a connected car; before that there is nothing to be EVConnected. */
const chargingState = (plugged: boolean) => (plugged ? 'EVConnected or SuspendedEVSE' : 'Idle or omitted');
const told = (plugged: boolean) => [
  {
    when: (situation: Situation) => situation.plugged === plugged && ends(situation),
    event: 'TransactionEventRequest',
    fields: {
      triggerReason: 'Deauthorized',
      eventType: 'Ended',
      'transactionInfo.stoppedReason': 'DeAuthorized',
      'transactionInfo.chargingState': chargingState(plugged),
    },
  },
  {
    when: (situation: Situation) => situation.plugged === plugged && !ends(situation),
    event: 'TransactionEventRequest',
    fields: {
      triggerReason: 'Deauthorized',
      eventType: 'Updated',
      'transactionInfo.chargingState': chargingState(plugged),
    },
  },
];

/**
 * Errata 2025-09, 6.2.118: the token of the transaction is answered Invalid, and the station takes the authorization back. Goes on
 * from Authorized until TxStartPoint has started a transaction.
 */
export const deauthorized: State = {
  name: 'Deauthorized',
  kind: 'erratum',
  inputs: ['idToken'],
  stages: [
    {
      act: {
        answersNext: 'TransactionEventRequest',
        where: { idToken: '<state input idToken>' },
        fields: { 'idTokenInfo.status': 'Invalid' },
      },
    },
    { when: ({ authorized }) => !authorized, act: { becomes: 'Authorized' } },
    { when: (situation) => none(situation) && !situation.plugged, act: { becomes: 'EVConnectedPreSession' } },
    {
      when: none,
      expects: [
        { event: 'TransactionEventRequest', fields: { eventType: 'Started', idToken: '<state input idToken>' } },
      ],
    },
    { when: stops, expects: [...told(true), ...told(false)] },
    {
      when: (situation) => stops(situation) && situation.plugged && situation.hasLock,
      act: {
        sends: 'UnlockConnectorRequest',
        fields: { evseId: '<evse>', connectorId: '<connector id>' },
        answer: { status: 'present' },
      },
    },
  ],
};
