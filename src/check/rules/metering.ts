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
 * transaction and no later one (Part 2, J02 and the variable's description).
 */
export const publicKeyAsConfigured: CellRule = (value, context: RuleContext) => {
  const setting = need(context.variable, 'variable')(keyVariable) ?? 'Never';
  const present = hasKey(value);
  if (setting === 'Never')
    return present ? 'J02.FR.21: a public key although PublicKeyWithSignedMeterValue is Never' : undefined;
  if (setting === 'EveryMeterValue')
    return present ? undefined : 'J02.FR.21: no public key although EveryMeterValue is set';
  const { observation, observations = [] } = context;
  if (observation === undefined) return undefined;
  const before = sentBefore(observation, observations);
  if (present === !before) return undefined;
  return `J02.FR.21: OncePerTransaction is set, yet the key came ${before ? 'again' : 'not with the first reading'}`;
};
