import type { TransactionEventRequest } from '../../ocpp/generated/messages/TransactionEventRequest.ts';
import type { Core } from '../core.ts';
import { dateTime } from '../station-clock.ts';
import type {
  ChargingState,
  IdToken,
  MeterValue,
  Session,
  StoppedReason,
  Transaction,
  TriggerReason,
} from './session.ts';

export interface EventFacts {
  readonly eventType: TransactionEventRequest['eventType'];
  readonly trigger: TriggerReason;
  readonly chargingState?: ChargingState;
  readonly stoppedReason?: StoppedReason;
  /** A token that is told besides the one that is due, such as the one that stopped the transaction (E07.FR.02). */
  readonly token?: IdToken;
  readonly meterValue?: readonly MeterValue[];
  readonly phasesUsed?: number;
}

const openKey = 'open transactions';

/** What a power loss must not take away (E01.FR.08, seqNo). */
export interface OpenTransaction {
  readonly evseId: number;
  readonly connectorId: number | undefined;
  readonly id: string;
  readonly seqNo: number;
  readonly startedAt: number;
  readonly readings: readonly MeterValue[];
}

export const openTransactions = (core: Core): readonly OpenTransaction[] =>
  core.store.get<OpenTransaction[]>(openKey) ?? [];

export function forgetOpen(core: Core, id: string): void {
  core.store.set(
    openKey,
    openTransactions(core).filter((one) => one.id !== id),
  );
}

export function rememberOpen(core: Core, session: Session, transaction: Transaction): void {
  const others = openTransactions(core).filter((one) => one.id !== transaction.id);
  const { id, seqNo, startedAt, readings } = transaction;
  core.store.set(openKey, [
    ...others,
    { evseId: session.evseId, connectorId: session.connectorId, id, seqNo, startedAt, readings },
  ]);
}

/** Which optional fields are told once: evse, idToken, remoteStartId (Part 2 E 1.5). Takes them from what is due. */
function takeDue(session: Session): Session['due'] {
  const due = session.due;
  session.due = { token: undefined, evse: false, remoteStartId: undefined, trigger: undefined };
  return due;
}

const evseOf = (session: Session) => ({
  id: session.evseId,
  ...(session.connectorId === undefined ? {} : { connectorId: session.connectorId }),
});

/** Writes the next event of a transaction and counts it. */
export function composeEvent(
  core: Core,
  session: Session,
  transaction: Transaction,
  facts: EventFacts,
): TransactionEventRequest {
  const due = takeDue(session);
  const token = facts.token ?? due.token;
  const seqNo = transaction.seqNo;
  transaction.seqNo = core.parts.transaction.nextSeqNo(seqNo);
  const ended = facts.eventType === 'Ended';
  const charged =
    transaction.chargedMs +
    (transaction.chargingSince === undefined ? 0 : core.clock.now() - transaction.chargingSince);
  const meterValue = facts.meterValue?.length ? { meterValue: [...facts.meterValue] } : {};
  return {
    eventType: facts.eventType,
    timestamp: dateTime(core.clock.now()),
    triggerReason: due.trigger ?? facts.trigger,
    seqNo,
    ...(core.online ? {} : { offline: true }),
    ...(facts.phasesUsed === undefined ? {} : { numberOfPhasesUsed: facts.phasesUsed }),
    transactionInfo: {
      transactionId: transaction.id,
      ...(facts.chargingState === undefined ? {} : { chargingState: facts.chargingState }),
      ...(ended ? { timeSpentCharging: Math.round(charged / 1000) } : {}),
      ...(facts.stoppedReason === undefined ? {} : { stoppedReason: facts.stoppedReason }),
      ...(due.remoteStartId === undefined ? {} : { remoteStartId: due.remoteStartId }),
    },
    ...(due.evse || facts.eventType === 'Started' ? { evse: evseOf(session) } : {}),
    ...(token === undefined ? {} : { idToken: token }),
    ...meterValue,
  };
}
