import type { SensorEvent } from '../../rig/model/index.ts';
import type { Core } from '../core.ts';
import { flagSetting, numberSetting } from '../settings.ts';
import { dateTime } from '../station-clock.ts';
import { forgetOpen, openTransactions } from './event.ts';
import { cutPower, keepFor, regulate, release } from './power.ts';
import { advance, type Cause, endsWithAuthorization, startPoints, stopPoints } from './progress.ts';
import {
  type Authorization,
  chargingStateOf,
  createSession,
  noAuthorization,
  reachedPoints,
  type Session,
  sameToken,
  type TriggerReason,
} from './session.ts';

/** Everything that moves sessions. All of it is synchronous; messages leave through the queue in the order they were composed. */
export interface TransactionControl {
  readonly sessions: readonly Session[];
  session(evseId: number): Session | undefined;
  /** At power-on and after a reboot: what the sensors say is the beginning; interrupted transactions are ended. */
  begin(interruption: 'PowerLoss' | 'Reboot'): void;
  /** The outlets go dead; nothing is told. */
  halt(): void;
  sensed(event: SensorEvent): void;
  authorize(session: Session, authorization: Authorization, trigger: TriggerReason): void;
  deauthorize(session: Session, cause: Cause): void;
  end(session: Session, cause: Cause): void;
  /** No more energy, but the authorization stays (E05.FR.02). */
  block(session: Session): void;
  /** Limits, availability or faults changed. */
  regulate(evseId?: number): void;
  tellNow(session: Session, cause: Cause): void;
  showCost(session: Session, cost: number): void;
  ended(evseId: number): void;
  /** Called after every end of a transaction; the returned function ends it. */
  onEnded(listener: (evseId: number) => void): () => void;
}

