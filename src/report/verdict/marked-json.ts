import type { Nearest } from '../../check/verdict.ts';
import { isRecord } from '../diagram/fields.ts';

/** A line of pretty JSON; `wrong` when it holds a path that differs. */
export interface JsonLine {
  readonly text: string;
  readonly wrong?: string;
}

type Marks = ReadonlyMap<string, string>;

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

function lines(value: unknown, path: string, indent: string, lead: string, tail: string, marks: Marks): JsonLine[] {
  const wrong = marks.get(path);
  const marked = (text: string): JsonLine => (wrong === undefined ? { text } : { text, wrong });
  const entries = Array.isArray(value)
    ? value.map((each: unknown, i) => ({ key: '', path: `${path}[${i}]`, value: each }))
    : isRecord(value)
      ? Object.entries(value).map(([key, each]) => ({
          key: `${JSON.stringify(key)}: `,
          path: join(path, key),
          value: each,
        }))
      : undefined;
  if (entries === undefined || entries.length === 0)
    return [marked(`${indent}${lead}${JSON.stringify(value) ?? 'undefined'}${tail}`)];
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const inner = entries.flatMap((each, i) => {
    const comma = i < entries.length - 1 ? ',' : '';
    return lines(each.value, each.path, `${indent}  `, each.key, comma, marks);
  });
  return [marked(`${indent}${lead}${open}`), ...inner, { text: `${indent}${close}${tail}` }];
}

/**
 * A payload as pretty JSON with the lines that differ marked, each with what was expected. A path that is not there (an absent
 * field) follows at the end as a line of its own.
 */
export function markedJson(fields: unknown, mismatches: Nearest['mismatches']): JsonLine[] {
  const marks = new Map(mismatches.map(({ path, expected }) => [path, `expected ${expected}`]));
  const shown = lines(fields, '', '', '', '', marks);
  const told = new Set(shown.flatMap(({ wrong }) => wrong ?? []));
  const absent = mismatches.filter(({ path, expected }) => path !== '' && !told.has(`expected ${expected}`));
  const missing = absent.map(({ path, expected, actual }) => ({
    text: `  ${path}: ${actual}`,
    wrong: `expected ${expected}`,
  }));
  return [...shown, ...missing];
}

/** The same as plain text: a mark in the margin and the expectation behind the line. */
export function markedText(marked: readonly JsonLine[]): string {
  return marked
    .map(({ text, wrong }) => (wrong === undefined ? `    ${text}` : `  ✗ ${text}   <-- ${wrong}`))
    .join('\n');
}
