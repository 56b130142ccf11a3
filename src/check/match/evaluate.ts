import type { Ref, ShortPeriod, Sum, Term, Unit, Value, VariableName } from '../language/index.ts';
import { printRef, readVariable, TestDesignError, unitMs } from '../language/index.ts';
import type { PlacedVariable, Resolver } from './context.ts';

/** What an expected value comes down to. */
export type Expected =
  /** A literal: typed by the field it is compared with. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'number'; readonly number: number; readonly unit?: Unit }
  | { readonly kind: 'time'; readonly at: number }
  | { readonly kind: 'list'; readonly items: readonly Expected[] }
  | { readonly kind: 'variable'; readonly variable: PlacedVariable; readonly text: string }
  | { readonly kind: 'periods'; readonly since?: number; readonly periods: readonly ShortPeriod[] }
  | { readonly kind: 'missing'; readonly ref: string };

/** Where and when a value is evaluated. */
export interface Moment {
  readonly resolver: Resolver;
  /** OCPP time that `now` means, epoch ms. */
  readonly now: number;
  /** Index of the observation that is matched: references look before it. */
  readonly before: number | undefined;
}

/** ISO 8601 date-time to epoch ms; undefined for anything else. */
export function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}

/** A number, numeric text, or the number in `TLSv1.2`; undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const text = value.trim().replace(/^TLSv(?=\d)/, '');
  return /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : undefined;
}

/** A fixture place may be an EVSEType: `<connector>` is `{ id, connectorId }`. */
function placed(
  slot: number | Ref | undefined,
  part: 'id' | 'connectorId',
  moment: Moment,
): number | undefined | string {
  if (slot === undefined || typeof slot === 'number') return slot;
  const value = resolveRef(slot, moment);
  const number = typeof value === 'object' && value !== null ? Reflect.get(value, part) : value;
  return numberOf(number) ?? printRef(slot);
}

/** A variable with its places; a text names the place that has no value. */
export function place(name: VariableName, moment: Moment): PlacedVariable | string {
  const evse = placed(name.evse, 'id', moment);
  const connector = placed(name.connector, 'connectorId', moment);
  if (typeof evse === 'string') return evse;
  if (typeof connector === 'string') return connector;
  return {
    component: name.component,
    variable: name.variable,
    ...(evse === undefined ? {} : { evse }),
    ...(connector === undefined ? {} : { connector }),
    ...(name.instance === undefined ? {} : { instance: name.instance }),
  };
}

/** The value of a reference; undefined when it has none. */
export function resolveRef(ref: Ref, moment: Moment): unknown {
  const { resolver, before } = moment;
  if (ref.kind === 'name') return resolver.name(ref.name);
  if (ref.kind === 'message') return resolver.message(ref.message, ref.nth, ref.path, before);
  const variable = place(ref.variable, moment);
  return typeof variable === 'string' ? undefined : resolver.variable(variable);
}

const unitFactor = (unit: Unit | undefined): number =>
  unit === 'seconds' || unit === 'minutes' || unit === 'hours' ? unitMs(unit) / 1000 : unit === 'ms' ? 0.001 : 1;

type Operand = { readonly time: boolean; readonly number: number } | { readonly missing: string };

function operand(term: Term, moment: Moment): Operand {
  if (term.kind === 'now') return { time: true, number: moment.now };
  if (term.kind === 'number') return { time: false, number: term.number };
  const value = resolveRef(term.ref, moment);
  const at = timeOf(value);
  if (at !== undefined) return { time: true, number: at };
  const number = numberOf(value);
  if (value !== undefined && number === undefined) {
    throw new TestDesignError(
      `${printRef(term.ref)} is no number and no time: ${JSON.stringify(value)}`,
      'a number or a time in a sum',
    );
  }
  return number === undefined ? { missing: printRef(term.ref) } : { time: false, number };
}

/** Adds up a sum; durations count in `unit` (seconds without one). A time plus a duration is a time. */
export function evaluateSum(sum: Sum, unit: Unit | undefined, moment: Moment): Expected {
  const factor = unitFactor(unit);
  let at: number | undefined;
  let total = 0;
  let product: number | undefined;
  let sign = 1;
  const close = () => {
    total += sign * (product ?? 0);
    product = undefined;
  };
  for (const { operator, term } of [{ operator: '+' as const, term: sum.first }, ...sum.rest]) {
    const value = operand(term, moment);
    if ('missing' in value) return { kind: 'missing', ref: value.missing };
    if (operator === '*') {
      if (value.time || product === undefined) throw new TestDesignError('a time cannot be multiplied');
      product *= value.number;
      continue;
    }
    close();
    sign = operator === '-' ? -1 : 1;
    if (!value.time) product = value.number;
    else if (at === undefined && operator === '+') at = value.number;
    else throw new TestDesignError('a time can only stand first in a sum');
  }
  close();
  const number = total * factor;
  if (at !== undefined) return { kind: 'time', at: at + number * 1000 };
  return { kind: 'number', number, ...(unit === undefined ? {} : { unit }) };
}

/** Milliseconds of a duration such as `2 * <back-off minimum> seconds`; a text names the reference that has no value. */
export function spanMs(span: { readonly sum: Sum; readonly unit: Unit }, moment: Moment): number | string {
  const value = evaluateSum(span.sum, span.unit, moment);
  if (value.kind === 'number') return value.number * 1000;
  if (value.kind === 'missing') return value.ref;
  throw new TestDesignError('a duration cannot be a time');
}

function given(value: unknown, ref: string): Expected {
  if (value === undefined || value === null) return { kind: 'missing', ref };
  return { kind: 'json', value };
}

/** What a value of a cell means at this moment. */
export function evaluate(value: Value, moment: Moment): Expected {
  switch (value.kind) {
    case 'literal':
      return { kind: 'text', text: value.text };
    case 'ref':
      return given(resolveRef(value.ref, moment), printRef(value.ref));
    case 'element': {
      const all = resolveRef(value.ref, moment);
      return given(Array.isArray(all) ? all[value.position] : undefined, printRef(value.ref));
    }
    case 'sum':
      return evaluateSum(value.sum, value.unit, moment);
    case 'list':
      return { kind: 'list', items: value.items.map((item) => evaluate(item, moment)) };
    case 'each':
      throw new TestDesignError(`each of ${printRef(value.ref)} cannot stand here`, 'a single value');
    case 'variable': {
      const variable = place(value.variable, moment);
      if (typeof variable === 'string') return { kind: 'missing', ref: variable };
      return { kind: 'variable', variable, text: `${variable.component}.${variable.variable}` };
    }
    case 'periods': {
      if (value.since === undefined) return { kind: 'periods', periods: value.periods };
      const at = timeOf(resolveRef(value.since, moment));
      if (at === undefined) return { kind: 'missing', ref: printRef(value.since) };
      return { kind: 'periods', since: at, periods: value.periods };
    }
  }
}

/** Text such as a fixture `Component@1.Variable`, read as a variable. */
export function placedFrom(text: string, moment: Moment): PlacedVariable | undefined {
  const name = readVariable(text);
  const variable = name === undefined ? undefined : place(name, moment);
  return typeof variable === 'string' ? undefined : variable;
}
