import type { ChargingProfile, ChargingSchedule, Segment } from './types.ts';

const recurrenceMs = { Daily: 86_400_000, Weekly: 604_800_000 } as const;

/** Half-open: valid when validFrom <= t < validTo; a bound that is not set does not limit (K01.FR.10, .36, .37). */
export function validAt({ validFrom, validTo }: ChargingProfile, t: number): boolean {
  return (validFrom === undefined || t >= Date.parse(validFrom)) && (validTo === undefined || t < Date.parse(validTo));
}

/**
 * When the occurrence of the schedule that covers or precedes `t` began, and when it is over at the latest. undefined = none yet
 * (K01.FR.30). `relativeStart` is the moment a Relative schedule counts from.
 */
function occurrence(
  profile: ChargingProfile,
  schedule: ChargingSchedule,
  t: number,
  relativeStart: number,
): { start: number; end: number } | undefined {
  const lasts = schedule.duration === undefined ? Infinity : schedule.duration * 1000;
  const first =
    profile.chargingProfileKind === 'Relative' || schedule.startSchedule === undefined
      ? relativeStart
      : Date.parse(schedule.startSchedule);
  if (t < first) return undefined;
  if (profile.chargingProfileKind !== 'Recurring' || profile.recurrencyKind === undefined)
    return { start: first, end: first + lasts };
  const every = recurrenceMs[profile.recurrencyKind];
  const start = first + Math.floor((t - first) / every) * every;
  return { start, end: start + Math.min(lasts, every) }; // K01.FR.13: a gap until the schedule begins anew
}

/** The period in force at `t`, on the time line; undefined = this profile says nothing then. Pure. */
export function segmentAt(profile: ChargingProfile, t: number, relativeStart: number): Segment | undefined {
  const schedule = profile.chargingSchedule[0];
  if (schedule === undefined || !validAt(profile, t)) return undefined;
  const current = occurrence(profile, schedule, t, relativeStart);
  if (current === undefined || t >= current.end) return undefined;
  const offset = (t - current.start) / 1000;
  const periods = schedule.chargingSchedulePeriod;
  const index = periods.findLastIndex(({ startPeriod }) => startPeriod <= offset);
  const period = periods[index];
  if (period === undefined) return undefined;
  const next = periods[index + 1];
  const until = next === undefined ? Infinity : current.start + next.startPeriod * 1000;
  return {
    start: current.start + period.startPeriod * 1000,
    end: Math.min(until, current.end), // K01.FR.11, .12
    limit: period.limit,
    unit: schedule.chargingRateUnit,
    numberPhases: period.numberPhases,
  };
}

/** First moment after `t` at which what the profile says may change; Infinity = never. Pure. */
export function nextChange(profile: ChargingProfile, t: number, relativeStart: number): number {
  const schedule = profile.chargingSchedule[0];
  if (schedule === undefined) return Infinity;
  const bounds = [profile.validFrom, profile.validTo].flatMap((bound) =>
    bound === undefined ? [] : [Date.parse(bound)],
  );
  const first =
    profile.chargingProfileKind === 'Relative' || schedule.startSchedule === undefined
      ? relativeStart
      : Date.parse(schedule.startSchedule);
  const every =
    profile.chargingProfileKind === 'Recurring' && profile.recurrencyKind !== undefined
      ? recurrenceMs[profile.recurrencyKind]
      : undefined;
  const current = t < first || every === undefined ? first : first + Math.floor((t - first) / every) * every;
  const offsets = schedule.chargingSchedulePeriod.map(({ startPeriod }) => startPeriod * 1000);
  const moments = [
    ...bounds,
    ...offsets.map((offset) => current + offset),
    ...(schedule.duration === undefined ? [] : [current + schedule.duration * 1000]),
    ...(every === undefined ? [] : [current + every]),
  ];
  return Math.min(Infinity, ...moments.filter((moment) => moment > t));
}
