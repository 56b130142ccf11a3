import type { Sender } from '../timeline/events.ts';
import { judgeLeftovers } from './leftovers.ts';
import type { Observation } from './types.ts';
import type { CheckResult } from './verdict.ts';

/**
 * What the SUT sent without being asked and no sentence looked at.
 * @param observations of the case, by index
 * @param consumed indexes of what sentences used up
 */
export function judgeRest(
  observations: readonly Observation[],
  consumed: ReadonlySet<number>,
  sut: Sender,
): CheckResult[] {
  const used = new Set([...consumed].flatMap((index) => observations[index]?.sequence ?? []));
  const left = observations.filter(
    (each) =>
      each.sender === sut &&
      !consumed.has(each.index) &&
      !repeatsUsed(each, observations, used) &&
      !bootsAgain(each, observations, used),
  );
  return judgeLeftovers(left, { used });
}

/** A security event of a type that a sentence already used: each refused attempt may be told again. */
function repeatsUsed(
  { name, fields, index }: Observation,
  observations: readonly Observation[],
  used: ReadonlySet<number>,
): boolean {
  if (name !== 'SecurityEventNotificationRequest') return false;
  return observations.some(
    (other) =>
      other.index < index && other.name === name && other.fields['type'] === fields['type'] && used.has(other.sequence),
  );
}

/** A boot that was answered Pending or Rejected is to be tried again after the interval (B02.FR.08, B03.FR.06). */
function bootsAgain(
  { name, index }: Observation,
  observations: readonly Observation[],
  used: ReadonlySet<number>,
): boolean {
  if (name !== 'BootNotificationRequest') return false;
  const before = observations.findLast((other) => other.name === name && other.index < index);
  if (before === undefined || !(used.has(before.sequence) || bootsAgain(before, observations, used))) return false;
  const answer = observations.find(
    (other) => other.name === 'BootNotificationResponse' && other.messageId === before.messageId,
  );
  return answer?.fields['status'] === 'Pending' || answer?.fields['status'] === 'Rejected';
}
