import { findFeature } from './features.ts';
import { statementKeys } from './statement.ts';

type Row = readonly [term: string, key: string];

const kindOf = (term: string) => (findFeature(term)?.answer ?? 'yes or no').replaceAll(' ', '-');
const answerOf = (term: string) => ({ $ref: `#/definitions/${kindOf(term)}` });
const escaped = (term: string) => term.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A code with any words after it, one pattern for each way to answer. */
function byCode(rows: readonly Row[]): Readonly<Record<string, object>> {
  const kinds = new Map<string, string[]>();
  for (const [term] of rows) kinds.set(kindOf(term), [...(kinds.get(kindOf(term)) ?? []), escaped(term)]);
  return Object.fromEntries(
    [...kinds].map(([kind, terms]) => [`^(?:${terms.join('|')})(?: |$)`, { $ref: `#/definitions/${kind}` }]),
  );
}

/** Questions of both roles by heading. */
function headings(): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, readonly Row[]>();
  for (const role of ['station', 'csms'] as const) {
    for (const [group, rows] of statementKeys(role)) {
      const before = groups.get(group) ?? [];
      groups.set(group, [...before, ...rows.filter(([term]) => !before.some(([known]) => known === term))]);
    }
  }
  return groups;
}

const said = { enum: ['yes', 'no', 'open', true, false, null] };

/** The JSON schema of a conformance statement (`schemas/pics.schema.json`), made from the catalogue. */
export function statementSchema(): object {
  const grouped = [...headings()].map(([group, rows]) => [
    group,
    {
      type: ['object', 'null'],
      // Full keys for completion in editors; what follows a code may be written otherwise.
      properties: Object.fromEntries(rows.map(([term, key]) => [key, answerOf(term)])),
      patternProperties: byCode(rows),
      additionalProperties: false,
    },
  ]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Conformance statement (PICS) of OCPP 2.0.1 Part 5',
    description: 'What a product supports, by code; the words after a code are for people. Made from the catalogue.',
    type: 'object',
    required: ['sut'],
    properties: {
      sut: { enum: ['station', 'csms'], description: 'Whose statement this is.' },
      product: { type: 'string', description: 'Name and version, for people.' },
      ...Object.fromEntries(grouped),
    },
    // A statement may do without headings; three of them are called like a profile.
    patternProperties: byCode([...headings().values()].flat().filter(([term]) => !headings().has(term))),
    additionalProperties: false,
    definitions: {
      'yes-or-no': said,
      number: { anyOf: [{ type: 'integer', minimum: 1 }, said] },
      list: { anyOf: [said, { type: 'array', items: { type: 'string' } }, { type: 'string' }] },
      text: { type: ['string', 'boolean', 'null'] },
    },
  };
}
