import type { RequestStartTransactionRequest } from '../../ocpp/generated/messages/RequestStartTransactionRequest.ts';
import type { Core } from '../core.ts';
import type { Handlers } from '../parts.ts';
import { flagSetting } from '../settings.ts';
import type { Authorization, Session } from './session.ts';

const rejected = (reasonCode: string, additionalInfo?: string) => ({
  status: 'Rejected' as const,
  statusInfo: { reasonCode, ...(additionalInfo === undefined ? {} : { additionalInfo }) },
});

const free = (core: Core, session: Session) =>
  session.authorization === undefined && core.connectors.mayCharge(session.evseId);

/** The EVSE a request means: the named one, or one with a cable in, or any that is free (F01.FR.20). */
function chosen(core: Core, evseId: number | undefined): Session | undefined {
  if (evseId !== undefined) return core.control.session(evseId);
  if (!core.features.remoteStartWithoutEvse) return undefined;
  const candidates = core.control.sessions.filter((session) => free(core, session));
  return candidates.find(({ connectorId }) => connectorId !== undefined) ?? candidates[0];
}

/** After the answer: authorizes when it has to (F01.FR.01, F02.FR.09), then the transaction goes its normal way. */
async function start(core: Core, session: Session, request: RequestStartTransactionRequest): Promise<void> {
  const { idToken: token, remoteStartId, groupIdToken } = request;
  const { life } = core;
  const ask = flagSetting(core, 'AuthCtrlr', 'AuthorizeRemoteStart');
  const decision = ask ? await core.authorizer.decide(token, session.evseId) : { accepted: true };
  if (!decision.accepted || life !== core.life || !free(core, session)) return;
  const group = ('groupIdToken' in decision ? decision.groupIdToken : undefined) ?? groupIdToken?.idToken;
  if (core.authorizer.isMasterPass(group)) return; // C12.FR.09
  const authorization: Authorization = {
    token,
    remoteStartId,
    ...(group === undefined ? {} : { groupIdToken: group }),
  };
  session.profileDue = core.smartCharging === undefined ? undefined : request.chargingProfile; // F01.FR.10, FR.12
  core.control.authorize(session, authorization, 'RemoteStart');
}

/** RequestStartTransaction, RequestStopTransaction, GetTransactionStatus (F01-F03, E14). */
export function remoteHandlers(core: Core): Handlers {
  const starting = new Map<number, RequestStartTransactionRequest>();

  return {
    RequestStartTransaction: (request) => {
      if (!core.parts.boot.mayStartTransaction(core.boot.status)) return rejected('CSNotAccepted');
      const session = chosen(core, request.evseId);
      if (session === undefined)
        return rejected(
          'UnknownEvse',
          request.evseId === undefined ? 'an evseId is needed' : `there is no free EVSE ${request.evseId}`,
        );
      const { evseId, transaction } = session;
      if (!core.connectors.mayCharge(evseId)) return rejected('Unspecified', `EVSE ${evseId} is not available`);
      if (session.authorization !== undefined || starting.has(evseId)) return rejected('TxInProgress');
      const profile = request.chargingProfile;
      const refusal = profile === undefined ? undefined : core.smartCharging?.refusalAtStart(evseId, profile); // F01.FR.26
      if (refusal !== undefined) return { status: 'Rejected', statusInfo: refusal };
      starting.set(evseId, request);
      core.afterAnswer(() => core.background(start(core, session, request).finally(() => starting.delete(evseId))));
      return { status: 'Accepted', ...(transaction === undefined ? {} : { transactionId: transaction.id }) };
    },
    RequestStopTransaction: ({ transactionId }) => {
      if (!core.parts.boot.mayStartTransaction(core.boot.status)) return rejected('CSNotAccepted');
      const session = core.control.sessions.find(({ transaction }) => transaction?.id === transactionId);
      if (session === undefined) return rejected('TxNotFound');
      core.afterAnswer(() => core.control.deauthorize(session, { trigger: 'RemoteStop', stoppedReason: 'Remote' }));
      return { status: 'Accepted' };
    },
    GetTransactionStatus: ({ transactionId }) => {
      const queued = core.transactionEvents.pending.some(
        (event) => transactionId === undefined || isOf(event, transactionId),
      );
      if (transactionId === undefined) return { messagesInQueue: queued }; // E14.FR.06
      const ongoingIndicator = core.transactions().some((transaction) => transaction.transactionId === transactionId);
      return { ongoingIndicator, messagesInQueue: queued };
    },
  };
}

function isOf(event: unknown, transactionId: string): boolean {
  if (typeof event !== 'object' || event === null || !('transactionInfo' in event)) return false;
  const info = event.transactionInfo;
  return typeof info === 'object' && info !== null && 'transactionId' in info && info.transactionId === transactionId;
}
