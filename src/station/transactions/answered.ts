import type { TransactionEventRequest } from '../../ocpp/generated/messages/TransactionEventRequest.ts';
import { fits } from '../../ocpp/index.ts';
import type { CallOutcome } from '../../transport/types.ts';
import type { Core } from '../core.ts';
import { flagSetting, numberSetting } from '../settings.ts';
import { endsWithAuthorization, stopPoints } from './progress.ts';
import { type Session, sameToken, type Transaction } from './session.ts';

/** E05: the CSMS does not accept the token of a transaction that goes on. */
function invalidated(core: Core, session: Session, transaction: Transaction): void {
  if (flagSetting(core, 'TxCtrlr', 'StopTxOnInvalidId', true)) {
    const ends = endsWithAuthorization(core) || stopPoints(core).includes('EnergyTransfer');
    core.control.deauthorize(session, {
      trigger: 'Deauthorized',
      stoppedReason: 'DeAuthorized',
      keepLocked: true,
      end: ends,
    });
    return;
  }
  const allowedWh = numberSetting(core, 'TxCtrlr', 'MaxEnergyOnInvalidId', 0);
  if (allowedWh > 0) {
    transaction.ceilingWh = transaction.startWh + allowedWh;
    core.meter.watchCeiling(session);
    return;
  }
  core.control.block(session);
}

/** TransactionEventResponse: learns about the token, shows what is to be shown, obeys a refusal. */
export function answered(core: Core, session: Session, event: TransactionEventRequest, outcome: CallOutcome): void {
  const response: unknown = outcome.kind === 'result' ? outcome.payload : undefined;
  if (!fits('TransactionEvent', 'Response', response)) return;
  const { idTokenInfo, updatedPersonalMessage, totalCost } = response;
  if (updatedPersonalMessage !== undefined) core.rig.show(session.evseId, updatedPersonalMessage.content);
  else if (totalCost !== undefined) core.control.showCost(session, totalCost);
  const { idToken } = event;
  if (idTokenInfo === undefined || idToken === undefined) return;
  core.authorizer.learn(idToken, idTokenInfo);
  const { transaction, authorization } = session;
  if (transaction?.id !== event.transactionInfo.transactionId || authorization === undefined) return;
  if (!sameToken(authorization.token, idToken)) return;
  if (core.parts.authorization.accepted(idTokenInfo.status)) {
    const groupIdToken = idTokenInfo.groupIdToken?.idToken;
    if (groupIdToken !== undefined) session.authorization = { ...authorization, groupIdToken };
    return;
  }
  invalidated(core, session, transaction);
}
