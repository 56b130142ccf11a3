import type { Index, Path, Segment } from './ast.ts';
import { TestDesignError } from './fault.ts';
import { parseRef, printRef, printVariable, readVariable } from './ref.ts';

const shape = 'a.b, a[0].b, a[*].b, a[x].b, a[key=value].b or a[Component.Variable].b';

/** Splits at the dots that stand outside brackets. */
function parts(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of text) {
    if (letter === '[' || letter === '<') depth++;
    if (letter === ']' || letter === '>') depth--;
    if (letter === '.' && depth === 0) {
      found.push(part);
      part = '';
    } else part += letter;
  }
  return [...found, part];
}

function parseIndex(text: string, path: string): Index {
  if (text === '*') return { kind: 'every' };
  if (/^\d+$/.test(text)) return { kind: 'position', position: Number(text) };
  if (/^[a-z]$/.test(text)) return { kind: 'letter', letter: text };
  const [, key, value] = /^([a-z]\w*)=(\w+|<[^<>]+>)$/.exec(text) ?? [];
  if (key !== undefined && value !== undefined) {
    return { kind: 'key', key, value: value.startsWith('<') ? parseRef(value) : value };
  }
  const variable = readVariable(text);
  if (variable) return { kind: 'variable', variable };
  throw new TestDesignError(`unreadable path ${path}`, shape);
}

function parseSegment(text: string, path: string): Segment {
  const [, name, index] = /^([A-Za-z]\w*(?: \w+)*)(?:\[(.+)\])?$/.exec(text) ?? [];
  if (name === undefined) throw new TestDesignError(`unreadable path ${path === '' ? '(empty)' : path}`, shape);
  return index === undefined ? { name } : { name, index: parseIndex(index, path) };
}

/** A field path of a message or of a view. */
export function parsePath(text: string): Path {
  return parts(text).map((part) => parseSegment(part, text));
}

function printIndex(index: Index): string {
  if (index.kind === 'every') return '[*]';
  if (index.kind === 'position') return `[${index.position}]`;
  if (index.kind === 'letter') return `[${index.letter}]`;
  if (index.kind === 'variable') return `[${printVariable(index.variable)}]`;
  return `[${index.key}=${typeof index.value === 'string' ? index.value : printRef(index.value)}]`;
}

export function printPath(path: Path): string {
  return path.map(({ name, index }) => `${name}${index === undefined ? '' : printIndex(index)}`).join('.');
}

/** The path without its indices: `a[0].b` -> `a.b`. */
export const fieldOf = (path: Path): string => path.map(({ name }) => name).join('.');
