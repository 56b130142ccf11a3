import { defined } from '../payload.ts';
import type { Composer } from './context.ts';
import { time } from './context.ts';
import { readLimit, readToken, readTransaction } from './read.ts';

/** F01, F02; a limit becomes a TxProfile without transactionId (F01.FR.11: the transaction is not known yet). */
export const requestStartTransaction: Composer<'RequestStartTransaction'> = (context, words) => {
  const idToken = readToken(context, words.need('token'));
  const limit = readLimit(words, undefined);
  const { record } = context;
  const chargingProfile =
    limit === undefined
      ? undefined
      : context.parts.smartCharging.profile({
          id: context.newId(),
          scheduleId: context.newId(),
          purpose: 'TxProfile',
          kind: 'Relative',
          recurrency: undefined,
          stackLevel: 0,
          ...limit,
          duration: undefined,
          numberPhases: record.phases,
          transactionId: undefined,
          now: context.now(),
        });
  const groupIdToken = context.tokens.info(idToken).groupIdToken;
  const evseId = words.number('evse');
  return [defined({ remoteStartId: context.newId(), idToken, evseId, groupIdToken, chargingProfile })];
};

/** F03.FR.01. */
export const requestStopTransaction: Composer<'RequestStopTransaction'> = (context, words) => {
  const { transactionId, endedAt } = readTransaction(context, words);
  if (endedAt !== undefined) throw words.impossible(`transaction ${transactionId} has ended already`);
  return [{ transactionId }];
};

/** E14; no words = the question for the whole station. */
export const getTransactionStatus: Composer<'GetTransactionStatus'> = (context, words) =>
  words.has('transaction') ? [{ transactionId: readTransaction(context, words).transactionId }] : [{}];

/** I02. */
export const costUpdated: Composer<'CostUpdated'> = (context, words) => {
  const { transactionId, cost } = readTransaction(context, words);
  return [{ transactionId, totalCost: cost ?? 0 }];
};

/** G03, G04. */
export const changeAvailability: Composer<'ChangeAvailability'> = (_context, words) => {
  const operationalStatus = words.pick('status', words.need('status'), ['Inoperative', 'Operative']);
  const id = words.number('evse');
  const connectorId = words.number('connector');
  if (id === undefined && connectorId !== undefined)
    throw words.wrong('connector', String(connectorId), 'an "evse" with it');
  return [defined({ operationalStatus, evse: id === undefined ? undefined : defined({ id, connectorId }) })];
};

/** F05. */
export const unlockConnector: Composer<'UnlockConnector'> = (_context, words) => [
  { evseId: words.number('evse') ?? 1, connectorId: words.number('connector') ?? 1 },
];

const connectorTypes = [
  'cCCS1',
  'cCCS2',
  'cG105',
  'cTesla',
  'cType1',
  'cType2',
  's309-1P-16A',
  's309-1P-32A',
  's309-3P-16A',
  's309-3P-32A',
  'sBS1361',
  'sCEE-7-7',
  'sType2',
  'sType3',
  'Other1PhMax16A',
  'Other1PhOver16A',
  'Other3Ph',
  'Pan',
  'wInductive',
  'wResonant',
  'Undetermined',
  'Unknown',
] as const;

/** H01; an hour unless told otherwise. */
export const reserveNow: Composer<'ReserveNow'> = (context, words) => {
  const idToken = readToken(context, words.need('token'));
  const id = context.newId();
  const group = words.text('group');
  context.record.latestReservationId = id;
  return [
    defined({
      id,
      expiryDateTime: time(words.moment('until', context.now()) ?? context.now() + 3_600_000),
      idToken,
      evseId: words.number('evse'),
      connectorType: words.oneOf('connector type', connectorTypes),
      groupIdToken: group === undefined ? undefined : { idToken: group, type: 'Central' as const },
    }),
  ];
};

/** H02. */
export const cancelReservation: Composer<'CancelReservation'> = ({ record }, words) => {
  words.oneOf('reservation', ['latest']);
  if (record.latestReservationId === undefined) throw words.impossible('no reservation was made');
  return [{ reservationId: record.latestReservationId }];
};
