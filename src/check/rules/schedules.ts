import { type CellRule, isRecord, partOf, type RuleContext, records } from './context.ts';

interface Step {
  readonly start: number;
  readonly limit: number;
}

function stepsOf(schedule: unknown): Step[] {
  return records(partOf(schedule)['chargingSchedulePeriod']).flatMap(({ startPeriod, limit }) =>
    typeof startPeriod === 'number' && typeof limit === 'number' ? [{ start: startPeriod, limit }] : [],
  );
}

/** Seconds at which a schedule starts on the common axis; 0 when it does not say. */
function offset(schedule: unknown): number {
  const { startSchedule } = partOf(schedule);
  const at = typeof startSchedule === 'string' ? Date.parse(startSchedule) : Number.NaN;
  return Number.isNaN(at) ? 0 : at / 1000;
}

/** Schedules of the newest SetChargingProfileRequest before the message that is judged. */
function limitsBefore({ observations = [], observation }: RuleContext): Readonly<Record<string, unknown>>[] {
  const before = observation?.index ?? Number.POSITIVE_INFINITY;
  const request = observations.findLast(({ name, index }) => name === 'SetChargingProfileRequest' && index < before);
  return records(partOf(request?.fields['chargingProfile'])['chargingSchedule']);
}

const limitAt = (steps: readonly Step[], at: number): number | undefined =>
  steps.findLast(({ start }) => start <= at)?.limit;

/** K15.FR.09, K17.FR.09: the schedule that the EV told stays at or below the one the CSMS set, at every moment both cover. */
export const withinTheLimits: CellRule = (value, context) => {
  if (!isRecord(value)) return 'there is no schedule';
  const unit = value['chargingRateUnit'];
  const limits = limitsBefore(context).find(({ chargingRateUnit }) => chargingRateUnit === unit);
  if (limits === undefined) return `no profile in ${String(unit)} was set before, so there is nothing to compare with`;
  const aligned = value['startSchedule'] !== undefined && limits['startSchedule'] !== undefined;
  const shift = aligned ? offset(value) - offset(limits) : 0;
  const told = stepsOf(value);
  const allowed = stepsOf(limits).map(({ start, limit }) => ({ start: start - shift, limit }));
  const end = typeof value['duration'] === 'number' ? value['duration'] : Number.POSITIVE_INFINITY;
  for (const at of [...told, ...allowed].map(({ start }) => start).filter((start) => start >= 0 && start < end)) {
    const [is, may] = [limitAt(told, at), limitAt(allowed, at)];
    // 0.05: half of the one decimal that limits have.
    if (is !== undefined && may !== undefined && is > may + 0.05)
      return `K15.FR.09, K17.FR.09: ${is} ${String(unit)} at ${at} s, the limit is ${may}`;
  }
  return undefined;
};
