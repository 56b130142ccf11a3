import type { Sender, TimelineEvent } from '../../timeline/events.ts';
import type { Level } from '../verdict.ts';

/** What a monitor may know beside the events; whatever is left out is not judged. */
export interface MonitorFacts {
  readonly sut: Sender;
  /** Identity of the station on connections whose opening was not seen. */
  readonly identity?: string;
  /**
   * Text of a variable of the device, as last said on the wire: `Component.Variable[instance]`, with `#evse.connector` behind
   * the component where it has one. The runner folds it out of the frames of the stream; to be asked at each event.
   */
  readonly variable?: (name: string) => string | undefined;
  /** OCPP seconds an answer may take before it is mentioned; OCPP itself sets no limit (P2 3.2). */
  readonly responseSeconds?: number;
  /** OCPP seconds that a clock may be off. */
  readonly toleranceSeconds?: number;
}

/** Something a monitor found. The runner adds phase, blame and the check id `monitor/<name>`. */
export interface Sighting {
  /** Requirement id or document section that is broken. */
  readonly requirement: string;
  /** Left out: the level of the monitor. */
  readonly level?: Level;
  /** What is wrong, in one line; ids, times and other values of this one frame belong into `actual`. */
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  /** Timeline sequence numbers of this stream; the last one is where it became wrong, and its phase decides. */
  readonly events: readonly number[];
  /** Who broke it; left out: the sender of the last event, which then must be a frame. */
  readonly by?: Sender;
  /** Found by a deadline that passed: on a fast clock the case is tried once more in real time. */
  readonly late?: true;
}

/** One stream under watch: state of its own, no clock, no input but the events. */
export interface Watch {
  /** Feeds the next event, in timeline order. */
  readonly see: (event: TimelineEvent) => readonly Sighting[];
  /** After the last event. */
  readonly end?: () => readonly Sighting[];
}

/** A judge that runs over every frame of every case (DESIGN.md section 3). */
export interface Monitor {
  /** Kebab case; the check is called `monitor/<name>`. */
  readonly name: string;
  /** Every requirement id or section it may name. */
  readonly requirements: readonly string[];
  readonly level: Level;
  /**
   * Left out: begins to watch one case, from its preamble on, and nothing is claimed about what was before it. `run`: watches
   * all cases of a run one after the other; its sightings name events of the present case only, and it has no `end`.
   */
  readonly scope?: 'run';
  /** Only the SUT is judged: what a sentence makes us say at a wrong moment is what its case is about. */
  readonly sutOnly?: true;
  readonly watch: (facts: MonitorFacts) => Watch;
}

/** The answer of a watch that found nothing. */
export const nothing: readonly Sighting[] = [];
