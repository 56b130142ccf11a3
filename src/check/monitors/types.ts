import type { Sender, TimelineEvent } from '../../timeline/events.ts';
import type { Level } from '../verdict.ts';

/** What a monitor may know beside the events; whatever is left out is not judged. */
export interface MonitorFacts {
  readonly sut: Sender;
  /** Text of a variable of the device, as last seen: `Component.Variable[instance]`. */
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
  /** What is wrong, in one line. */
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  /** Timeline sequence numbers; the last one is where it became wrong, and its phase and sender decide the blame. */
  readonly events: readonly number[];
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
  /** Begins to watch one stream (one case, from its preamble on). Nothing is claimed about what was before it. */
  readonly watch: (facts: MonitorFacts) => Watch;
}
