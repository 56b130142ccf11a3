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
    (each) => each.sender === sut && !consumed.has(each.index) && !repeatsUsed(each, observations, used),
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