export function createTransactionControl(core: Core): TransactionControl {
  const sessions = core.evseIds.map(createSession);
  const backlog: SensorEvent[] = [];
  const listeners = new Set<(evseId: number) => void>();
  const find = (evseId: number) => sessions.find((session) => session.evseId === evseId);

  /** Runs an operation to its end before sensors are heard again, then settles what changed physically. */
  function act(session: Session, work: () => void): void {
    if (session.acting) {
      work();
      session.unsettled = true;
      return;
    }
    session.acting = true;
    try {
      work();
      session.unsettled = true;
      for (let round = 0; session.unsettled && round < 8; round += 1) settle(session);
    } finally {
      session.acting = false;
    }
    for (let event = backlog.shift(); event !== undefined; event = backlog.shift()) sensed(event);
  }

  function settle(session: Session): void {
    session.unsettled = false;
    regulate(core, session);
    advance(core, session, { trigger: 'ChargingStateChanged' });
    const closed = session.reached.has('PowerPathClosed') && session.transaction !== undefined;
    if (closed) core.smartCharging?.powerPathClosed(session.evseId);
    if (session.transaction?.ceilingWh !== undefined) core.meter.watchCeiling(session);
  }

  function signedReading(session: Session, present: boolean): void {
    if (!flagSetting(core, 'SampledDataCtrlr', 'SignReadings') || session.signed === present) return;
    session.signed = present;
    const point = session.transaction === undefined ? startPoints(core) : stopPoints(core);
    if (point.includes('DataSigned')) advance(core, session, { trigger: 'SignedDataReceived' });
  }

  function awaitCable(session: Session): void {
    session.cancelConnectTimeout();
    const seconds = numberSetting(core, 'TxCtrlr', 'EVConnectionTimeOut', 0);
    if (session.connectorId !== undefined || session.authorization === undefined || seconds <= 0) return;
    session.cancelConnectTimeout = core.clock.after(seconds * 1000, () => {
      const end = !stopPoints(core).includes('ParkingBayOccupancy'); // F02.FR.07, FR.08
      deauthorize(session, { trigger: 'EVConnectTimeout', stoppedReason: 'Timeout', end });
    });
  }

  function authorize(session: Session, authorization: Authorization, trigger: TriggerReason): void {
    act(session, () => {
      session.authorization = authorization;
      session.blocked = false;
      session.endReason = undefined;
      session.keptFor = undefined;
      const { remoteStartId } = authorization;
      session.due = { ...session.due, token: authorization.token, remoteStartId };
      if (remoteStartId !== undefined) session.due.trigger = 'RemoteStart'; // F01.FR.19
      if (session.transaction !== undefined) {
        session.transaction.authorizedBy ??= authorization;
        session.transaction.remoteStartId ??= remoteStartId;
      }
      awaitCable(session);
      advance(core, session, { trigger });
      if (session.connectorId !== undefined) signedReading(session, true);
      core.connectors.refresh(session.evseId);
    });
  }

  function deauthorize(session: Session, cause: Cause): void {
    act(session, () => {
      const owner = session.authorization;
      session.authorization = undefined;
      session.cancelConnectTimeout();
      session.due = { ...session.due, token: undefined };
      if (cause.keepLocked && session.connectorId !== undefined) keepFor(core, session, owner);
      const ends = cause.end === true || endsWithAuthorization(core);
      if (session.transaction === undefined || !ends) {
        if (session.transaction !== undefined) session.endReason = cause.stoppedReason;
        advance(core, session, cause); // first what happened, then that the energy stopped (E07, F04.FR.02)
        cutPower(core, session);
        if (!cause.keepLocked) release(core, session);
        advance(core, session, { trigger: 'ChargingStateChanged' });
        signedReading(session, false);
      } else advance(core, session, { ...cause, end: ends });
    });
  }

  const end = (session: Session, cause: Cause) => act(session, () => advance(core, session, { ...cause, end: true }));

  const fixed = ({ evseId }: Session) =>
    core.rig.description.evses.find(({ id }) => id === evseId)?.connectors.every(({ fixedCable }) => fixedCable) ===
    true;

  function unplugged(session: Session, evSide: boolean): void {
    const sabotage = flagSetting(core, 'TxCtrlr', 'StopTxOnEVSideDisconnect', true);
    const unlock = flagSetting(core, 'OCPPCommCtrlr', 'UnlockOnEVSideDisconnect', true);
    const owner = session.authorization;
    if (owner !== undefined && (sabotage || !evSide)) {
      session.authorization = undefined;
      session.endReason = 'EVDisconnected';
      session.cancelConnectTimeout();
    } else if (fixed(session)) awaitCable(session); // E10.FR.02
    const keepLocked = evSide && !unlock && owner !== undefined;
    cutPower(core, session);
    advance(core, session, { trigger: 'EVCommunicationLost', keepLocked });
    if (evSide && sabotage && !keepLocked) release(core, session);
    else if (keepLocked) keepFor(core, session, owner);
    session.signed = false;
  }

  function cable(session: Session): void {
    const { connectors } = core.rig.sense(session.evseId);
    const plugged = connectors.find((connector) => connector.plugged)?.id;
    if (plugged === session.connectorId) return;
    const before = session.connectorId;
    session.connectorId = plugged;
    if (plugged === undefined) {
      unplugged(session, fixed(session) || connectors.find(({ id }) => id === before)?.half === true);
      return;
    }
    session.cancelConnectTimeout();
    session.due.evse = true; // E01.FR.16
    advance(core, session, { trigger: 'CablePluggedIn' });
    if (session.authorization !== undefined) signedReading(session, true);
    else if (!flagSetting(core, 'AuthCtrlr', 'Enabled', true))
      authorize(session, { token: noAuthorization }, 'Authorized');
  }

  function bay(session: Session, occupied: boolean): void {
    session.bayOccupied = occupied;
    advance(core, session, { trigger: occupied ? 'EVDetected' : 'EVDeparted' });
  }

  function sensed(event: SensorEvent): void {
    const session = 'evse' in event && event.evse !== undefined ? find(event.evse) : undefined;
    if (session === undefined) return;
    if (session.acting) {
      if (event.sensor === 'cable' || event.sensor === 'bay') backlog.push(event);
      else session.unsettled = true;
      return;
    }
    if (event.sensor === 'cable') {
      core.connectors.refresh(event.evse ?? 0);
      act(session, () => cable(session));
    } else if (event.sensor === 'bay') act(session, () => bay(session, event.occupied));
    else act(session, () => {});
  }

  /** Transactions that a power loss cut off: they end when the station is back (stoppedReason PowerLoss). */
  function endInterrupted(stoppedReason: 'PowerLoss' | 'Reboot'): void {
    for (const open of openTransactions(core)) {
      forgetOpen(core, open.id);
      const readings = core.evseIds.includes(open.evseId)
        ? core.meter.endedReadings(open.evseId, 'Transaction.End')
        : [];
      const meterValue = [...open.readings, ...readings];
      void core.send('TransactionEvent', {
        eventType: 'Ended',
        timestamp: dateTime(core.clock.now()),
        triggerReason: 'AbnormalCondition',
        seqNo: open.seqNo,
        offline: true,
        transactionInfo: { transactionId: open.id, stoppedReason },
        ...(meterValue.length > 0 ? { meterValue } : {}),
      });
    }
  }

  return {
    sessions,
    session: find,
    begin(interruption) {
      endInterrupted(interruption);
      for (const session of sessions) {
        const now = core.rig.sense(session.evseId);
        Object.assign(session, createSession(session.evseId), {
          bayOccupied: now.bay === 'occupied',
          connectorId: now.connectors.find(({ plugged }) => plugged)?.id,
        });
        cutPower(core, session);
        session.reached = reachedPoints(session, core.rig.sense(session.evseId));
        session.chargingState = chargingStateOf(session, core.rig.sense(session.evseId));
      }
    },
    halt() {
      for (const session of sessions) {
        session.cancelConnectTimeout();
        session.transaction = undefined;
        session.authorization = undefined;
        cutPower(core, session);
        core.meter.transactionEnded(session.evseId);
      }
    },
    sensed,
    authorize,
    deauthorize,
    end,
    block(session) {
      act(session, () => {
        session.blocked = true;
      });
    },
    regulate(evseId) {
      for (const session of sessions)
        if (evseId === undefined || evseId === 0 || session.evseId === evseId) act(session, () => {});
    },
    tellNow: (session, cause) => act(session, () => advance(core, session, cause)),
    showCost: (session, cost) => {
      const currency = core.variable('TariffCostCtrlr', 'Currency') ?? '';
      core.rig.show(session.evseId, `${cost.toFixed(2)} ${currency}`.trim());
    },
    ended(evseId) {
      for (const listener of [...listeners]) listener(evseId);
    },
    onEnded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whose cable is still locked in although nothing goes on: presenting the same token again frees it (E05.FR.11, E10.FR.01). */
export function ownsCable(session: Session, token: Authorization['token']): boolean {
  return session.keptFor !== undefined && sameToken(session.keptFor.token, token);
}
