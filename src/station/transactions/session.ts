import type { RequestStartTransactionRequest } from '../../ocpp/generated/messages/RequestStartTransactionRequest.ts';
import type { MeterValueType, TransactionEventRequest } from '../../ocpp/generated/messages/TransactionEventRequest.ts';
import type { Sensed } from '../../rig/model/index.ts';
import type { TransactionFacts } from '../parts.ts';

export type IdToken = NonNullable<TransactionEventRequest['idToken']>;
export type TriggerReason = TransactionEventRequest['triggerReason'];
export type ChargingState = NonNullable<TransactionEventRequest['transactionInfo']['chargingState']>;
export type StoppedReason = NonNullable<TransactionEventRequest['transactionInfo']['stoppedReason']>;
export type MeterValue = MeterValueType;
export type ChargingProfile = NonNullable<RequestStartTransactionRequest['chargingProfile']>;

/** Values of TxStartPoint and TxStopPoint (Part 2, 2.6.6). */
export type Point =
  | 'ParkingBayOccupancy'
  | 'EVConnected'
  | 'Authorized'
  | 'PowerPathClosed'
  | 'EnergyTransfer'
  | 'DataSigned';

/** Who may charge here now. */
export interface Authorization {
  readonly token: IdToken;
  readonly groupIdToken?: string;
  readonly remoteStartId?: number;
}

export interface Transaction {
  readonly id: string;
  readonly startedAt: number;
  seqNo: number; // of the next event
  /** First authorization of this transaction: no other token may take it over (C01.FR.23). */
  authorizedBy: Authorization | undefined;
  remoteStartId: number | undefined;
  energyTransferStarted: boolean;
  chargingSince: number | undefined;
  chargedMs: number;
  phasesUsed: number | undefined;
  /** Readings for TransactionEvent Ended: at start, then each TxEndedInterval. */
  readings: readonly MeterValue[];
  /** Meter register at start, Wh. */
  startWh: number;
  /** Energy may flow until this register value after the token turned out invalid (MaxEnergyOnInvalidId). */
  ceilingWh: number | undefined;
}

/** One visit at an EVSE: what is physically there, who is authorized, and the transaction that tells it. */
export interface Session {
  readonly evseId: number;
  connectorId: number | undefined; // of the cable that is in
  bayOccupied: boolean;
  authorization: Authorization | undefined;
  /** Told in the next event, once (Part 2 E 1.5). */
  due: {
    token: IdToken | undefined;
    evse: boolean;
    remoteStartId: number | undefined;
    trigger: TriggerReason | undefined;
  };
  /** Of a RequestStartTransaction, for the transaction that is to come (F01.FR.10). */
  profileDue: ChargingProfile | undefined;
  transaction: Transaction | undefined;
  reached: ReadonlySet<Point>;
  chargingState: ChargingState;
  /** What the station does for the EV: nothing yet, offers energy, or keeps it back. */
  supply: 'none' | 'offered' | 'withheld';
  /** No energy although authorized: the CSMS called the token invalid (E05.FR.02). */
  blocked: boolean;
  signed: boolean;
  endReason: StoppedReason | undefined;
  /** The lock keeps the cable for its owner (E05.FR.11, E09.FR.03). */
  keptFor: Authorization | undefined;
  cancelConnectTimeout: () => void;
  /** An operation on this session is under way: sensors only mark `unsettled`. */
  acting: boolean;
  unsettled: boolean;
}

/** Of a start button, or when nobody has to identify himself (C02.FR.01). */
export const noAuthorization: IdToken = { idToken: '', type: 'NoAuthorization' };

export const createSession = (evseId: number): Session => ({
  evseId,
  connectorId: undefined,
  bayOccupied: false,
  authorization: undefined,
  due: { token: undefined, evse: false, remoteStartId: undefined, trigger: undefined },
  profileDue: undefined,
  transaction: undefined,
  reached: new Set(),
  chargingState: 'Idle',
  supply: 'none',
  blocked: false,
  signed: false,
  endReason: undefined,
  keptFor: undefined,
  cancelConnectTimeout: () => {},
  acting: false,
  unsettled: false,
});

/** The points that hold now. */
export function reachedPoints(session: Session, sensed: Sensed): ReadonlySet<Point> {
  const plugged = session.connectorId !== undefined;
  const authorized = session.authorization !== undefined;
  const points: [Point, boolean][] = [
    ['ParkingBayOccupancy', session.bayOccupied],
    ['EVConnected', plugged],
    ['Authorized', authorized],
    ['PowerPathClosed', plugged && authorized],
    ['EnergyTransfer', sensed.flowing],
    ['DataSigned', session.signed],
  ];
  return new Set(points.filter(([, holds]) => holds).map(([point]) => point));
}

/** ChargingStateEnumType of an EVSE. */
export function chargingStateOf(session: Session, sensed: Sensed): ChargingState {
  if (session.connectorId === undefined) return 'Idle';
  if (sensed.flowing) return 'Charging';
  if (session.authorization === undefined || session.supply === 'none') return 'EVConnected';
  return session.supply === 'offered' ? 'SuspendedEV' : 'SuspendedEVSE';
}

export function factsOf(session: Session): TransactionFacts | undefined {
  const { transaction } = session;
  if (transaction === undefined) return undefined;
  return {
    evseId: session.evseId,
    connectorId: session.connectorId,
    transactionId: transaction.id,
    startedAt: transaction.startedAt,
    remoteStartId: transaction.remoteStartId,
    energyTransferStarted: transaction.energyTransferStarted,
  };
}

export const sameToken = (a: { idToken: string; type: string }, b: { idToken: string; type: string }): boolean =>
  a.idToken.toLowerCase() === b.idToken.toLowerCase() && a.type === b.type;
