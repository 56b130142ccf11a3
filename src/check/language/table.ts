import type { Cell, Path, Times, VariableName } from './ast.ts';
import { parseCell } from './cell.ts';
import { inRow, TestDesignError } from './fault.ts';
import { suggestion } from './nearest.ts';
import { parsePath } from './path.ts';
import { readVariable } from './ref.ts';
import { parseTimes } from './times.ts';

/** A table as Gherkin gives it: rows of trimmed cells. */
export type RawTable = readonly (readonly string[])[];

export interface Row {
  /** Counted from 1 in the table, header included. */
  readonly row: number;
  /** As written, `where ` included. */
  readonly label: string;
  /** field: asserted; where: selects; gap: time since the previous match. */
  readonly kind: 'field' | 'where' | 'gap';
  readonly path: Path;
  readonly cell: Cell;
}
/** The rows of one message: one value column of a vertical table. */
export type Rows = readonly Row[];

export interface WideRow {
  readonly row: number;
  readonly event: string;
  readonly times: Times;
  readonly rows: Rows;
}
export interface ConfigurationRow {
  readonly row: number;
  readonly variable: VariableName;
  readonly cell: Cell;
  readonly note: '' | 'if implemented' | 'if writable';
}
/** A row of a table whose first column is a closed list of words. */
export interface KeyRow {
  readonly row: number;
  readonly key: string;
  readonly cells: readonly Cell[];
}

/** One row of a table from its label and the text of its cell. */
export function makeRow(row: number, label: string, text: string): Row {
  const where = label.startsWith('where ');
  const name = where ? label.slice(6) : label;
  return {
    row,
    label,
    kind: where ? 'where' : name === 'gap' ? 'gap' : 'field',
    path: parsePath(name),
    cell: parseCell(text),
  };
}

function checkWidth(table: RawTable, least: number): number {
  const width = table[0]?.length ?? 0;
  if (table.length === 0) throw new TestDesignError('an empty table', 'at least one row');
  table.forEach((cells, i) => {
    if (cells.length !== width)
      throw new TestDesignError(`${cells.length} cells`, `${width} as in the first row`, i + 1);
  });
  if (width < least) throw new TestDesignError(`${width} columns`, `at least ${least}`, 1);
  return width;
}

/** `field | value | value ...`: one Rows a value column; an empty cell is no claim. */
export function parseVertical(table: RawTable): Rows[] {
  const width = checkWidth(table, 2);
  return Array.from({ length: width - 1 }, (_, column) =>
    table.flatMap((cells, i) => {
      const text = cells[column + 1] ?? '';
      if (text.trim() === '') {
        if (width === 2) throw new TestDesignError(`"${cells[0]}" has no value`, 'a value in the second column', i + 1);
        return [];
      }
      return [inRow(i + 1, () => makeRow(i + 1, (cells[0] ?? '').trim(), text))];
    }),
  );
}

/** `event | times | gap | <paths>`; an empty cell is not checked. */
export function parseWide(table: RawTable): WideRow[] {
  checkWidth(table, 1);
  const [header = [], ...body] = table;
  if (header[0] !== 'event') {
    throw new TestDesignError(`the header starts with "${header[0]}"`, 'a wide table starts with "event"', 1);
  }
  header.forEach((label, i) => {
    if (header.indexOf(label) !== i) throw new TestDesignError(`column "${label}" stands twice`, undefined, 1);
  });
  if (body.length === 0) throw new TestDesignError('a wide table with a header only', 'at least one event', 1);
  return body.map((cells, i) =>
    inRow(i + 2, () => ({
      row: i + 2,
      event: (cells[0] ?? '').trim(),
      times: parseTimes(cells[header.indexOf('times')] ?? ''),
      rows: header.flatMap((label, column) => {
        const text = cells[column] ?? '';
        return column === 0 || label === 'times' || text.trim() === '' ? [] : [makeRow(i + 2, label.trim(), text)];
      }),
    })),
  );
}

const notes = ['', 'if implemented', 'if writable'] as const;

/** `Component.Variable | value | note`. */
export function parseConfiguration(table: RawTable): ConfigurationRow[] {
  const width = checkWidth(table, 2);
  if (width > 3) throw new TestDesignError(`${width} columns`, 'variable, value and note', 1);
  return table.map(([name = '', value = '', written = ''], i) =>
    inRow(i + 1, () => {
      const variable = readVariable(name.trim());
      if (variable === undefined)
        throw new TestDesignError(`no Component.Variable: ${name}`, 'such as OCPPCommCtrlr.HeartbeatInterval');
      const note = notes.find((each) => each === written.trim());
      if (note === undefined)
        throw new TestDesignError(
          `unknown note "${written}"${suggestion(written, notes)}`,
          'if implemented or if writable',
        );
      return { row: i + 1, variable, cell: parseCell(value), note };
    }),
  );
}

/** `words | value ...`: for tables whose keys are a closed list; `keys` are names or patterns. */
export function parseKeys(table: RawTable, keys: readonly (string | RegExp)[], what: string): KeyRow[] {
  checkWidth(table, 2);
  return table.map(([written = '', ...texts], i) =>
    inRow(i + 1, () => {
      const key = written.trim();
      if (!keys.some((each) => (typeof each === 'string' ? each === key : each.test(key)))) {
        const words = keys.filter((each) => typeof each === 'string');
        throw new TestDesignError(`${what} has no "${key}"${suggestion(key, words)}`, words.join(', ') || undefined);
      }
      return { row: i + 1, key, cells: texts.filter((text) => text.trim() !== '').map(parseCell) };
    }),
  );
}
