import { type CellRule, firstFault, isRecord, partOf, type RuleContext, records } from './context.ts';

type Fields = Readonly<Record<string, unknown>>;

/** K01.FR.38, .40, .41 and the field descriptions of chargingProfileKind and recurrencyKind. */
export const kindSuitsPurposeAndStartSchedule: CellRule = (value) => {
  if (!isRecord(value)) return 'there is no charging profile';
  const { chargingProfileKind: kind, chargingProfilePurpose: purpose, recurrencyKind } = value;
  const schedules = records(value['chargingSchedule']);
  const started = schedules.filter(({ startSchedule }) => startSchedule !== undefined).length;
  return firstFault(
    purpose === 'ChargingStationMaxProfile' &&
      kind === 'Relative' &&
      'K01.FR.38: a ChargingStationMaxProfile may not be Relative',
    (kind === 'Absolute' || kind === 'Recurring') &&
      started < schedules.length &&
      `K01.FR.40: ${kind} without startSchedule`,
    kind === 'Relative' && started > 0 && 'K01.FR.41: Relative with startSchedule',
    kind === 'Recurring' &&
      recurrencyKind === undefined &&
      'ChargingProfileType.recurrencyKind: Recurring without recurrencyKind',
  );
};

function periodsFault(schedule: Fields): string | undefined {
  const periods = records(schedule['chargingSchedulePeriod']);
  const starts = periods.map(({ startPeriod }) => (typeof startPeriod === 'number' ? startPeriod : Number.NaN));
  const disordered = starts.some((start, i) => i > 0 && !(start > (starts[i - 1] ?? Number.NaN)));
  const turned = periods.some(({ phaseToUse, numberPhases }) => phaseToUse !== undefined && numberPhases !== 1);
  return firstFault(
    starts[0] !== 0 && `K01.FR.31: the first startPeriod is ${String(starts[0])}, not 0`,
    disordered && `K01.FR.35: startPeriods out of order: ${starts.join(', ')}`,
    turned && 'K01.FR.19: phaseToUse with numberPhases other than 1',
  );
}

/** ISO 15118 smart charging is the only case for several schedules (K01.FR.34, K15-K17). */
const askedByEv = ({ observations = [], observation }: RuleContext): boolean =>
  observations.some(
    ({ name, index }) =>
      name === 'NotifyEVChargingNeedsRequest' && index < (observation?.index ?? Number.POSITIVE_INFINITY),
  );

function purposeFault(profile: Fields, evseId: unknown): string | undefined {
  const { chargingProfilePurpose: purpose, transactionId } = profile;
  return firstFault(
    purpose === 'ChargingStationExternalConstraints' &&
      'K01.FR.22: the CSMS may not set ChargingStationExternalConstraints',
    purpose === 'TxProfile' && transactionId === undefined && 'K01.FR.03: a TxProfile without transactionId',
    purpose !== 'TxProfile' &&
      transactionId !== undefined &&
      `ChargingProfileType.transactionId: it stands in a ${String(purpose)}`,
    purpose === 'TxProfile' && evseId === 0 && 'K01.FR.16: a TxProfile for evseId 0',
  );
}

/** A SetChargingProfileRequest carries evseId and profile; a RequestStartTransactionRequest has the profile without transaction. */
function placeFault(profile: Fields, { observation }: RuleContext): string | undefined {
  if (observation?.name === 'SetChargingProfileRequest') return purposeFault(profile, observation.fields['evseId']);
  return undefined;
}

function validityFault({ validFrom, validTo }: Fields): string | undefined {
  if (typeof validFrom !== 'string' || typeof validTo !== 'string') return undefined;
  return Date.parse(validTo) > Date.parse(validFrom)
    ? undefined
    : 'K01.FR.36, K01.FR.37: validTo is not after validFrom, so the profile is never valid';
}

/** What Part 2 demands of every profile that a CSMS sends: K01.FR.03, .16, .19, .22, .31, .34-.38, .40, .41. */
export const legalChargingProfile: CellRule = (value, context) => {
  if (!isRecord(value)) return 'there is no charging profile';
  const schedules = records(value['chargingSchedule']);
  return firstFault(
    schedules.length > 1 && !askedByEv(context) && 'K01.FR.34: several schedules without NotifyEVChargingNeedsRequest',
    placeFault(value, context),
    kindSuitsPurposeAndStartSchedule(value, context),
    ...schedules.map(periodsFault),
    validityFault(value),
  );
};

/**
 * One schedule of one period from 0 with the configured rate unit, duration and numberPhases (3 may be left out) and the limit
 * of the case: `ampere` when the unit is A, `watt` when it is W (TC_K_01_CSMS and its kind, step 1; errata 2025-04).
 */
export const scheduleAsConfigured =
  (ampere: number, watt: number): CellRule =>
  (value, { schedule = {} }) => {
    const [only, ...others] = records(partOf(value)['chargingSchedule']);
    if (only === undefined || others.length > 0)
      return `${others.length + (only === undefined ? 0 : 1)} schedules instead of 1`;
    const [period, ...more] = records(only['chargingSchedulePeriod']);
    if (period === undefined || more.length > 0)
      return `${more.length + (period === undefined ? 0 : 1)} periods instead of 1`;
    const { chargingRateUnit: unit, duration } = only;
    const { startPeriod, limit, numberPhases } = period;
    const wanted = unit === 'W' ? watt : ampere;
    const phases = schedule.numberPhases;
    return firstFault(
      schedule.chargingRateUnit !== undefined &&
        unit !== schedule.chargingRateUnit &&
        `chargingRateUnit ${String(unit)} instead of ${schedule.chargingRateUnit}`,
      schedule.duration !== undefined &&
        duration !== schedule.duration &&
        `duration ${String(duration)} instead of ${schedule.duration}`,
      startPeriod !== 0 && `K01.FR.31: startPeriod ${String(startPeriod)} instead of 0`,
      !(typeof limit === 'number' && Math.abs(limit - wanted) < 0.05) &&
        `limit ${String(limit)} ${String(unit)} instead of ${wanted}`,
      phases !== undefined &&
        numberPhases !== phases &&
        !(phases === 3 && numberPhases === undefined) &&
        `numberPhases ${String(numberPhases)} instead of ${phases}`,
    );
  };
