import type { Refusal, VariableDefinition } from './types.ts';

type Limits = Pick<VariableDefinition, 'dataType' | 'minLimit' | 'maxLimit' | 'valuesList'>;

const integerForm = /^-?\d+$/;
const decimalForm = /^-?\d+(\.\d+)?$/;
const dateTimeForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

const invalid = (additionalInfo: string): Refusal => ({ reasonCode: 'InvalidValue', additionalInfo });

function outOfRange(value: string, { minLimit, maxLimit }: Limits): Refusal | undefined {
  const number = Number(value);
  if (minLimit !== undefined && number < minLimit)
    return { reasonCode: 'ValueTooLow', additionalInfo: `not below ${minLimit}` };
  if (maxLimit !== undefined && number > maxLimit)
    return { reasonCode: 'ValueTooHigh', additionalInfo: `not above ${maxLimit}` };
  return undefined;
}

function tooLong(value: string, { maxLimit }: Limits): Refusal | undefined {
  if (maxLimit === undefined || [...value].length <= maxLimit) return undefined;
  return { reasonCode: 'ValueOutOfRange', additionalInfo: `at most ${maxLimit} characters` };
}

function listFault(value: string, limits: Limits): Refusal | undefined {
  const allowed = limits.valuesList ?? [];
  const members = value === '' ? [] : value.split(',').map((member) => member.trim());
  const strange = members.find((member) => !allowed.includes(member));
  if (strange !== undefined) return invalid(`"${strange}" is not one of ${allowed.join(',')}`.slice(0, 512));
  if (new Set(members).size !== members.length) return invalid('the list names a member twice');
  return tooLong(value, limits);
}

function optionFault(value: string, limits: Limits): Refusal | undefined {
  const allowed = limits.valuesList ?? [];
  return allowed.includes(value) ? undefined : invalid(`not one of ${allowed.join(',')}`.slice(0, 512));
}

/** What is wrong with a value for a variable (B05.FR.07 format, B05.FR.08 range); undefined = nothing. */
export function valueFault(limits: Limits, value: string): Refusal | undefined {
  switch (limits.dataType) {
    case 'integer':
      return integerForm.test(value) ? outOfRange(value, limits) : invalid('not an integer');
    case 'decimal':
      return decimalForm.test(value) ? outOfRange(value, limits) : invalid('not a decimal');
    case 'boolean':
      return value === 'true' || value === 'false' ? undefined : invalid('neither true nor false');
    case 'dateTime':
      return dateTimeForm.test(value) && !Number.isNaN(Date.parse(value)) ? undefined : invalid('not a date and time');
    case 'OptionList':
      return optionFault(value, limits);
    case 'MemberList':
    case 'SequenceList':
      return listFault(value, limits);
    case 'string':
      return tooLong(value, limits);
  }
}

/** Shortest passwordString (Part 2, primitive data types). */
export const shortestPassword = 16;

/** Honest rule for BasicAuthPassword: passwordString of 16 to `maxLimit` characters (errata 2025-09, 2.1). */
export function passwordStringAcceptable(password: string, maxLimit: number): boolean {
  const length = [...password].length;
  return length >= shortestPassword && length <= maxLimit;
}
