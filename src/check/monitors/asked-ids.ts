import type { TimelineEvent } from '../../timeline/events.ts';

/** One request of the CSMS with a requestId that notifications have to carry. */
export interface AskedId {
  readonly requestId: number;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Timeline sequence number of the acceptance. */
  accepted: number | undefined;
  /** The link was lost, or the station booted, since: a notification may have been lost with it. */
  interrupted: boolean;
}

/** Follows one request action of the CSMS, and whether a TriggerMessage asked for its notification. */
export class AskedIds {
  readonly #action: string;
  readonly #notification: string;
  readonly #calls = new Map<string, AskedId>();
  /** The newest request with each id. */
  readonly #newest = new Map<number, AskedId>();
  /** A TriggerMessage for the notification was seen. */
  triggered = false;
  /** The station has sent other requests in this stream: what a trigger before it asked for is out. */
  spoken = false;

  constructor(action: string, notification: string) {
    this.#action = action;
    this.#notification = notification;
  }

  see(event: TimelineEvent): void {
    if (event.type === 'connection' && event.what === 'closed') this.#interrupt();
    if (event.type !== 'frame') return;
    const { frame, sender, sequence } = event;
    if (frame.kind === 'call' && sender === 'Charging Station') {
      if (frame.action === 'BootNotification') this.#interrupt();
      if (frame.action !== this.#notification) this.spoken = true;
    }
    if (frame.kind === 'call' && sender === 'CSMS') this.#asked(frame.action, frame.messageId, frame.payload);
    if (frame.kind !== 'result' || sender !== 'Charging Station') return;
    const asked = this.#calls.get(frame.messageId);
    const { status } = frame.payload;
    if (asked !== undefined && (status === 'Accepted' || status === 'AcceptedCanceled')) asked.accepted = sequence;
  }

  #asked(action: string, messageId: string, payload: Readonly<Record<string, unknown>>): void {
    if (action === 'TriggerMessage' && payload['requestedMessage'] === this.#notification) this.triggered = true;
    const { requestId } = payload;
    if (action !== this.#action || typeof requestId !== 'number') return;
    const asked: AskedId = { requestId, payload, accepted: undefined, interrupted: false };
    this.#calls.set(messageId, asked);
    this.#newest.set(requestId, asked);
  }

  #interrupt(): void {
    for (const asked of this.#calls.values()) asked.interrupted = true;
  }

  of(requestId: number): AskedId | undefined {
    return this.#newest.get(requestId);
  }

  /** Accepted before `sequence` and not among `told`. */
  untold(told: ReadonlySet<number>, sequence: number): AskedId | undefined {
    return [...this.#newest.values()].find(
      ({ requestId, accepted, interrupted }) =>
        accepted !== undefined && accepted < sequence && !interrupted && !told.has(requestId),
    );
  }
}
