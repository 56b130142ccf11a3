import { makeRow, parseTimes, type Row, type Rows, type WideRow } from '../language/index.ts';
import { at } from '../match/expand.ts';
import type { Claim } from './claim.ts';
import type { FactClaim } from './facts.ts';

/** A row as written: number, label, text of the cell; `position`: which member of its `each of`. */
interface StoredRow {
  readonly row: number;
  readonly label: string;
  readonly text: string;
  readonly position?: number;
}

/** A recorded expectation that this version cannot read. */
export class UnreadableClaim extends Error {
  override readonly name = 'UnreadableClaim';
}

function storedRow({ row, label, cell }: Row): StoredRow {
  const element = cell.any.find((match) => match.op === 'equals' && match.value.kind === 'element');
  const position =
    element?.op === 'equals' && element.value.kind === 'element' ? { position: element.value.position } : {};
  return { row, label, text: cell.text, ...position };
}

const storedRows = (rows: Rows): StoredRow[] => rows.map(storedRow);

/** The claim as it is written into a timeline: cells as in the feature, so that a person can read them too. */
export function storeClaim(claim: Claim | FactClaim): Readonly<Record<string, unknown>> {
  if ('instances' in claim) return { ...claim, instances: claim.instances.map(storedRows) };
  if (claim.kind === 'pattern') {
    const rows = claim.rows.map(({ row, event, times, rows: cells }) => ({
      row,
      event,
      times: times.text,
      rows: storedRows(cells),
    }));
    return { ...claim, rows };
  }
  return 'rows' in claim ? { ...claim, rows: storedRows(claim.rows) } : { ...claim };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

function listOf(value: unknown, what: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new UnreadableClaim(`${what} is no list`);
}

function readRow(value: unknown): Row {
  if (!isRecord(value)) throw new UnreadableClaim('a row is no object');
  const { row, label, text, position } = value;
  if (typeof row !== 'number' || typeof label !== 'string' || typeof text !== 'string')
    throw new UnreadableClaim('a row without row, label and text');
  const read = makeRow(row, label, text);
  return typeof position === 'number' ? at(read, position) : read;
}

const readRows = (value: unknown): Row[] => listOf(value, 'rows').map(readRow);

function readWide(value: unknown): WideRow {
  if (!isRecord(value) || typeof value['row'] !== 'number' || typeof value['event'] !== 'string')
    throw new UnreadableClaim('a wide row without row and event');
  const { row, event, times, rows } = value;
  return { row, event, times: parseTimes(String(times ?? '')), rows: readRows(rows) };
}

function oneOf<const T extends string>(value: unknown, words: readonly T[], what: string): T {
  const found = words.find((word) => word === value);
  if (found === undefined)
    throw new UnreadableClaim(`${what} is ${JSON.stringify(value)}; it is one of ${words.join(', ')}`);
  return found;
}

function names(value: unknown): readonly string[] {
  if (isTexts(value)) return value;
  throw new UnreadableClaim('names is no list of texts');
}

/** Reads what storeClaim wrote. Throws UnreadableClaim, or TestDesignError for a cell that the language no longer knows. */
export function readClaim(stored: unknown): Claim | FactClaim {
  if (!isRecord(stored)) throw new UnreadableClaim('there is no claim');
  const kind = oneOf(stored['kind'], ['amount', 'pattern', 'past', 'connection', 'rig', 'shown', 'rule'], 'kind');
  const instances = () => listOf(stored['instances'], 'instances').map(readRows);
  switch (kind) {
    case 'amount': {
      const { amount, answering } = stored;
      return {
        kind,
        amount: String(amount),
        names: names(stored['names']),
        instances: instances(),
        ...(typeof answering === 'string' ? { answering } : {}),
      };
    }
    case 'past': {
      const which = oneOf(stored['which'], ['a', 'no', 'every'], 'which');
      return { kind, which, names: names(stored['names']), instances: instances() };
    }
    case 'pattern': {
      const pattern = oneOf(stored['pattern'], ['in order', 'in any order', 'one of these'], 'pattern');
      return { kind, pattern, rows: listOf(stored['rows'], 'rows').map(readWide) };
    }
    case 'connection':
      return {
        kind,
        wanted: oneOf(stored['wanted'], ['accepts', 'refuses'], 'wanted'),
        rows: readRows(stored['rows']),
      };
    case 'rig':
      return { kind, throughout: stored['throughout'] === true, rows: readRows(stored['rows']) };
    case 'shown':
      return { kind, what: String(stored['what']), words: names(stored['words']) };
    case 'rule':
      return { kind, rule: String(stored['rule']) };
  }
}
