import { describe, expect, it } from 'vitest';
import { type Source, sourceOf, sources } from './sources.ts';

const files = sources();
const lineAt = (code: string, index: number) => code.slice(0, index).split('\n').length;

/** `file:line text` of every match in the code, comments and texts left out. */
function found(all: readonly Source[], pattern: RegExp): string[] {
  return all.flatMap(({ path, text, code }) =>
    [...code.matchAll(new RegExp(pattern, 'g'))].map(({ index }) => {
      const line = lineAt(code, index);
      return `${path}:${line} ${text.split('\n')[line - 1]?.trim()}`;
    }),
  );
}

const forbidden = {
  any: /(?:[:<|&]|\bas\b|=>)\s*any\b(?=\s*(?:[[\])>,;|&={]|$))|,\s*any\s*>/,
  'a non-null assertion': /[\w)\]]!(?=[.[(;,)\]}:\s])(?!\s*=)/,
  'a double cast': /\bas\s+unknown\s+as\b/,
} as const;
const silenced = /@ts-(?:ignore|expect-error|nocheck)\b/;
const timer = /(?<![.\w])setTimeout\s*\(|\bAtomics\.wait\b/;
/** The Clock port owns the only timer; everything else asks it. */
const timerOwners: readonly string[] = ['src/clock/index.ts'];

describe('habits of src/ and steps/', () => {
  it('no file is longer than 300 lines', () => {
    const long = files.map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }));
    expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
  });
  it('no file is named for being of use', () => {
    expect(
      files
        .map(({ path }) => path)
        .filter((path) => /(?:^|[/-])(?:utils?|helpers?|common|managers?)(?:[/.-]|$)/i.test(path)),
    ).toEqual([]);
  });
  it.each(Object.entries(forbidden))('nowhere %s', (_what, pattern) => {
    expect(found(files, pattern)).toEqual([]);
  });
  it('nowhere is the compiler silenced', () => {
    expect(files.filter(({ text }) => silenced.test(text)).map(({ path }) => path)).toEqual([]);
  });
  it('nobody sleeps: the clock alone sets a timer', () => {
    expect(
      found(
        files.filter(({ path }) => !timerOwners.includes(path)),
        timer,
      ),
    ).toEqual([]);
    expect(
      files.filter(({ imports }) => imports.some(({ specifier }) => specifier === 'node:timers/promises')),
    ).toEqual([]);
    const unused = timerOwners.filter(
      (owner) =>
        found(
          files.filter(({ path }) => path === owner),
          timer,
        ).length === 0,
    );
    expect(unused).toEqual([]);
  });
});

/** Longest stretch of lines between the braces of each function body. */
function bodies({ path, code }: Source): { readonly where: string; readonly lines: number; readonly body: string }[] {
  return [...code.matchAll(/(?:=>|\)(?:\s*:\s*[\w<>[\]| .]+)?)\s*\{/g)].map((match) => {
    const start = match.index + match[0].length;
    let end = start;
    for (let depth = 1; end < code.length && depth > 0; end++) {
      if (code.charAt(end) === '{') depth++;
      if (code.charAt(end) === '}') depth--;
    }
    const body = code.slice(start, end - 1);
    return {
      where: `${path}:${lineAt(code, start)}`,
      lines: body.split('\n').filter((line) => line.trim() !== '').length,
      body,
    };
  });
}

describe('steps/', () => {
  const steps = files.filter(({ path }) => path.startsWith('steps/'));
  /** The World refuses a step that runs outside a case; that is no decision of a step. */
  const deciders = ['steps/world.ts'];

  it('a body has at most five lines', () => {
    expect(
      steps
        .flatMap(bodies)
        .filter(({ lines }) => lines > 5)
        .map(({ where }) => where),
    ).toEqual([]);
  });
  it('decides nothing', () => {
    expect(
      found(
        steps.filter(({ path }) => !deciders.includes(path)),
        /\b(?:if|switch|for|while|try)\b(?=\s*[({])/,
      ),
    ).toEqual([]);
  });
  it('asserts nothing', () => {
    expect(found(steps, /\b(?:assert|expect|deepEqual|strictEqual)\w*\s*[.(]/)).toEqual([]);
  });
});

describe('finding habits', () => {
  const hits = (text: string, pattern: RegExp) => found([sourceOf('src/check/sample.ts', text)], pattern).length;
  it.each([
    ['any', 'const a: any = 1;'],
    ['any', 'const a = b as any;'],
    ['any', 'let a: Record<string, any>;'],
    ['any', 'function f(a: any[], b: Map<any, number>) {}'],
    ['a non-null assertion', 'a!.b();'],
    ['a non-null assertion', 'f(a[0]!, b);'],
    ['a double cast', 'const a = b as unknown as C;'],
  ] as const)('sees %s in %s', (what, text) => {
    expect(hits(text, forbidden[what])).toBeGreaterThan(0);
  });
  it.each([
    ['any', 'cell.any.map(f); const [a, ...b] = any; const c = { text, any, d }; // as any'],
    ['a non-null assertion', "a !== b; !c.d; 'a!.b'; x ? !y : z; if (!(e)) f(!g);"],
    ['a double cast', "const a = 'b as unknown as C';"],
  ] as const)('sees no %s in %s', (what, text) => {
    expect(hits(text, forbidden[what])).toBe(0);
  });
  it('tells a timer from the timeout of a socket', () => {
    expect(hits('setTimeout(resolve, 100);', timer)).toBe(1);
    expect(hits('socket.setTimeout(0); clearTimeout(a);', timer)).toBe(0);
  });
});
