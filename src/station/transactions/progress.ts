import { randomUUID } from 'node:crypto';
import type { Core } from '../core.ts';
import { listSetting } from '../settings.ts';
import { answered } from './answered.ts';
import { composeEvent, type EventFacts, forgetOpen, rememberOpen } from './event.ts';
import { cutPower, keepFor, release } from './power.ts';
import {
  type ChargingState,
  chargingStateOf,
  type IdToken,
  type Point,
  reachedPoints,
  type Session,
  type StoppedReason,
  type Transaction,
  type TriggerReason,
} from './session.ts';

/** Why something is to be told. */
export interface Cause {
  readonly trigger: TriggerReason;
  readonly token?: IdToken;
  readonly stoppedReason?: StoppedReason;
  /** The transaction ends whatever TxStopPoint says (timeout, reset, invalid token). */
  readonly end?: boolean;
  /** The cable stays locked after the end (E05.FR.11). */
  readonly keepLocked?: boolean;
}

const leftOf = (before: ReadonlySet<Point>, now: ReadonlySet<Point>) =>
  new Set([...before].filter((point) => !now.has(point)));

/** PowerPathClosed as stop point means: EVConnected or Authorized is lost (Part 2, 2.6.6.2). */
function lostPoints(before: ReadonlySet<Point>, now: ReadonlySet<Point>): ReadonlySet<Point> {
  const lost = leftOf(before, now);
  if (lost.has('EVConnected') || lost.has('Authorized')) lost.add('PowerPathClosed');
  return lost;
}

export const startPoints = (core: Core): readonly string[] => listSetting(core, 'TxCtrlr', 'TxStartPoint');
export const stopPoints = (core: Core): readonly string[] => listSetting(core, 'TxCtrlr', 'TxStopPoint');

/** Would the end of the authorization end the transaction by itself? */
export const endsWithAuthorization = (core: Core): boolean =>
  core.parts.transaction.stops(stopPoints(core), new Set<Point>(['Authorized', 'PowerPathClosed']));

function phasesOf(core: Core, session: Session): number | undefined {
  const { currentA } = core.rig.meter(session.evseId);
  const used = Object.values(currentA).filter((amps) => amps > 0).length;
  return used === 0 ? undefined : used;
}

/** Books the change of state; tells the phases when they are new (E02.FR.18, FR.19). */
function bookState(core: Core, session: Session, transaction: Transaction, state: ChargingState): number | undefined {
  const now = core.clock.now();
  session.chargingState = state;
  if (state === 'Charging') {
    transaction.energyTransferStarted = true;
    transaction.chargingSince ??= now;
    const phases = phasesOf(core, session);
    if (phases === transaction.phasesUsed) return undefined;
    transaction.phasesUsed = phases;
    return phases;
  }
  if (transaction.chargingSince !== undefined) transaction.chargedMs += now - transaction.chargingSince;
  transaction.chargingSince = undefined;
  return undefined;
}

/** Composes, books and hands over to the queue; the answer of the CSMS comes back to the session. */
export function tell(core: Core, session: Session, transaction: Transaction, facts: EventFacts): void {
  const event = composeEvent(core, session, transaction, facts);
  if (facts.eventType === 'Ended') forgetOpen(core, transaction.id);
  else rememberOpen(core, session, transaction);
  core.background(core.send('TransactionEvent', event).then((outcome) => answered(core, session, event, outcome)));
}

/** Opens a transaction; its first event is for the caller to tell. */
export function openTransaction(core: Core, session: Session, id: string = randomUUID()): Transaction {
  const transaction: Transaction = {
    id,
    startedAt: core.clock.now(),
    seqNo: core.parts.transaction.firstSeqNo(),
    authorizedBy: session.authorization,
    remoteStartId: session.authorization?.remoteStartId,
    energyTransferStarted: false,
    chargingSince: undefined,
    chargedMs: 0,
    phasesUsed: undefined,
    readings: core.meter.endedReadings(session.evseId, 'Transaction.Begin'),
    startWh: core.rig.meter(session.evseId).energyWh,
    ceilingWh: undefined,
  };
  session.transaction = transaction;
  session.endReason = undefined;
  return transaction;
}

