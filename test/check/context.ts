import { readdirSync, readFileSync } from 'node:fs';
import { parseVertical, parseWide, type Rows, type WideRow } from '../../src/check/language/index.ts';
import type { MatchContext, Resolver } from '../../src/check/match/index.ts';
import { Schemas } from '../../src/check/schemas.ts';
import type { Observation } from '../../src/check/types.ts';

const folder = new URL('../../schemas/ocpp-2.0.1/', import.meta.url);
export const schemas = new Schemas(
  new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file.slice(0, -5), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]),
  ),
);

export const start = Date.parse('2026-03-01T12:00:00Z');

export function resolver(names: Readonly<Record<string, unknown>> = {}, more: Partial<Resolver> = {}): Resolver {
  return { name: (name) => names[name], message: () => undefined, variable: () => undefined, ...more };
}

export function context(names: Readonly<Record<string, unknown>> = {}, more: Partial<MatchContext> = {}): MatchContext {
  return {
    resolver: resolver(names),
    schemas,
    toleranceMs: 4000,
    supply: { voltage: 230, phases: 3 },
    rule: () => undefined,
    holds: () => false,
    ...more,
  };
}

/** An observation; `at` in seconds after the start. */
export function seen(index: number, name: string, fields: Record<string, unknown>, at = index): Observation {
  return { index, sequence: index, name, sender: 'Charging Station', at: start + at * 1000, fields };
}

const cells = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    );

/** The only value column of a vertical table. */
export const rows = (text: string): Rows => parseVertical(cells(text))[0] ?? [];
export const wide = (text: string): WideRow[] => parseWide(cells(text));
export const columns = (text: string): Rows[] => parseVertical(cells(text));
