import type { EvseDescription } from '../../rig/model/types.ts';
import type { StationContext } from '../parts.ts';
import type { ChargingProfile, ChargingSchedule, Installed, Refusal } from './types.ts';

const setting = (context: StationContext, variable: string): number =>
  Number(context.variable('SmartChargingCtrlr', variable) ?? Infinity);

/** Where a purpose may be installed, and to what (K01.FR.03, .09, .16, .22, .33). */
function placeFault(context: StationContext, evseId: number, profile: ChargingProfile): Refusal | undefined {
  const { chargingProfilePurpose: purpose, transactionId } = profile;
  if (purpose === 'ChargingStationExternalConstraints')
    return { reasonCode: 'InvalidProfile', additionalInfo: 'external constraints do not come from the CSMS' };
  if (purpose === 'ChargingStationMaxProfile' && evseId !== 0)
    return { reasonCode: 'InvalidProfile', additionalInfo: 'ChargingStationMaxProfile only on EVSE 0' };
  if (purpose !== 'TxProfile') return undefined;
  if (evseId === 0) return { reasonCode: 'InvalidProfile', additionalInfo: 'TxProfile only on an EVSE' };
  const running = context.transaction(evseId);
  if (running === undefined) return { reasonCode: 'TxNotFound', additionalInfo: 'no transaction on this EVSE' };
  if (transactionId === undefined) return { reasonCode: 'MissingParam', additionalInfo: 'transactionId' };
  if (transactionId !== running.transactionId) return { reasonCode: 'TxNotFound', additionalInfo: transactionId };
  return undefined;
}

/** Kind against its schedule (K01.FR.38, .40, .41). */
function kindFault(profile: ChargingProfile): Refusal | undefined {
  const { chargingProfileKind: kind, chargingProfilePurpose: purpose, recurrencyKind, chargingSchedule } = profile;
  const starts = chargingSchedule.map(({ startSchedule }) => startSchedule !== undefined);
  if (kind === 'Relative' && purpose === 'ChargingStationMaxProfile')
    return { reasonCode: 'InvalidProfile', additionalInfo: 'ChargingStationMaxProfile is never Relative' };
  if (kind === 'Relative' && starts.includes(true))
    return { reasonCode: 'InvalidSchedule', additionalInfo: 'Relative has no startSchedule' };
  if (kind !== 'Relative' && starts.includes(false))
    return { reasonCode: 'InvalidSchedule', additionalInfo: `${kind} needs startSchedule` };
  if (kind === 'Recurring' && recurrencyKind === undefined)
    return { reasonCode: 'InvalidProfile', additionalInfo: 'Recurring needs recurrencyKind' };
  return undefined;
}

/** One schedule by itself (K01.FR.26, .31, .35) and against the sizes this station states. */
function scheduleFault(context: StationContext, schedule: ChargingSchedule): Refusal | undefined {
  const { chargingRateUnit, chargingSchedulePeriod: periods } = schedule;
  const units = (context.variable('SmartChargingCtrlr', 'RateUnit') ?? '').split(',');
  if (!units.includes(chargingRateUnit)) return { reasonCode: 'UnsupportedRateUnit', additionalInfo: units.join(',') };
  if (periods.length > setting(context, 'PeriodsPerSchedule'))
    return { reasonCode: 'TooManyElements', additionalInfo: 'chargingSchedulePeriod' };
  if (periods[0]?.startPeriod !== 0)
    return { reasonCode: 'InvalidSchedule', additionalInfo: 'the first startPeriod is 0' };
  const ordered = periods.every(
    ({ startPeriod }, index) => index === 0 || startPeriod > (periods[index - 1]?.startPeriod ?? 0),
  );
  return ordered ? undefined : { reasonCode: 'InvalidSchedule', additionalInfo: 'startPeriod must increase' };
}

/** Phases on AC (K01.FR.19, .43, .45, .48); DC ignores them (K01.FR.44). This hardware switches no phases. */
function phaseFault(evse: EvseDescription, profile: ChargingProfile): Refusal | undefined {
  if (evse.current === 'DC') return undefined;
  for (const { numberPhases, phaseToUse } of profile.chargingSchedule.flatMap((one) => one.chargingSchedulePeriod)) {
    if (numberPhases !== undefined && numberPhases < evse.phases)
      return { reasonCode: 'InvalidSchedule', additionalInfo: `EVSE ${evse.id} always uses ${evse.phases} phases` };
    if (phaseToUse === undefined) continue;
    if (numberPhases !== 1)
      return { reasonCode: 'InvalidSchedule', additionalInfo: 'phaseToUse without numberPhases 1' };
    if (phaseToUse !== 1) return { reasonCode: 'InvalidSchedule', additionalInfo: `EVSE ${evse.id} uses phase 1` };
  }
  return undefined;
}

