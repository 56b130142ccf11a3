import { type Path, printPath, type Row, type Rows, type Segment } from '../language/index.ts';
import type { Moment } from './evaluate.ts';
import { valuesAt } from './walk.ts';

/** A letter index as it stands in the rows: `getVariableData[a]`. */
interface Letter {
  readonly list: Path;
  readonly key: string;
  readonly letter: string;
}

function firstLetter(rows: Rows): Letter | undefined {
  for (const { path } of rows) {
    const at = path.findIndex(({ index }) => index?.kind === 'letter');
    const segment = path[at];
    if (segment?.index?.kind !== 'letter') continue;
    const list: Path = [...path.slice(0, at), { name: segment.name }];
    return { list, key: printPath(list), letter: segment.index.letter };
  }
  return undefined;
}

function bindPath(path: Path, { list, key, letter }: Letter, position: number): Path {
  const at = list.length - 1;
  const segment = path[at];
  if (segment?.index?.kind !== 'letter' || segment.index.letter !== letter) return path;
  if (printPath([...path.slice(0, at), { name: segment.name }]) !== key) return path;
  const bound: Segment = { name: segment.name, index: { kind: 'position', position } };
  return [...path.slice(0, at), bound, ...path.slice(at + 1)];
}

const bind = (rows: Rows, letter: Letter, position: number): Row[] =>
  rows.map((row) => ({ ...row, path: bindPath(row.path, letter, position) }));

/**
 * The rows with every `[x]` bound to positions: all ways in which the same letter means the same element and different
 * letters of one list mean different elements. A list that is empty or absent binds to position 0, which is not there.
 */
export function* bindings(
  rows: Rows,
  fields: unknown,
  moment: Moment,
  used: ReadonlySet<string> = new Set(),
): Generator<Rows> {
  const letter = firstLetter(rows);
  if (letter === undefined) {
    yield rows;
    return;
  }
  const list = valuesAt(fields, letter.list, moment)[0]?.value;
  const length = Math.max(1, Array.isArray(list) ? list.length : 0);
  let free = false;
  for (let position = 0; position < length; position++) {
    const mark = `${letter.key}[${position}]`;
    if (used.has(mark)) continue;
    free = true;
    yield* bindings(bind(rows, letter, position), fields, moment, new Set([...used, mark]));
  }
  // More letters than elements: the one left over stands for an element that is not there.
  if (!free) yield* bindings(bind(rows, letter, length), fields, moment, used);
}
