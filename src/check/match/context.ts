import type { Path } from '../language/index.ts';
import type { Schemas } from '../schemas.ts';
import type { Observation } from '../types.ts';

/** `Component@evse,connector.Variable[instance]` with its places known. */
export interface PlacedVariable {
  readonly component: string;
  readonly evse?: number;
  readonly connector?: number;
  readonly variable: string;
  readonly instance?: string;
}

/**
 * Gives <refs> their values; the harness implements it. Everything is known beforehand (read from the device, generated),
 * so that judging is a pure function. undefined = has no value so far.
 */
export interface Resolver {
  /** A fixture, a remembered value or a generated one. */
  name(name: string): unknown;
  /** The value at a path of the last (nth, from 1) message of that name in this case, among those before observation `before`. */
  message(message: string, nth: number | 'last', path: Path, before: number | undefined): unknown;
  /** The value of a variable on the device, as text. */
  variable(variable: PlacedVariable): unknown;
}

/** What a `gap` is measured from: the mark, or the previous match. */
export interface Instant {
  /** OCPP time, epoch ms. */
  readonly at: number;
  readonly ownTime?: number;
}

export interface MatchContext {
  readonly resolver: Resolver;
  readonly schemas: Schemas;
  /** For `about` and the equality of times; milliseconds of OCPP time. */
  readonly toleranceMs: number;
  /** Line to neutral voltage, and the phases that a period without numberPhases means (3: K01.FR.49). */
  readonly supply: { readonly voltage: number; readonly phases: number };
  /**
   * Judges `obeys "rule"`: undefined = obeyed, else the reason in words. The value may be absent. `more`: further messages of the
   * expected name may still come.
   */
  readonly rule: (rule: string, value: unknown, observation: Observation, more?: boolean) => string | undefined;
  /** Answers `only if PICS` in a column `times`. */
  readonly holds: (condition: string) => boolean;
}

/** One row that is not met. */
export interface Mismatch {
  /** Row of the table, from 1. */
  readonly row: number;
  /** Field as it was looked up: `setVariableResult[0].attributeStatus`. */
  readonly path: string;
  /** What the table demands, in words. */
  readonly expected: string;
  /** What was there, as JSON; `absent` when nothing was. */
  readonly actual: string;
  /** The expectation refers to something without value: not the fault of this message. */
  readonly unresolved?: boolean;
}

/** The same resolver, in which remembered names come first. */
export function remembering(resolver: Resolver, remembered: ReadonlyMap<string, unknown>): Resolver {
  if (remembered.size === 0) return resolver;
  return {
    name: (name) => (remembered.has(name) ? remembered.get(name) : resolver.name(name)),
    message: (message, nth, path, before) => resolver.message(message, nth, path, before),
    variable: (variable) => resolver.variable(variable),
  };
}

/** Seconds between an instant and an observation: by their own times if both have one, else by arrival. */
export function gapSeconds(since: Instant, observation: Observation): number {
  const own = observation.fields['gap'];
  if (typeof own === 'number') return own;
  if (since.ownTime !== undefined && observation.ownTime !== undefined) {
    return (observation.ownTime - since.ownTime) / 1000;
  }
  return (observation.at - since.at) / 1000;
}