const overlap = (a: ChargingProfile, b: ChargingProfile) => {
  const from = (one: ChargingProfile) => (one.validFrom === undefined ? -Infinity : Date.parse(one.validFrom));
  const to = (one: ChargingProfile) => (one.validTo === undefined ? Infinity : Date.parse(one.validTo));
  return from(a) < to(b) && from(b) < to(a);
};

/**
 * Another profile of the same purpose and stack level that would count at the same time: TxDefaultProfile on EVSE 0 against a
 * specific EVSE whatever the validity (K01.FR.52, .53), the same place with overlapping validity (K01.FR.06, .39 forbid it to the
 * CSMS; K 3.4 does not allow both to be valid).
 */
function duplicate(installed: readonly Installed[], evseId: number, profile: ChargingProfile): Refusal | undefined {
  const rival = installed.find(({ evseId: place, profile: other }) => {
    if (other.id === profile.id || other.stackLevel !== profile.stackLevel) return false;
    if (other.chargingProfilePurpose !== profile.chargingProfilePurpose) return false;
    if (other.transactionId !== profile.transactionId) return false;
    if (place === evseId) return overlap(other, profile);
    return profile.chargingProfilePurpose === 'TxDefaultProfile' && (place === 0 || evseId === 0);
  });
  return rival === undefined
    ? undefined
    : { reasonCode: 'DuplicateProfile', additionalInfo: `profile ${rival.profile.id}` };
}

function storeFault(context: StationContext, installed: readonly Installed[], profile: ChargingProfile, room: number) {
  const known = installed.find((one) => one.profile.id === profile.id);
  if (known?.profile.chargingProfilePurpose === 'ChargingStationExternalConstraints')
    return { reasonCode: 'InvalidProfile', additionalInfo: 'the id belongs to an external constraint' };
  if (profile.stackLevel > setting(context, 'ProfileStackLevel')) return { reasonCode: 'InvalidStackLevel' };
  return known === undefined && installed.length >= room ? { reasonCode: 'OutOfStorage' } : undefined;
}

export interface RefusalFacts {
  readonly context: StationContext;
  readonly evses: readonly EvseDescription[];
  readonly installed: readonly Installed[];
  /** Greatest number of profiles (SmartChargingCtrlr.Entries, maxLimit). */
  readonly room: number;
}

/** What is wrong with the profile itself on that EVSE, leaving the transaction aside; undefined = nothing. */
export function profileFault(facts: RefusalFacts, evseId: number, profile: ChargingProfile): Refusal | undefined {
  const { context, evses, installed, room } = facts;
  const concerned = evseId === 0 ? evses : evses.filter(({ id }) => id === evseId);
  const first = <T>(list: readonly T[], check: (one: T) => Refusal | undefined) =>
    list.map(check).find((fault) => fault !== undefined);
  return (
    kindFault(profile) ??
    first(profile.chargingSchedule, (schedule) => scheduleFault(context, schedule)) ??
    first(concerned, (evse) => phaseFault(evse, profile)) ??
    storeFault(context, installed, profile, room) ??
    duplicate(installed, evseId, profile)
  );
}

/** Why a SetChargingProfileRequest is Rejected (K01); undefined = it is not. */
export function refusalToSet(facts: RefusalFacts, evseId: number, profile: ChargingProfile): Refusal | undefined {
  if (evseId !== 0 && !facts.evses.some(({ id }) => id === evseId)) return { reasonCode: 'UnknownEvse' }; // K01.FR.28
  return placeFault(facts.context, evseId, profile) ?? profileFault(facts, evseId, profile);
}

/** Why a RequestStartTransactionRequest with this profile is Rejected (K05.FR.02, .05). */
export function refusalAtStart(facts: RefusalFacts, evseId: number, profile: ChargingProfile): Refusal | undefined {
  if (profile.chargingProfilePurpose !== 'TxProfile')
    return { reasonCode: 'InvalidProfile', additionalInfo: 'only TxProfile with a start' };
  if (profile.transactionId !== undefined)
    return { reasonCode: 'InvalidProfile', additionalInfo: 'transactionId of a transaction that has not started' };
  return profileFault(facts, evseId, profile);
}
