import type { Observation } from '../types.ts';
import { type CellRule, isRecord, need, partOf, type RuleContext, records } from './context.ts';

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
