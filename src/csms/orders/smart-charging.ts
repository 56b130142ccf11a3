import type { ChargingProfile, ProfileFacts } from '../parts.ts';
import { defined } from '../payload.ts';
import type { ProfileRecord } from '../station-record.ts';
import type { Composer, OrderContext } from './context.ts';
import { readLimit, readTransaction } from './read.ts';
import type { Words } from './words.ts';

const purposes = ['ChargingStationMaxProfile', 'TxDefaultProfile', 'TxProfile'] as const;
const reportedPurposes = [...purposes, 'ChargingStationExternalConstraints'] as const;
const kinds = ['Absolute', 'Recurring', 'Relative'] as const;

/** What is used when the words say nothing: the smallest profile that makes sense. */
const fallback = {
  limit: { limit: 16, rateUnit: 'A' as const },
  duration: { Recurring: 86_400, Absolute: undefined, Relative: undefined },
};

function replaced({ record }: OrderContext, words: Words): ProfileRecord | undefined {
  const text = words.text('replaces');
  if (text === undefined) return undefined;
  words.pick('replaces', text, ['latest', 'the profile before']);
  const profile = record.profiles.get(record.latestProfileId ?? -1);
  if (profile === undefined) throw words.impossible('there is no profile before');
  return profile;
}

function purposeOf(words: Words, before: ProfileRecord | undefined): (typeof purposes)[number] {
  const told = words.oneOf('purpose', purposes) ?? purposes.find((one) => one === before?.purpose);
  return told ?? (words.has('transaction') ? 'TxProfile' : 'TxDefaultProfile');
}

/** The EVSE of the profile; the maximum of the station is EVSE 0 (K01.FR.38, Part 2 K 3.2). */
function evseOf(context: OrderContext, words: Words, purpose: string, before: ProfileRecord | undefined): number {
  if (purpose === 'ChargingStationMaxProfile') return 0;
  const told = words.number('evse') ?? before?.evseId;
  if (told !== undefined) return told;
  return purpose === 'TxProfile' ? (readTransaction(context, words).evseId ?? 1) : 0;
}

/** K01.FR.03: a TxProfile names the transaction that runs at its EVSE. */
function transactionOf({ record }: OrderContext, words: Words, purpose: string, evseId: number): string | undefined {
  if (purpose !== 'TxProfile') return undefined;
  const transaction = record.transactionAt(evseId);
  if (transaction === undefined || transaction.endedAt !== undefined) {
    throw words.impossible(`a TxProfile needs a running transaction and none runs at EVSE ${evseId}`);
  }
  return transaction.transactionId;
}

/** K01.FR.06, FR.39: the same place, purpose and level never twice under different ids. */
function idOf({ record, newId }: OrderContext, wanted: Omit<ProfileRecord, 'id' | 'kind'>): number {
  const same = [...record.profiles.values()].find(
    (one) =>
      one.purpose === wanted.purpose &&
      one.stackLevel === wanted.stackLevel &&
      (wanted.purpose === 'TxProfile' ? one.transactionId === wanted.transactionId : one.evseId === wanted.evseId),
  );
  return same?.id ?? newId();
}

/** K01, K02; ids, start and transaction are made here. */
export const setChargingProfile: Composer<'SetChargingProfile'> = (context, words) => {
  const before = replaced(context, words);
  const purpose = purposeOf(words, before);
  const evseId = evseOf(context, words, purpose, before);
  const stackLevel = words.number('stack level') ?? before?.stackLevel ?? 0;
  const transactionId = transactionOf(context, words, purpose, evseId);
  const kind = words.oneOf('kind', kinds) ?? kinds.find((one) => one === before?.kind) ?? 'Absolute';
  if (purpose === 'ChargingStationMaxProfile' && kind === 'Relative')
    throw words.wrong('kind', kind, 'Absolute or Recurring (K01.FR.38)');
  const id = before?.id ?? idOf(context, { evseId, purpose, stackLevel, transactionId });
  const rateUnit = words.oneOf('rate unit', ['A', 'W']);
  const limit = readLimit(words, rateUnit) ?? (rateUnit === 'W' ? { limit: 11_000, rateUnit } : fallback.limit);
  context.record.latestProfileId = id;
  context.record.profiles.set(id, { id, evseId, purpose, kind, stackLevel, transactionId });
  const chargingProfile = context.parts.smartCharging.profile({
    id,
    scheduleId: context.newId(),
    purpose,
    kind,
    stackLevel,
    ...limit,
    transactionId,
    recurrency: kind === 'Recurring' ? (words.oneOf('recurrency', ['Daily', 'Weekly']) ?? 'Daily') : undefined,
    duration: words.duration('duration') ?? fallback.duration[kind],
    numberPhases: context.record.phases,
    now: context.now(),
  });
  return [{ evseId, chargingProfile }];
};

