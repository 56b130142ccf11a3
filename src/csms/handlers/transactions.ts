import type { Requests, Responses } from '../../ocpp/index.ts';
import type { CsmsHandlers } from '../parts.ts';
import { defined } from '../payload.ts';
import type { StationRecord, TransactionRecord } from '../station-record.ts';
import type { HandlerContext } from './context.ts';

type Event = Requests['TransactionEvent'];
type MeterValue = NonNullable<Event['meterValue']>[number];

/** Energy.Active.Import.Register of the whole EVSE in Wh, as far as the readings have it (it is also the default measurand). */
export function registerWh(readings: readonly MeterValue[]): number | undefined {
  const samples = readings.flatMap(({ sampledValue }) => sampledValue);
  const total = samples.findLast(
    ({ measurand, phase }) =>
      (measurand ?? 'Energy.Active.Import.Register') === 'Energy.Active.Import.Register' && phase === undefined,
  );
  if (total === undefined) return undefined;
  const scale = 10 ** (total.unitOfMeasure?.multiplier ?? 0);
  return total.value * scale * (total.unitOfMeasure?.unit === 'kWh' ? 1000 : 1);
}

function opened(record: StationRecord, { transactionInfo, timestamp }: Event): TransactionRecord {
  const { transactionId } = transactionInfo;
  const known = record.transactions.get(transactionId);
  if (known !== undefined) return known;
  const fresh: TransactionRecord = {
    transactionId,
    evseId: undefined,
    connectorId: undefined,
    idToken: undefined,
    remoteStartId: undefined,
    chargingState: undefined,
    startedAt: timestamp,
    endedAt: undefined,
    stoppedReason: undefined,
    firstWh: undefined,
    lastWh: undefined,
    cost: undefined,
    iso15118: false,
    seqNos: new Set(),
  };
  record.transactions.set(transactionId, fresh);
  return fresh;
}

function price(transaction: TransactionRecord, perKwh: number | undefined): number | undefined {
  if (perKwh === undefined) return undefined;
  const wh = (transaction.lastWh ?? 0) - (transaction.firstWh ?? 0);
  return Math.round((wh / 1000) * perKwh * 100) / 100;
}

/** Books an event; events may come late and twice (E04, E13), the highest sequence number says what is. */
function book(record: StationRecord, event: Event): TransactionRecord {
  const transaction = opened(record, event);
  const { transactionInfo, evse, idToken, seqNo } = event;
  const newest = [...transaction.seqNos].every((one) => one <= seqNo);
  transaction.seqNos.add(seqNo);
  transaction.evseId ??= evse?.id;
  transaction.connectorId ??= evse?.connectorId;
  transaction.idToken ??= idToken?.idToken;
  transaction.remoteStartId ??= transactionInfo.remoteStartId;
  const wh = registerWh(event.meterValue ?? []);
  if (event.eventType === 'Started') transaction.firstWh = wh ?? transaction.firstWh;
  transaction.firstWh ??= wh;
  if (newest) {
    transaction.chargingState = transactionInfo.chargingState ?? transaction.chargingState;
    transaction.lastWh = wh ?? transaction.lastWh;
  }
  if (event.eventType === 'Ended') {
    transaction.endedAt = event.timestamp;
    transaction.stoppedReason = transactionInfo.stoppedReason;
    // A TxProfile dies with its transaction (Part 2, K 3.2).
    for (const [id, profile] of record.profiles)
      if (profile.transactionId === transaction.transactionId) record.profiles.delete(id);
  }
  return transaction;
}

/** E01-E15, I02, I03, J. A TransactionEvent is never refused. */
export function transactionHandlers(context: HandlerContext): CsmsHandlers {
  const { price: perKwh, now } = context;
  return {
    TransactionEvent: (event, { record }): Responses['TransactionEvent'] => {
      const transaction = book(record, event);
      transaction.cost = price(transaction, perKwh());
      const told = event.eventType === 'Started' ? undefined : transaction.cost;
      const idTokenInfo = event.idToken === undefined ? undefined : context.parts.authorization.decide(event.idToken);
      return defined({ totalCost: told, idTokenInfo });
    },
    MeterValues: (request, { record }) => {
      record.note(now(), 'MeterValues', request);
      return {};
    },
    StatusNotification: ({ evseId, connectorId, connectorStatus }, { record }) => {
      record.connectors.set(`${evseId}/${connectorId}`, { evseId, connectorId, status: connectorStatus });
      return {};
    },
    ReservationStatusUpdate: (request, { record }) => {
      record.note(now(), 'ReservationStatusUpdate', request);
      if (record.latestReservationId === request.reservationId) record.latestReservationId = undefined;
      return {};
    },
  };
}
