import type { ShortPeriod } from '../language/index.ts';
import type { MatchContext } from './context.ts';
import { timeOf } from './evaluate.ts';

export interface Period {
  readonly start: number;
  readonly limit: number;
}

/** W of a current per phase: current x line voltage x phases (K01.FR.50). */
export function watts(ampere: number, { voltage, phases }: MatchContext['supply'], numberPhases?: number): number {
  return ampere * voltage * (numberPhases ?? phases);
}

/** Equal neighbours joined: splitting a period is legal and changes nothing. */
function joined(periods: readonly Period[]): Period[] {
  const result: Period[] = [];
  for (const period of periods) {
    const last = result.at(-1);
    if (last === undefined || Math.abs(last.limit - period.limit) > 1e-6) result.push(period);
  }
  return result;
}

/** The periods from `shift` seconds on, for `duration` seconds. */
function clipped(periods: readonly Period[], shift: number, duration: number): Period[] {
  const running = periods.findLastIndex(({ start }) => start <= shift);
  return periods
    .slice(Math.max(running, 0))
    .map(({ start, limit }) => ({ start: Math.max(0, start - shift), limit }))
    .filter(({ start }) => start < duration);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const seconds = (value: unknown): number => (typeof value === 'number' ? value : Number.POSITIVE_INFINITY);

/**
 * Compares a list of chargingSchedulePeriod with short periods in A per phase; undefined = equal, else why not.
 * `schedule` is the object the list stands in: its rate unit converts (K01.FR.50), its start shifts a `since` schedule,
 * its duration clips. Starts may differ by the tolerance of times, limits by half of the last decimal allowed (0.1).
 */
export function periodsFault(
  expected: { readonly since?: number; readonly periods: readonly ShortPeriod[] },
  actual: unknown,
  schedule: unknown,
  context: Pick<MatchContext, 'supply' | 'toleranceMs'>,
): string | undefined {
  if (!Array.isArray(actual)) return 'no list of periods';
  const around = isRecord(schedule) ? schedule : {};
  const inWatts = around['chargingRateUnit'] === 'W';
  const start = timeOf(around['scheduleStart'] ?? around['startSchedule']);
  let shift = 0;
  if (expected.since !== undefined) {
    if (start === undefined) return 'the schedule has no start to count from';
    shift = (start - expected.since) / 1000;
  }
  const found: Period[] = [];
  const given: unknown[] = actual;
  for (const period of given) {
    if (!isRecord(period)) return 'a period is no object';
    const { startPeriod, limit, numberPhases } = period;
    if (typeof startPeriod !== 'number' || typeof limit !== 'number') return 'a period without startPeriod or limit';
    const perAmpere = inWatts
      ? watts(1, context.supply, typeof numberPhases === 'number' ? numberPhases : undefined)
      : 1;
    found.push({ start: startPeriod, limit: limit / perAmpere });
  }
  const duration = seconds(around['duration']);
  const wanted = joined(expected.since === undefined ? expected.periods : clipped(expected.periods, shift, duration));
  const got = joined(found);
  const [shown, have] = [wanted, got].map((list) =>
    list.map((each) => `${round(each.start)} s: ${round(each.limit)} A`).join(', '),
  );
  // A shifted start is known to the tolerance only; without shift the numbers are the table's own.
  const slack = expected.since === undefined ? 0 : context.toleranceMs / 1000;
  const same =
    wanted.length === got.length &&
    wanted.every(({ start: at, limit }, i) => {
      const other = got[i];
      return (
        other !== undefined &&
        Math.abs(other.start - at) <= slack + 1e-6 &&
        Math.abs(other.limit - limit) <= 0.05 + 1e-6
      );
    });
  return same ? undefined : `${have} instead of ${shown}`;
}

const round = (n: number): number => Math.round(n * 10) / 10;
