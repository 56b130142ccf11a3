import { parseSpan, type Rows, refsOf, TestDesignError } from '../../check/language/index.ts';
import { type Moment, type PlacedVariable, place, spanMs } from '../../check/match/index.ts';
import type { CaseRun } from './case-run.ts';
import type { Composition } from './compose.ts';
import { readVariables } from './device-variables.ts';

/** Now, with everything the case has seen so far. */
export function momentOf(run: CaseRun): Moment {
  return { resolver: run.names, now: run.clock.now(), before: undefined };
}

/** OCPP milliseconds of a duration as written, such as `2 * <back-off minimum> seconds`. */
export function durationMs(run: CaseRun, text: string): number {
  const ms = spanMs(parseSpan(text), momentOf(run));
  if (typeof ms === 'string') throw new TestDesignError(`${ms} has no value here`, 'a duration that is known');
  return ms;
}

export function compositionOf(run: CaseRun): Composition {
  const { phases, voltage, chargingRateUnit } = run.config.fixtures;
  return {
    schemas: run.setting.schemas,
    moment: momentOf(run),
    rateUnit: chargingRateUnit,
    wattsPerAmpere: voltage * phases,
    remember: (name, value) => run.names.remember(name, value),
  };
}

/** Reads from the device what rows refer to, so that judging them needs no waiting. */
export async function fetchVariables(run: CaseRun, rows: Rows): Promise<void> {
  const moment = momentOf(run);
  const wanted = rows
    .flatMap(({ cell }) => refsOf(cell))
    .flatMap((ref): PlacedVariable[] => {
      const name = ref.kind === 'variable' ? place(ref.variable, moment) : undefined;
      return typeof name === 'object' ? [name] : [];
    });
  if (wanted.length > 0) await readVariables(run, wanted);
}

/** The EVSE an act or report is about: ` at EVSE 2`, ` at <evse>`, or the configured one; `every EVSE` gives all. */
export function evsesOf(run: CaseRun, at: string | undefined): readonly number[] {
  if (at === undefined) return [run.evse];
  if (at === 'every EVSE') return run.fixtureFacts.evses;
  const number = /^EVSE (\d+)$/.exec(at)?.[1];
  if (number !== undefined) return [Number(number)];
  const value = run.names.name(at.slice(1, -1));
  return [typeof value === 'number' ? value : Number(Reflect.get(Object(value), 'id'))];
}