function latestProfile({ record }: OrderContext, words: Words): number | undefined {
  if (!words.has('profile')) return undefined;
  words.oneOf('profile', ['latest']);
  if (record.latestProfileId === undefined) throw words.impossible('no profile was set');
  return record.latestProfileId;
}

/** K10.FR.02: an id, or at least one of purpose, EVSE and stack level. */
export const clearChargingProfile: Composer<'ClearChargingProfile'> = (context, words) => {
  const chargingProfileId = latestProfile(context, words);
  const criteria = defined({
    evseId: words.number('evse'),
    chargingProfilePurpose: words.oneOf('purpose', purposes),
    stackLevel: words.number('stack level'),
  });
  if (chargingProfileId !== undefined) return [{ chargingProfileId }];
  if (Object.keys(criteria).length === 0)
    throw words.impossible('needs "profile" or one of "purpose", "evse", "stack level" (K10.FR.02)');
  return [{ chargingProfileCriteria: criteria }];
};

const sources = ['EMS', 'Other', 'SO', 'CSO'] as const;

/** K09.FR.03: ids, or at least one of purpose, stack level and source. */
export const getChargingProfiles: Composer<'GetChargingProfiles'> = (context, words) => {
  const latest = latestProfile(context, words);
  const source = words.oneOf('limit source', sources);
  const criteria = defined({
    chargingProfilePurpose: words.oneOf('purpose', reportedPurposes),
    stackLevel: words.number('stack level'),
    chargingLimitSource: source === undefined ? undefined : [source],
  });
  // K09.FR.03 wants a criterion; "all there are" are those of every source.
  const any = Object.keys(criteria).length === 0 ? { chargingLimitSource: [...sources] } : criteria;
  const chosen = latest === undefined ? any : { chargingProfileId: [latest] };
  return [defined({ requestId: context.newId(), evseId: words.number('evse'), chargingProfile: chosen })];
};

/** K08; five minutes of the whole station unless told otherwise. */
export const getCompositeSchedule: Composer<'GetCompositeSchedule'> = (_context, words) => [
  defined({
    evseId: words.number('evse') ?? 0,
    duration: words.duration('duration') ?? 300,
    chargingRateUnit: words.oneOf('rate unit', ['A', 'W']),
  }),
];

const oneDecimal = (value: number) => Math.round(value * 10) / 10;

/** Honest composition: one schedule, one period from 0 (K01.FR.31, FR.34), limit with one decimal, start as the kind wants (FR.40, FR.41). */
export function composeProfile(facts: ProfileFacts): ChargingProfile {
  const {
    id,
    scheduleId,
    purpose,
    kind,
    recurrency,
    stackLevel,
    rateUnit,
    limit,
    duration,
    numberPhases,
    transactionId,
    now,
  } = facts;
  const period = defined({ startPeriod: 0, limit: oneDecimal(limit), numberPhases });
  const schedule = defined({
    id: scheduleId,
    startSchedule: kind === 'Relative' ? undefined : new Date(now).toISOString(),
    duration,
    chargingRateUnit: rateUnit,
    chargingSchedulePeriod: [period],
  });
  // A fixed stretch of time is also the time the profile is valid (K01.FR.36, FR.37).
  const ends = kind === 'Absolute' && duration !== undefined;
  return defined({
    id,
    stackLevel,
    validFrom: ends ? new Date(now).toISOString() : undefined,
    validTo: ends ? new Date(now + duration * 1000).toISOString() : undefined,
    chargingProfilePurpose: purpose,
    chargingProfileKind: kind,
    recurrencyKind: recurrency,
    transactionId,
    chargingSchedule: [schedule],
  });
}
