import type { Cell, Match, Ref, Sum, Value, VariableName } from './ast.ts';
import { TestDesignError } from './fault.ts';
import { parseRef } from './ref.ts';
import { parseValue, printValue, split } from './value.ts';

const valueOps = ['contains', 'lacks', 'same set as', 'about', 'after', 'before', '>=', '<=', '>', '<'] as const;
const comparisons = ['<=', '>=', '<', '>'] as const;

function parseItems(text: string): Match | undefined {
  const [, word, count, noun] = /^(?:(<=|>=|<|>) )?(\d+) (items?)$/.exec(text) ?? [];
  if (count === undefined) return undefined;
  if ((count === '1') !== (noun === 'item'))
    throw new TestDesignError(`unreadable count: ${text}`, '"1 item" or "N items"');
  return { op: 'items', comparison: comparisons.find((each) => each === word) ?? '=', count: Number(count) };
}

function parseMatch(text: string): Match {
  let rest = text;
  let negations = 0;
  for (; rest.startsWith('not '); rest = rest.slice(4)) negations++;
  let match = parsePlain(rest);
  for (; negations > 0; negations--) match = { op: 'not', match };
  return match;
}

function parsePlain(text: string): Match {
  if (text === 'present' || text === 'omitted' || text === 'empty') return { op: text };
  const items = parseItems(text);
  if (items) return items;
  const rule = /^obeys "([^"]+)"$/.exec(text)?.[1];
  if (rule !== undefined) return { op: 'obeys', rule };
  const op = valueOps.find((each) => text.startsWith(`${each} `));
  if (op) return { op, value: parseValue(text.slice(op.length + 1)) };
  const [value, tolerance, ...more] = split(text, ' +- ');
  if (value !== undefined && tolerance !== undefined && more.length === 0) {
    return { op: 'near', value: parseValue(value), tolerance: parseValue(tolerance) };
  }
  return { op: 'equals', value: parseValue(text) };
}

/** Reads a cell: alternatives joined by ` or `, at most one trailing ` as <name>`. Throws TestDesignError. */
export function parseCell(written: string): Cell {
  const text = written.trim();
  const name = /(?<!\bsame set) as (<[^<>]+>)$/.exec(text);
  const ref = name?.[1] === undefined ? undefined : parseRef(name[1]);
  if (ref !== undefined && ref.kind !== 'name') {
    throw new TestDesignError(`cannot remember as ${name?.[1]}`, 'a plain <name>');
  }
  const any = split(name === null ? text : text.slice(0, name.index), ' or ').map(parseMatch);
  return { text, any, ...(ref === undefined ? {} : { remembers: ref.name }) };
}

export function printMatch(match: Match): string {
  switch (match.op) {
    case 'equals':
      return printValue(match.value);
    case 'near':
      return `${printValue(match.value)} +- ${printValue(match.tolerance)}`;
    case 'present':
    case 'omitted':
    case 'empty':
      return match.op;
    case 'items':
      return `${match.comparison === '=' ? '' : `${match.comparison} `}${match.count} ${match.count === 1 ? 'item' : 'items'}`;
    case 'obeys':
      return `obeys "${match.rule}"`;
    case 'not':
      return `not ${printMatch(match.match)}`;
    default:
      return `${match.op} ${printValue(match.value)}`;
  }
}

/** The cell as it would be written. */
export function printCell({ any, remembers }: Pick<Cell, 'any' | 'remembers'>): string {
  return `${any.map(printMatch).join(' or ')}${remembers === undefined ? '' : ` as <${remembers}>`}`;
}

/** The match under all its `not`s. */
export function bare(match: Match): Exclude<Match, { op: 'not' }> {
  let inner = match;
  while (inner.op === 'not') inner = inner.match;
  return inner;
}

/** What the harness can send: one definite value, or the wish that a field stays away. */
export function isSendable({ any }: Cell): boolean {
  const [only, ...rest] = any;
  return rest.length === 0 && (only?.op === 'omitted' || only?.op === 'equals');
}

/** Every value of a cell, lists opened. */
export function valuesOf(cell: Cell): Value[] {
  const open = (value: Value): Value[] => (value.kind === 'list' ? [value, ...value.items.flatMap(open)] : [value]);
  return cell.any.map(bare).flatMap((match) => {
    if (match.op === 'near') return [...open(match.value), ...open(match.tolerance)];
    return 'value' in match ? open(match.value) : [];
  });
}

const refsOfVariable = ({ evse, connector }: VariableName): Ref[] =>
  [evse, connector].filter((slot) => slot !== undefined && typeof slot !== 'number');

const refsOfRef = (ref: Ref): Ref[] => [ref, ...(ref.kind === 'variable' ? refsOfVariable(ref.variable) : [])];

export function refsOfSum({ first, rest }: Sum): Ref[] {
  return [first, ...rest.map(({ term }) => term)].flatMap((term) => (term.kind === 'ref' ? refsOfRef(term.ref) : []));
}

function refsOfValue(value: Value): Ref[] {
  if (value.kind === 'ref' || value.kind === 'each' || value.kind === 'element') return refsOfRef(value.ref);
  if (value.kind === 'sum') return refsOfSum(value.sum);
  if (value.kind === 'variable') return refsOfVariable(value.variable);
  if (value.kind === 'periods') return value.since === undefined ? [] : refsOfRef(value.since);
  return [];
}

/** Every <ref> that must have a value before the cell is used. */
export function refsOf(cell: Cell): Ref[] {
  return valuesOf(cell).flatMap(refsOfValue);
}
