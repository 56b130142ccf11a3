import type { Observation } from '../types.ts';
import { partOf, type TimelineRule } from './context.ts';

/** Observations that accepted a TriggerMessageRequest for BootNotification. */
function acceptedTriggers(observations: readonly Observation[]): Observation[] {
  const asked = new Set(
    observations.flatMap(({ name, fields, messageId }) =>
      name === 'TriggerMessageRequest' && fields['requestedMessage'] === 'BootNotification' && messageId !== undefined
        ? [messageId]
        : [],
    ),
  );
  return observations.filter(
    ({ name, fields, messageId }) =>
      name === 'TriggerMessageResponse' &&
      fields['status'] === 'Accepted' &&
      messageId !== undefined &&
      asked.has(messageId),
  );
}

const transactionOf = ({ fields }: Observation): unknown => partOf(fields['transactionInfo'])['transactionId'];

/** The transaction that runs on an EVSE just before an observation and has had no idToken; undefined = none. */
function openTransaction(observations: readonly Observation[], before: number, evseId: unknown): unknown {
  const events = observations.filter(({ name, index }) => name === 'TransactionEventRequest' && index < before);
  const started = events.findLast(
    ({ fields }) => fields['eventType'] === 'Started' && partOf(fields['evse'])['id'] === evseId,
  );
  if (started === undefined) return undefined;
  const id = transactionOf(started);
  const own = events.filter((event) => transactionOf(event) === id);
  const authorized = own.some(({ fields }) => fields['idToken'] !== undefined || fields['eventType'] === 'Ended');
  return authorized ? undefined : id;
}

/** F01.FR.13: an accepted remote start on an EVSE whose transaction already runs names that transaction in its answer. */
export const remoteStartNamesTheTransaction: TimelineRule = (observations) => {
  const requests = observations.filter(({ name }) => name === 'RequestStartTransactionRequest');
  for (const { messageId, fields, index } of requests) {
    const answer = observations.find(
      (each) => each.name === 'RequestStartTransactionResponse' && each.messageId === messageId,
    );
    if (answer?.fields['status'] !== 'Accepted') continue;
    const open = openTransaction(observations, index, fields['evseId']);
    if (open === undefined || answer.fields['transactionId'] === open) continue;
    return `F01.FR.13: RequestStartTransactionResponse no. ${answer.index} names ${String(answer.fields['transactionId'] ?? 'no transaction')}, ${String(open)} was under way`;
  }
  return undefined;
};

/**
 * A boot came after the trigger that was due by the interval of the last answer anyway (B02.FR.08): the station had one boot to
 * send, and its reason may be that of its own retry.
 */
function retryWasDue(observations: readonly Observation[], { messageId, index: accepted }: Observation): boolean {
  // The boot may be on its way before the trigger is answered: what counts is when it was asked.
  const asked = observations.find((each) => each.name === 'TriggerMessageRequest' && each.messageId === messageId);
  const from = asked?.index ?? accepted;
  const answer = observations.findLast(({ name, index }) => name === 'BootNotificationResponse' && index < from);
  const interval = answer?.fields['interval'];
  if (answer === undefined || typeof interval !== 'number' || interval <= 0) return false;
  return observations.some(
    ({ name, index, at }) => name === 'BootNotificationRequest' && index > from && at - answer.at >= interval * 1000,
  );
}

/**
 * Reason Triggered only after an accepted trigger, one boot a trigger, and a boot of that reason after each accepted trigger
 * (F06.FR.10, BootReasonEnumType, TC_B_02_CS/step 15) unless the station's own retry was due by then. A trigger answered otherwise
 * asks for nothing.
 */
export const triggeredBootReason: TimelineRule = (observations) => {
  const triggers = acceptedTriggers(observations);
  const boots = observations.filter(
    ({ name, fields }) => name === 'BootNotificationRequest' && fields['reason'] === 'Triggered',
  );
  let used = 0;
  for (const boot of boots) {
    // Only their number is looked at: whether the answer came first is F06.FR.04, another matter.
    const open = triggers[used];
    if (open === undefined)
      return `BootReasonEnumType: BootNotificationRequest no. ${boot.index} says Triggered without an accepted trigger`;
    used++;
  }
  const unanswered = triggers[used];
  if (unanswered === undefined || retryWasDue(observations, unanswered)) return undefined;
  return `F06.FR.10: no BootNotificationRequest with reason Triggered after the trigger accepted in no. ${unanswered.index}`;
};
