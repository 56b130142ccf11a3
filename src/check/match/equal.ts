import type { FieldSchema } from '../schemas.ts';
import type { MatchContext, PlacedVariable } from './context.ts';
import { type Expected, type Moment, numberOf, placedFrom, timeOf } from './evaluate.ts';
import { periodsFault } from './periods.ts';

/** The value that is judged, and what is known about its place. */
export interface Subject {
  readonly value: unknown;
  /** Last name of its path. */
  readonly field: string;
  /** The object it stands in. */
  readonly parent: unknown;
  readonly schema: FieldSchema | undefined;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields compared without case: the value of an IdToken, and hexadecimal hash data. */
const caseless: ReadonlySet<string> = new Set(['idToken', 'issuerNameHash', 'issuerKeyHash', 'serialNumber']);

/** Certificates are the same whatever line breaks their PEM text has. */
const isPem = (text: string): boolean => text.trimStart().startsWith('-----BEGIN ');
const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '');

const sameText = (a: string, b: string, field: string): boolean =>
  (isPem(a) && isPem(b) && withoutSpace(a) === withoutSpace(b)) ||
  (caseless.has(field) ? a.toLowerCase() === b.toLowerCase() : a === b);

/**
 * Half a unit of the last decimal, one decimal at least: limits have one decimal in OCPP, and 0.1 is no binary fraction, so
 * remainders (multipleOf) are never taken.
 */
function tolerance(written: string): number {
  const decimals = Math.max(1, /\.(\d+)$/.exec(written)?.[1]?.length ?? 0);
  return 0.5 * 10 ** -decimals + 1e-9;
}

export function sameNumber(expected: number, actual: number, written = String(expected)): boolean {
  if (Number.isInteger(expected) && Number.isInteger(actual)) return expected === actual;
  return Math.abs(expected - actual) <= tolerance(written);
}

export const commaList = (text: string): string[] =>
  text
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '');

/** Component and variable of an element; evse, connector and instance that are not expected must be absent. */
export function isVariable(
  actual: unknown,
  { component, evse, connector, variable, instance }: PlacedVariable,
): boolean {
  if (!isRecord(actual)) return false;
  const { component: c, variable: v } = actual;
  if (!isRecord(c) || !isRecord(v)) return false;
  const at = isRecord(c['evse']) ? c['evse'] : {};
  return (
    c['name'] === component &&
    c['instance'] === undefined &&
    at['id'] === evse &&
    at['connectorId'] === connector &&
    v['name'] === variable &&
    v['instance'] === instance
  );
}

/** Equality of JSON values; of an object only the fields that `expected` has. */
export function equalJson(expected: unknown, actual: unknown, field: string, context: MatchContext): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((each, i) => equalJson(each, actual[i], field, context))
    );
  }
  if (isRecord(expected)) {
    if (!isRecord(actual)) return false;
    return Object.entries(expected).every(
      ([key, value]) => value === undefined || equalJson(value, actual[key], key, context),
    );
  }
  if (typeof expected === 'number' && typeof actual === 'number') return sameNumber(expected, actual);
  if (typeof expected === 'string' && typeof actual === 'string') {
    const [a, b] = [timeOf(expected), timeOf(actual)];
    if (a !== undefined && b !== undefined) return Math.abs(a - b) <= context.toleranceMs;
    return sameText(expected, actual, field);
  }
  return expected === actual;
}

/** A literal or a scalar against a value, typed by what the field's schema (else the value itself) says. */
function equalScalar(text: string, { value, field, schema }: Subject, { toleranceMs }: MatchContext): boolean {
  const numeric = schema?.type === 'integer' || schema?.type === 'number';
  if (numeric && typeof value !== 'number') return false;
  if (schema?.type === 'boolean' && typeof value !== 'boolean') return false;
  if (schema?.type === 'string' && typeof value !== 'string') return false;
  if (typeof value === 'number') {
    const number = numberOf(text);
    return number !== undefined && sameNumber(number, value, text);
  }
  if (typeof value === 'boolean') return text === String(value);
  if (typeof value !== 'string') return false;
  const [a, b] = [timeOf(text), timeOf(value)];
  if (a !== undefined && b !== undefined) return Math.abs(a - b) <= toleranceMs;
  if (sameText(text, value, field)) return true;
  // Variables and readings travel as text: 5 and 5.0 are the same there, unless the field is an enumeration.
  const [x, y] = [numberOf(text), numberOf(value)];
  return schema?.enum === undefined && x !== undefined && y !== undefined && sameNumber(x, y, text);
}

/** A bare number where the schema wants an object: an EVSE by its id, a connector by its number. */
function equalPlace(number: number, { value, field }: Subject): boolean {
  if (!isRecord(value)) return false;
  return field === 'connector' ? value['connectorId'] === number : value['id'] === number;
}

/** `element` judged as if it stood where the list stands. */
export const member = (subject: Subject, element: unknown): Subject => ({
  value: element,
  field: subject.field,
  parent: subject.parent,
  schema: subject.schema?.item,
});

function equalList(items: readonly Expected[], subject: Subject, context: MatchContext, moment: Moment): boolean {
  const members: unknown[] | undefined = Array.isArray(subject.value)
    ? subject.value
    : typeof subject.value === 'string'
      ? commaList(subject.value)
      : undefined;
  if (members === undefined || members.length !== items.length) return false;
  return items.every((item, i) => equal(item, member(subject, members[i]), context, moment));
}

/** Whether a value is the expected one. */
export function equal(expected: Expected, subject: Subject, context: MatchContext, moment: Moment): boolean {
  const { value, field, parent } = subject;
  switch (expected.kind) {
    case 'missing':
      return false;
    case 'text':
      return isRecord(value) && numberOf(expected.text) !== undefined
        ? equalPlace(Number(expected.text), subject)
        : equalScalar(expected.text, subject, context);
    case 'number':
      return isRecord(value)
        ? equalPlace(expected.number, subject)
        : equalScalar(String(expected.number), subject, context);
    case 'time': {
      const at = timeOf(value);
      return at !== undefined && Math.abs(at - expected.at) <= context.toleranceMs;
    }
    case 'list':
      return equalList(expected.items, subject, context, moment);
    case 'variable':
      return typeof value === 'string' ? sameText(expected.text, value, field) : isVariable(value, expected.variable);
    case 'periods':
      return periodsFault(expected, value, parent, context) === undefined;
    case 'json': {
      const given = expected.value;
      if (typeof given === 'string' && isRecord(value)) {
        const variable = placedFrom(given, moment);
        return variable !== undefined && isVariable(value, variable);
      }
      if (typeof given === 'number' && isRecord(value)) return equalPlace(given, subject);
      if (Array.isArray(given) && typeof value === 'string')
        return equalJson(given.map(String), commaList(value), field, context);
      // An EVSEType fixture where a field wants one of its numbers.
      if (isRecord(given) && typeof value === 'number' && /^(?:evseId|id|connectorId)$/.test(field)) {
        return given[field === 'connectorId' ? field : 'id'] === value;
      }
      if (isRecord(given) || Array.isArray(given)) return equalJson(given, value, field, context);
      return equalScalar(String(given), subject, context);
    }
  }
}
