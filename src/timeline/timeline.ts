import type { Clock } from '../clock/index.ts';
import type { Phase, Sender, TimelineEvent, TimelineHeader, Unstamped } from './events.ts';
import { TimelineFile } from './file.ts';
import type { Correlation } from './frame-event.ts';
import { Redactor } from './redactor.ts';

export interface TimelineOptions {
  readonly clock: Clock;
  /** Where to write; left out, nothing is written. */
  readonly path?: string;
  /** Goes on with the file of an earlier example of the same case. */
  readonly append?: boolean;
  /** Needed with a path. */
  readonly header?: Omit<TimelineHeader, 'timeline' | 'complete'>;
  /** Texts that are replaced in what is written. */
  readonly secrets?: Iterable<string>;
}

/**
 * The witness of one case: stamps events, keeps them as they were for judging, writes them redacted. It never judges.
 */
export class Timeline implements Correlation {
  readonly #clock: Clock;
  readonly #began: number;
  readonly #redactor: Redactor;
  readonly #file: TimelineFile | undefined;
  readonly #events: TimelineEvent[] = [];
  readonly #listeners = new Set<(event: TimelineEvent) => void>();
  readonly #asked = new Map<string, string>();
  #phase: Phase = 'run';
  #sequence: number;
  #settled = false;

  private constructor(clock: Clock, redactor: Redactor, file: TimelineFile | undefined) {
    this.#clock = clock;
    this.#began = clock.monotonic();
    this.#redactor = redactor;
    this.#file = file;
    this.#sequence = file?.earlier ?? 0;
  }

  /** Opens a timeline; with a path the file is there at once and says that it is incomplete. */
  static open({ clock, path, append = false, header, secrets = [] }: TimelineOptions): Timeline {
    const redactor = new Redactor(secrets);
    if (path === undefined) return new Timeline(clock, redactor, undefined);
    if (header === undefined) throw new Error(`timeline ${path}: a file needs a header`);
    const file = new TimelineFile({
      path,
      header: { timeline: 1, ...header },
      append,
      clock,
      redact: (event) => redactor.event(event),
    });
    return new Timeline(clock, redactor, file);
  }

  /** Stamps, keeps, writes and tells. What comes after settle() is stamped and kept, but the evidence is closed. */
  append(unstamped: Unstamped): TimelineEvent {
    const stamp = {
      sequence: ++this.#sequence,
      elapsed: Math.round((this.#clock.monotonic() - this.#began) * 1000) / 1000,
      at: this.#clock.now(),
      phase: this.#phase,
    };
    // Not a spread: that costs twenty times as much, on every frame.
    const event: TimelineEvent = Object.assign(stamp, unstamped);
    if (event.type === 'frame' && event.frame.kind === 'call') {
      this.#asked.set(`${event.sender}\n${event.frame.messageId}`, event.frame.action);
    }
    this.#events.push(event);
    if (!this.#settled) this.#file?.add(event);
    for (const listener of [...this.#listeners]) listener(event);
    return event;
  }

  actionOf(sender: Sender, messageId: string): string | undefined {
    return this.#asked.get(`${sender}\n${messageId}`);
  }

  get phase(): Phase {
    return this.#phase;
  }
  /** Phase of the events from now on. */
  setPhase(phase: Phase): void {
    this.#phase = phase;
  }

  /** A text that is replaced in everything written from now on. */
  addSecret(secret: string): void {
    this.#redactor.register(secret);
  }

  /** Called with every event from now on; the returned function ends it. */
  subscribe(listener: (event: TimelineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Events as they were, secrets included: for judging only. What is shown to people comes from `redacted()` or the file. */
  events(): readonly TimelineEvent[] {
    return this.#events;
  }
  /** Events as they are written. */
  redacted(): TimelineEvent[] {
    return this.#events.map((event) => this.#redactor.event(event));
  }

  /** A copy of anything that people will see, secrets replaced as in the file. */
  shown<T>(value: T): T {
    return this.#redactor.copy(value);
  }

  get settled(): boolean {
    return this.#settled;
  }
  /** The last write: the file says `complete: true`. Once; later calls do nothing. */
  settle(): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#listeners.clear();
    this.#file?.settle();
  }
}
