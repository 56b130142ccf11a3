import type { TimelineEvent } from '../../timeline/events.ts';
import { partOf, type RuleContext } from './context.ts';

const at = (pair: unknown, index: number): string => String(Array.isArray(pair) ? pair[index] : '');

/** What the operator was told to make the CSMS send, and took on. */
export function ordersOf(events: readonly TimelineEvent[]): NonNullable<RuleContext['orders']> {
  return events.flatMap((event) => {
    if (event.type !== 'operator' || event.outcome !== 'accepted') return [];
    const { action, words } = event.intent;
    if (typeof action !== 'string' || !Array.isArray(words)) return [];
    const pairs = words.map((pair: unknown) => [at(pair, 0), at(pair, 1)] as const);
    return [{ sequence: event.sequence, action, words: pairs }];
  });
}

/** What hands did at the station; what had no effect did not happen. */
export function actsOf(events: readonly TimelineEvent[]): NonNullable<RuleContext['acts']> {
  return events.flatMap((event) => {
    if (event.type !== 'rig' || event.facts['outcome'] !== 'done') return [];
    const { act, evse } = partOf(event.facts['act']);
    if (typeof act !== 'string') return [];
    return [{ at: event.at, act, ...(typeof evse === 'number' ? { evse } : {}) }];
  });
}
