import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { layers } from './layer-table.ts';

export interface Import {
  /** As written. */
  readonly specifier: string;
  readonly only: 'type' | 'value';
}
export interface Source {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The same length, comments and the insides of texts blanked. */
  readonly code: string;
  readonly imports: readonly Import[];
}

/** Every TypeScript file below src/ and steps/ that people write. */
export function sources(): Source[] {
  return ['src', 'steps'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((name) => join(root, name).split(sep).join('/'))
      .filter((path) => path.endsWith('.ts') && !path.includes('/generated/'))
      .map((path) => sourceOf(path, readFileSync(path, 'utf8'))),
  );
}

export function sourceOf(path: string, text: string): Source {
  const code = blank(text);
  return { path, text, code, imports: importsOf(text, code) };
}

const statement = /\b(?:import|export)\s+(type\s+)?(?:([\w*\s{},$]*?)\s*from\s*)?'([^']*)'|\bimport\(\s*'([^']*)'/dg;

/** Every import and re-export; positions come from the blanked code, names from the text. */
function importsOf(text: string, code: string): Import[] {
  return [...code.matchAll(statement)].map((match) => {
    const [start = 0, end = 0] = match.indices?.[3] ?? match.indices?.[4] ?? [];
    const names =
      /^\{([^}]*)\}$/
        .exec((match[2] ?? '').trim())?.[1]
        ?.split(',')
        .map((name) => name.trim()) ?? [];
    const written = names.filter((name) => name !== '');
    const onlyTypes =
      match[1] !== undefined || (written.length > 0 && written.every((name) => name.startsWith('type ')));
    return { specifier: text.slice(start, end), only: onlyTypes ? 'type' : 'value' };
  });
}

/** The folder of the table that a file belongs to; undefined = no row. */
export const layerOf = (path: string): string | undefined =>
  layers.map(({ folder }) => folder).find((folder) => path.startsWith(`${folder}/`));

/** Where a relative import leads. */
export const target = (path: string, specifier: string): string =>
  posix.normalize(posix.join(posix.dirname(path), specifier));

const beforeRegExp = /(?:^|[(,=:[!&|?{};>]|\breturn|\bcase)\s*$/;

/** Blanks comments, texts, template literals (their `${}` included) and regular expressions; keeps length and lines. */
function blank(text: string): string {
  let code = '';
  const hide = (end: number) => {
    code += text.slice(code.length, end).replace(/[^\n]/g, ' ');
  };
  while (code.length < text.length) {
    const at = code.length;
    const two = text.slice(at, at + 2);
    const one = text.charAt(at);
    if (two === '//') hide(endOf(text, '\n', at));
    else if (two === '/*') hide(endOf(text, '*/', at) + 2);
    else if (one === "'" || one === '"' || one === '`') {
      code += one;
      hide(one === '`' ? templateEnd(text, at + 1) : closing(text, at + 1, one));
      code += text.charAt(code.length);
    } else if (one === '/' && beforeRegExp.test(code.slice(-40))) {
      code += one;
      hide(regExpEnd(text, at + 1));
      code += text.charAt(code.length);
    } else code += one;
  }
  return code;
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end === -1 ? text.length : end;
}

function closing(text: string, from: number, quote: string): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== quote) at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}

function regExpEnd(text: string, from: number): number {
  let at = from;
  let listed = false;
  while (at < text.length && (listed || text.charAt(at) !== '/')) {
    if (text.charAt(at) === '[') listed = true;
    if (text.charAt(at) === ']') listed = false;
    at += text.charAt(at) === '\\' ? 2 : 1;
  }
  return at;
}

function templateEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== '`') {
    if (text.startsWith('${', at)) at = substitutionEnd(text, at + 2);
    else at += text.charAt(at) === '\\' ? 2 : 1;
  }
  return at;
}

function substitutionEnd(text: string, from: number): number {
  let depth = 1;
  let at = from;
  while (at < text.length && depth > 0) {
    const one = text.charAt(at);
    if (one === '`') at = templateEnd(text, at + 1);
    else if (one === "'" || one === '"') at = closing(text, at + 1, one);
    else if (one === '{') depth++;
    else if (one === '}') depth--;
    at++;
  }
  return at;
}
