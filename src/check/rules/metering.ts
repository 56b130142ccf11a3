import type { Observation } from '../types.ts';
import { type CellRule, isRecord, need, partOf, type RuleContext, records, type TimelineRule } from './context.ts';

const keyVariable = { component: 'OCPPCommCtrlr', variable: 'PublicKeyWithSignedMeterValue' };

const transactionOf = ({ fields }: Observation): unknown =>
  partOf(partOf(fields['carrier'])['transactionInfo'])['transactionId'];

/** A public key that an earlier reading of the same transaction carried. */
function sentBefore(observation: Observation, observations: readonly Observation[]): boolean {
  return observations.some(
    (other) =>
      other.name === 'meter reading' &&
      other.index < observation.index &&
      transactionOf(other) === transactionOf(observation) &&
      records(other.fields['sampledValue']).some(
        ({ signedMeterValue }) => isRecord(signedMeterValue) && hasKey(signedMeterValue['publicKey']),
      ),
  );
}

const hasKey = (value: unknown): boolean => typeof value === 'string' && value !== '';

/**
 * PublicKeyWithSignedMeterValue: Never = no key, EveryMeterValue = always, OncePerTransaction = with the first reading of the
 * transaction and no later one (the variable's description in Part 2, 2.7.17; J02.FR.21 is about signing).
 */
export const publicKeyAsConfigured: CellRule = (value, context: RuleContext) => {
  const setting = need(context.variable, 'variable')(keyVariable) ?? 'Never';
  const present = hasKey(value);
  if (setting === 'Never')
    return present ? 'PublicKeyWithSignedMeterValue is Never, yet there is a public key' : undefined;
  if (setting === 'EveryMeterValue')
    return present ? undefined : 'PublicKeyWithSignedMeterValue is EveryMeterValue, yet there is no public key';
  const { observation, observations = [] } = context;
  if (observation === undefined) return undefined;
  const before = sentBefore(observation, observations);
  if (present === !before) return undefined;
  return `PublicKeyWithSignedMeterValue is OncePerTransaction, yet the key came ${before ? 'again' : 'not with the first reading'}`;
};

/** Errata 2025-09 on J02: no sampled value has location EV, unless its measurand is SoC. Judges the whole reading. */
export const evOnlyForSoc: CellRule = (_value, { observation }) => {
  const strange = records(observation?.fields['sampledValue']).filter(
    ({ location, measurand }) => location === 'EV' && measurand !== 'SoC',
  );
  if (strange.length === 0) return undefined;
  const names = strange.map(({ measurand }) => String(measurand ?? 'Energy.Active.Import.Register'));
  return `P6, TC_J_02_CS: location EV for ${[...new Set(names)].join(', ')}`;
};

const dayMs = 86_400_000;

/**
 * AlignedDataCtrlr.Interval (Part 2, 2.7.12 and J 1.2): clock-aligned readings are taken every so many seconds, counted from
 * midnight. Judged by the timestamp of the reading, not by its arrival; half an interval off at most would say nothing, so a
 * reading may be off by the tolerance of the run.
 */
export const readingsAreAligned: TimelineRule = (observations, { variable, toleranceMs = 1000 }) => {
  const text = need(variable, 'variable')({ component: 'AlignedDataCtrlr', variable: 'Interval' });
  const step = Number(text) * 1000;
  if (text === undefined || !(step > 0)) return 'AlignedDataCtrlr.Interval is not known or 0: nothing is aligned';
  const aligned = observations.filter(
    ({ name, fields }) =>
      name === 'meter reading' && records(fields['sampledValue']).some(({ context }) => context === 'Sample.Clock'),
  );
  if (aligned.length === 0) return 'no reading with context Sample.Clock was sent';
  const off = aligned.filter(({ ownTime }) => {
    if (ownTime === undefined) return true;
    const past = (ownTime % dayMs) % step;
    return Math.min(past, step - past) > Math.min(toleranceMs, step / 4);
  });
  if (off.length === 0) return undefined;
  return `P2 2.7.12 AlignedDataInterval: not at a multiple of ${text} s from midnight: ${off.map(({ fields }) => String(fields['timestamp'])).join(', ')}`;
};
