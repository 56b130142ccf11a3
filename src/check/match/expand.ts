import {
  type Cell,
  type Match,
  printRef,
  type Ref,
  type Row,
  type Rows,
  TestDesignError,
  type Value,
} from '../language/index.ts';
import { type Moment, resolveRef } from './evaluate.ts';

function eachOf(cell: Cell): Ref | undefined {
  for (const match of cell.any) {
    if (match.op === 'equals' && match.value.kind === 'each') return match.value.ref;
  }
  return undefined;
}

const replaced = (value: Value, position: number): Value =>
  value.kind === 'each' ? { kind: 'element', ref: value.ref, position } : value;

/** The row for one member of its `each of`. */
export function at(row: Row, position: number): Row {
  const any = row.cell.any.map(
    (match): Match => (match.op === 'equals' ? { op: 'equals', value: replaced(match.value, position) } : match),
  );
  return { ...row, cell: { ...row.cell, any } };
}

/**
 * Rows with `each of <list>` become one set of rows an element; two such rows are zipped and need lists of one length.
 * Rows without stay as they are; an empty list (no other connector on this station) gives no rows at all.
 * TestDesignError when a list has no value or the lengths differ.
 */
export function expandEach(rows: Rows, moment: Moment): Rows[] {
  const lengths = rows.flatMap((row) => {
    const ref = eachOf(row.cell);
    if (ref === undefined) return [];
    const list = resolveRef(ref, moment);
    if (!Array.isArray(list))
      throw new TestDesignError(`${printRef(ref)} is no list`, 'a list after "each of"', row.row);
    return [{ length: list.length, name: printRef(ref), row: row.row }];
  });
  const [first, ...others] = lengths;
  if (first === undefined) return [rows];
  for (const { length, name, row } of others) {
    if (length !== first.length) {
      throw new TestDesignError(
        `${name} has ${length} members, ${first.name} has ${first.length}`,
        'lists of one length',
        row,
      );
    }
  }
  return Array.from({ length: first.length }, (_, i) => rows.map((row) => at(row, i)));
}
