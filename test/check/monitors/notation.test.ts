import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { integerFields, notation } from '../../../src/check/monitors/notation.ts';
import { csms, judged, Stream, said, station } from './stream.ts';

const heartbeat = (payload: string) => new Stream().text(station, `[2,"1","TransactionEvent",${payload}]`);

describe('monitor notation', () => {
  it('good: plain integers and UTC', () => {
    expect(said(notation, heartbeat('{"seqNo":0,"timestamp":"2026-01-01T00:00:00Z","evse":{"id":1}}'))).toEqual([]);
  });
  it('odd: decimals where decimals belong, numbers in texts, and what we write ourselves', () => {
    expect(said(notation, heartbeat('{"value":1.0,"limit":2e1}'))).toEqual([]);
    expect(said(notation, heartbeat('{"techInfo":"{\\"seqNo\\": 2.0}"}'))).toEqual([]);
    expect(judged(notation, new Stream().text(csms, '[2,"1","Reset",{"evseId":1.0}]')).checks).toEqual([]);
  });
  it.each(['{"seqNo":2.0}', '{"evse": {"id" : 1.00 }}', '{"evseId":1e0,"x":1}'])('bad: %s', (payload) => {
    expect(judged(notation, heartbeat(payload)).checks).toMatchObject([
      { id: 'monitor/notation', level: 'compatibility', result: 'warning' },
    ]);
  });
  it('bad: a time zone that is not UTC', () => {
    expect(said(notation, heartbeat('{"timestamp":"2026-01-01T01:00:00+01:00"}'))).toHaveLength(1);
  });
  it('its integers are integers wherever they stand in the official schemas', () => {
    const folder = 'schemas/ocpp-2.0.1';
    const kinds = new Map<string, Set<string>>();
    const visit = (node: unknown, root: Record<string, unknown>): void => {
      if (typeof node !== 'object' || node === null) return;
      const properties: Record<string, unknown> = Reflect.get(node, 'properties') ?? {};
      for (const [name, property] of Object.entries(properties))
        kinds.set(name, new Set([...(kinds.get(name) ?? []), typeOf(property, root)]));
      for (const each of Object.values(node)) visit(each, root);
    };
    const typeOf = (property: unknown, root: Record<string, unknown>): string => {
      const ref: string | undefined = Reflect.get(Object(property), '$ref');
      const items: unknown = Reflect.get(Object(property), 'items');
      if (ref !== undefined) return typeOf(Reflect.get(Object(root['definitions']), ref.split('/').at(-1) ?? ''), root);
      return items === undefined ? String(Reflect.get(Object(property), 'type')) : typeOf(items, root);
    };
    for (const file of readdirSync(folder)) {
      const root: Record<string, unknown> = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      visit(root, root);
    }
    for (const name of integerFields) expect([name, [...(kinds.get(name) ?? [])]]).toEqual([name, ['integer']]);
  });
});
