import type { Observation } from '../types.ts';
import type { TimelineRule } from './context.ts';

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

/**
 * Reason Triggered only after an accepted trigger, one boot a trigger, and a boot of that reason after each accepted trigger
 * (F06.FR.10, BootReasonEnumType, TC_B_02_CS/step 15). A trigger answered otherwise asks for nothing.
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
  if (unanswered === undefined) return undefined;
  return `F06.FR.10: no BootNotificationRequest with reason Triggered after the trigger accepted in no. ${unanswered.index}`;
};
