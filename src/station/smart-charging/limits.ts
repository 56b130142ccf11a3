import { segmentAt } from './schedule.ts';
import type { Installed, Purpose, RateUnit, Segment, Supply } from './types.ts';

/** K01.FR.49: numberPhases when a period names none, AC. */
const defaultPhases = 3;

/** Limit of a period in another unit (K01.FR.50, .51); A is per phase. Pure. */
export function limitIn(unit: RateUnit, { limit, unit: own, numberPhases }: Segment, supply: Supply): number {
  if (unit === own) return limit;
  const phases = supply.current === 'DC' ? 1 : (numberPhases ?? defaultPhases);
  if (unit === 'A') return limit / (supply.voltage * phases);
  // No more phases carry current than the EVSE has (K01.FR.45).
  return limit * supply.voltage * (supply.current === 'DC' ? 1 : Math.min(phases, supply.phases));
}

/** Whose limits are asked: profiles that count for one EVSE (or the station), at its transaction. */
export interface Scope {
  readonly evseId: number;
  readonly transactionId: string | undefined;
  /** Moment that Relative schedules count from. */
  readonly relativeStart: number;
}

function applies({ evseId, profile }: Installed, purpose: Purpose, scope: Scope): boolean {
  if (profile.chargingProfilePurpose !== purpose) return false;
  if (purpose === 'TxProfile') return evseId === scope.evseId && profile.transactionId === scope.transactionId;
  if (purpose === 'TxDefaultProfile') return scope.evseId !== 0 && (evseId === 0 || evseId === scope.evseId);
  return evseId === scope.evseId;
}

/** Leading period of one purpose: of the highest stack level that has a period at `t` (K01.FR.17, K 3.5). Pure. */
export function leading(
  installed: readonly Installed[],
  purpose: Purpose,
  scope: Scope,
  t: number,
): Segment | undefined {
  const candidates = installed
    .filter((one) => applies(one, purpose, scope))
    .flatMap(({ profile }) => {
      const segment = segmentAt(profile, t, scope.relativeStart);
      return segment === undefined ? [] : [{ stackLevel: profile.stackLevel, segment }];
    })
    .sort((a, b) => b.stackLevel - a.stackLevel || a.segment.limit - b.segment.limit);
  return candidates[0]?.segment;
}

/**
 * Leading periods of an EVSE's own purposes at `t`. TxProfile overrules TxDefaultProfile while it has a period (K 3.5; errata
 * 2025-09, TC_K_41_CS: after its duration TxDefaultProfile leads again). Pure.
 */
export function leadingOfEvse(installed: readonly Installed[], scope: Scope, t: number): Segment[] {
  return [
    leading(installed, 'ChargingStationExternalConstraints', scope, t),
    leading(installed, 'TxProfile', scope, t) ?? leading(installed, 'TxDefaultProfile', scope, t),
  ].filter((segment) => segment !== undefined);
}

/** Leading periods of the station's own purposes at `t`: limits of all EVSEs together (K 3.5). Pure. */
export function leadingOfStation(installed: readonly Installed[], scope: Omit<Scope, 'evseId'>, t: number): Segment[] {
  const station = { ...scope, evseId: 0 };
  return [
    leading(installed, 'ChargingStationMaxProfile', station, t),
    leading(installed, 'ChargingStationExternalConstraints', station, t),
  ].filter((segment) => segment !== undefined);
}
