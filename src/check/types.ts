import type { Sender } from '../timeline/events.ts';

/** One thing the SUT (or we) did, as sentences name it: a message, an answer, or a view. */
export interface Observation {
  /** Counts up over the case; orders observations. */
  readonly index: number;
  /** Timeline sequence number of the (last) event it comes from. */
  readonly sequence: number;
  /** BootNotificationRequest, ResetResponse, CALLERROR, malformed, or a view such as `connector status`. */
  readonly name: string;
  readonly sender: Sender;
  /** Arrival, OCPP time, epoch ms. */
  readonly at: number;
  /** The message's own time, for gaps of what may be late (readings, monitoring events, offline). */
  readonly ownTime?: number;
  /** Payload, or the fields of the view. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly action?: string;
  readonly messageId?: string;
  readonly attempt?: number;
}
