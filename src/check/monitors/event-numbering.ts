import type { TimelineEvent } from '../../timeline/events.ts';
import { nothing, type Sighting } from './types.ts';

export const eventNumbering = 'N07.FR.07';

/**
 * NotifyEventRequests have no requestId: only when no earlier one says that more follow is it sure that a report begins, and
 * its first part has seqNo 0 (N07.FR.07, N08.FR.04). Nothing is known at the beginning of the stream and after a lost link.
 */
export class EventNumbering {
  #open: number | undefined;

  see(event: TimelineEvent): readonly Sighting[] {
    if (event.type === 'connection' && event.what === 'closed') this.#open = undefined;
    if (event.type !== 'frame' || event.frame.kind !== 'call' || event.frame.action !== 'NotifyEvent') return nothing;
    const { seqNo, tbc } = event.frame.payload;
    const begins = this.#open === 0;
    if (seqNo === 0) this.#open = (this.#open ?? 0) + (tbc === true ? 1 : 0);
    else if (tbc !== true && this.#open !== undefined) this.#open = Math.max(0, this.#open - 1);
    if (!begins || seqNo === 0 || typeof seqNo !== 'number') return nothing;
    return [
      {
        requirement: eventNumbering,
        message: 'the first NotifyEventRequest of an event has not seqNo 0',
        actual: `seqNo ${seqNo}`,
        events: [event.sequence],
      },
    ];
  }
}
