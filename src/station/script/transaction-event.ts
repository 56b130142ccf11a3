import type { TransactionEventRequest } from '../../ocpp/generated/messages/TransactionEventRequest.ts';
import type { Core } from '../core.ts';
import { dateTime } from '../station-clock.ts';
import { forgetOpen, rememberOpen } from '../transactions/event.ts';
import { closed, openTransaction } from '../transactions/progress.ts';
import { chargingStateOf, type Session } from '../transactions/session.ts';
import type { Partially } from '../types.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const field = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

/** The session a composed event is about: by transactionId, by EVSE, the one with a transaction, or the first. */
function sessionFor(core: Core, partial: Partially): Session | undefined {
  const { sessions } = core.control;
  const id = field(partial['transactionInfo'], 'transactionId');
  const evseId = field(partial['evse'], 'id');
  return (
    sessions.find(({ transaction }) => id !== undefined && transaction?.id === id) ??
    sessions.find((session) => session.evseId === evseId) ??
    sessions.find(({ transaction }) => transaction !== undefined) ??
    sessions[0]
  );
}

const usualTrigger = { Started: 'Authorized', Updated: 'ChargingStateChanged', Ended: 'StopAuthorized' } as const;

function meterValues(core: Core, evseId: number, eventType: string, trigger: unknown) {
  if (eventType === 'Started') return core.meter.startedValues(evseId);
  if (eventType === 'Ended') return core.meter.endedReadings(evseId, 'Transaction.End');
  if (trigger === 'MeterValuePeriodic') return core.meter.updatedValues(evseId, 'Sample.Periodic');
  if (trigger === 'MeterValueClock') return core.meter.updatedValues(evseId, 'Sample.Clock');
  return trigger === 'Trigger' ? core.meter.updatedValues(evseId, 'Trigger') : [];
}

/** The defaults of a composed TransactionEvent; opens the transaction that a composed Started begins. */
export function transactionEventDefaults(core: Core, partial: Partially): Record<string, unknown> {
  const session = sessionFor(core, partial);
  if (session === undefined) return {};
  const wanted = partial['eventType'];
  const eventType =
    wanted === 'Started' || wanted === 'Updated' || wanted === 'Ended'
      ? wanted
      : session.transaction === undefined
        ? 'Started'
        : 'Updated';
  const given = field(partial['transactionInfo'], 'transactionId');
  const transaction =
    session.transaction ?? openTransaction(core, session, typeof given === 'string' ? given : undefined);
  const trigger = partial['triggerReason'] ?? usualTrigger[eventType];
  const meterValue = meterValues(core, session.evseId, eventType, trigger);
  const { due } = session;
  const connectorId =
    session.connectorId ?? core.rig.description.evses.find(({ id }) => id === session.evseId)?.connectors[0]?.id;
  return {
    eventType,
    timestamp: dateTime(core.clock.now()),
    triggerReason: trigger,
    seqNo: transaction.seqNo,
    transactionInfo: {
      transactionId: transaction.id,
      chargingState: chargingStateOf(session, core.rig.sense(session.evseId)),
      ...(eventType === 'Ended' ? { stoppedReason: 'Local' } : {}),
      ...(due.remoteStartId === undefined ? {} : { remoteStartId: due.remoteStartId }),
    },
    ...(eventType === 'Started' || due.evse ? { evse: { id: session.evseId, connectorId } } : {}),
    ...(due.token === undefined ? {} : { idToken: due.token }),
    ...(meterValue.length > 0 ? { meterValue: [...meterValue] } : {}),
  };
}

const authorizes: ReadonlySet<string> = new Set(['Authorized', 'RemoteStart']);
const deauthorizes: ReadonlySet<string> = new Set(['StopAuthorized', 'RemoteStop', 'Deauthorized', 'EVConnectTimeout']);

/** Books a composed event as if the engine had told it: seqNo, token, end. */
export function bookTransactionEvent(core: Core, event: TransactionEventRequest): void {
  const session = core.control.sessions.find(
    ({ transaction }) => transaction?.id === event.transactionInfo.transactionId,
  );
  const transaction = session?.transaction;
  if (session === undefined || transaction === undefined) return;
  transaction.seqNo = core.parts.transaction.nextSeqNo(event.seqNo);
  session.due = { token: undefined, evse: false, remoteStartId: undefined, trigger: undefined };
  const { idToken, triggerReason } = event;
  if (idToken !== undefined && authorizes.has(triggerReason)) session.authorization = { token: idToken };
  if (deauthorizes.has(triggerReason)) session.authorization = undefined;
  transaction.authorizedBy ??= session.authorization;
  session.chargingState = event.transactionInfo.chargingState ?? session.chargingState;
  if (event.eventType !== 'Ended') {
    rememberOpen(core, session, transaction);
    return;
  }
  forgetOpen(core, transaction.id);
  closed(core, session, transaction);
  core.control.regulate(session.evseId);
}