/** K05.FR.03: the profile that came with the remote start belongs to this transaction. */
function useProfile(core: Core, session: Session): void {
  const { profileDue, transaction } = session;
  if (profileDue === undefined || transaction === undefined) return;
  session.profileDue = undefined;
  core.smartCharging?.useForTransaction(session.evseId, transaction.id, profileDue);
}

function begin(core: Core, session: Session, cause: Cause, state: ChargingState): void {
  const transaction = openTransaction(core, session);
  const phasesUsed = bookState(core, session, transaction, state);
  tell(core, session, transaction, {
    eventType: 'Started',
    trigger: cause.trigger,
    chargingState: state,
    ...(cause.token === undefined ? {} : { token: cause.token }),
    meterValue: core.meter.startedValues(session.evseId),
    ...(phasesUsed === undefined ? {} : { phasesUsed }),
  });
  core.meter.transactionStarted(session);
  core.smartCharging?.transactionStarted(session.evseId);
  useProfile(core, session);
}

function endReason(session: Session, cause: Cause, lost: ReadonlySet<Point>): StoppedReason {
  const known = cause.stoppedReason ?? session.endReason;
  if (known !== undefined) return known;
  if (lost.has('EVConnected')) return 'EVDisconnected';
  return lost.has('EnergyTransfer') && !lost.has('ParkingBayOccupancy') ? 'StoppedByEV' : 'Local';
}

/** After the books are closed: who was waiting for the transaction to end. */
export function closed(core: Core, session: Session, transaction: Transaction): void {
  session.transaction = undefined;
  session.authorization = undefined;
  session.blocked = false;
  session.signed = false;
  session.endReason = undefined;
  session.profileDue = undefined;
  session.due = { token: undefined, evse: false, remoteStartId: undefined, trigger: undefined };
  session.cancelConnectTimeout();
  session.chargingState = chargingStateOf(session, core.rig.sense(session.evseId));
  session.reached = reachedPoints(session, core.rig.sense(session.evseId));
  core.meter.transactionEnded(session.evseId);
  core.smartCharging?.transactionEnded(session.evseId, transaction.id);
  core.availability.transactionEnded(session.evseId);
  core.control.ended(session.evseId);
}

function finish(core: Core, session: Session, transaction: Transaction, cause: Cause, lost: ReadonlySet<Point>): void {
  const stoppedReason = endReason(session, cause, lost);
  cutPower(core, session);
  if (!cause.keepLocked) release(core, session);
  else if (session.connectorId !== undefined) keepFor(core, session, transaction.authorizedBy);
  const state = chargingStateOf({ ...session, authorization: undefined }, core.rig.sense(session.evseId));
  bookState(core, session, transaction, state);
  tell(core, session, transaction, {
    eventType: 'Ended',
    trigger: cause.trigger,
    chargingState: state,
    stoppedReason,
    ...(cause.token === undefined ? {} : { token: cause.token }),
    meterValue: [...transaction.readings, ...core.meter.endedReadings(session.evseId, 'Transaction.End')],
  });
  closed(core, session, transaction);
}

/**
 * Something happened at this EVSE: starts, continues or ends the transaction as TxStartPoint and TxStopPoint say (E01, E06).
 * A start point starts by being reached, not by holding on. `ChargingStateChanged` is only told when the state did change.
 */
export function advance(core: Core, session: Session, cause: Cause): void {
  const sensed = core.rig.sense(session.evseId);
  const now = reachedPoints(session, sensed);
  const risen = leftOf(now, session.reached);
  const lost = lostPoints(session.reached, now);
  session.reached = now;
  const state = chargingStateOf(session, sensed);
  const { transaction } = session;
  if (transaction === undefined) {
    if (core.parts.transaction.starts(startPoints(core), risen)) begin(core, session, cause, state);
    else session.chargingState = state;
    return;
  }
  if (cause.end || core.parts.transaction.stops(stopPoints(core), lost)) {
    finish(core, session, transaction, cause, lost);
    return;
  }
  useProfile(core, session);
  if (cause.trigger === 'ChargingStateChanged' && state === session.chargingState) return;
  const phasesUsed = bookState(core, session, transaction, state);
  tell(core, session, transaction, {
    eventType: 'Updated',
    trigger: cause.trigger,
    chargingState: state,
    ...(cause.token === undefined ? {} : { token: cause.token }),
    ...(phasesUsed === undefined ? {} : { phasesUsed }),
  });
}
