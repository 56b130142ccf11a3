import {
  isSendable,
  type Path,
  type Rows,
  type ShortPeriod,
  TestDesignError,
  type Value,
} from '../../check/language/index.ts';
import type { PlacedVariable } from '../../check/match/context.ts';
import { type Expected, evaluate, type Moment } from '../../check/match/evaluate.ts';
import type { FieldSchema, SchemaNode, Schemas } from '../../check/schemas.ts';
import { holesIn, writeAt } from './payload.ts';

/** What sending needs beside the rows. */
export interface Composition {
  readonly schemas: Schemas;
  readonly moment: Moment;
  readonly rateUnit: 'A' | 'W';
  /** Watt of one ampere per phase (K01.FR.50). */
  readonly wattsPerAmpere: number;
  /** Called for `... as <name>` with the value that is sent. */
  readonly remember: (name: string, value: unknown) => void;
}

function componentVariable({
  component,
  evse,
  connector,
  variable,
  instance,
}: PlacedVariable): Record<string, unknown> {
  const place =
    evse === undefined ? {} : { evse: { id: evse, ...(connector === undefined ? {} : { connectorId: connector }) } };
  return {
    component: { name: component, ...place },
    variable: { name: variable, ...(instance === undefined ? {} : { instance }) },
  };
}

function schedulePeriods(periods: readonly ShortPeriod[], { rateUnit, wattsPerAmpere }: Composition): unknown[] {
  const factor = rateUnit === 'W' ? wattsPerAmpere : 1;
  return periods.map(({ start, limit }) => ({ startPeriod: start, limit: Math.round(limit * factor * 10) / 10 }));
}

function typed(text: string, schema: SchemaNode | undefined): unknown {
  if (schema?.type === 'integer' || schema?.type === 'number') return Number(text);
  if (schema?.type === 'boolean') return text === 'true';
  return text;
}

/** A fixture's value where the schema wants something narrower: the number of an EVSE, the text of a list. */
function narrowed(value: unknown, schema: SchemaNode | undefined, field: string): unknown {
  if (schema?.type === 'string') return Array.isArray(value) ? value.map(plain).join(',') : plain(value);
  if ((schema?.type === 'integer' || schema?.type === 'number') && typeof value === 'string') return Number(value);
  if (schema?.type === 'integer' && typeof value === 'object' && value !== null) {
    return Reflect.get(value, field === 'connectorId' ? 'connectorId' : 'id');
  }
  if (schema?.type === 'object' && typeof value === 'number') return { id: value };
  return value;
}

function json(expected: Expected, schema: FieldSchema | undefined, field: string, composition: Composition): unknown {
  switch (expected.kind) {
    case 'missing':
      throw new TestDesignError(`${expected.ref} has no value here`, 'a name that is known when this is sent');
    case 'text':
      return typed(expected.text, schema);
    case 'number':
      return schema?.type === 'string' ? String(expected.number) : expected.number;
    case 'time':
      return new Date(expected.at).toISOString();
    case 'list': {
      const items = expected.items.map((item) => json(item, schema?.item, field, composition));
      return schema?.type === 'array' ? items : items.join(',');
    }
    case 'variable':
      return schema?.type === 'string' ? expected.text : componentVariable(expected.variable);
    case 'periods':
      return schedulePeriods(expected.periods, composition);
    case 'json':
      return narrowed(expected.value, schema, field);
  }
}

function sentValue(value: Value, message: string, path: Path, composition: Composition): unknown {
  const schema = composition.schemas.find(message, path);
  return json(evaluate(value, composition.moment), schema, path.at(-1)?.name ?? '', composition);
}

/**
 * The payload that rows describe, for a message of the harness. Left-out fields stay absent; `omitted` removes one.
 * Throws TestDesignError for anything that is no definite value.
 */
export function compose(
  message: string,
  rows: Rows,
  composition: Composition,
  base: Record<string, unknown> = {},
): Record<string, unknown> {
  const payload = structuredClone(base);
  for (const { path, cell, label } of rows) {
    if (!isSendable(cell)) throw new TestDesignError(`${label}: "${cell.text}" cannot be sent`, 'one definite value');
    const [match] = cell.any;
    if (match?.op === 'omitted') writeAt(payload, path, undefined);
    else if (match?.op === 'equals') {
      const value = sentValue(match.value, message, path, composition);
      writeAt(payload, path, value);
      if (cell.remembers !== undefined) composition.remember(cell.remembers, value);
    }
  }
  const [hole] = holesIn(payload);
  if (hole !== undefined)
    throw new TestDesignError(`${message}: ${hole} is left empty`, 'list positions without a gap');
  return payload;
}

/** The word of a cell for a person or a driver: plain text, times as ISO 8601. */
export function wordOf(value: Value, moment: Moment): string {
  const expected = evaluate(value, moment);
  switch (expected.kind) {
    case 'text':
    case 'variable':
      return expected.text;
    case 'number':
      return `${expected.number}${expected.unit === undefined ? '' : ` ${expected.unit}`}`;
    case 'time':
      return new Date(expected.at).toISOString();
    case 'json':
      return plain(expected.value);
    case 'missing':
      throw new TestDesignError(`${expected.ref} has no value here`);
    default:
      throw new TestDesignError('a list or schedule cannot be said to an operator');
  }
}

function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const token = Reflect.get(value, 'idToken');
  const id = Reflect.get(value, 'id');
  if (typeof token === 'string') return token;
  if (typeof id === 'number') return String(id);
  throw new TestDesignError(`${JSON.stringify(value)} is no plain word`);
}
