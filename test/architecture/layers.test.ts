import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Arrow, type Layer, layers, packages } from './layer-table.ts';
import { layerOf, type Source, sourceOf, sources, target } from './sources.ts';

interface Crossing {
  readonly from: string;
  readonly to: string;
  readonly only: 'type' | 'value';
  readonly file: string;
}

const files = sources();
const isRelative = (specifier: string) => specifier.startsWith('.');

function crossingsOf({ path, imports }: Source): Crossing[] {
  return imports.flatMap(({ specifier, only }) => {
    if (!isRelative(specifier)) return [];
    const [from = path, to = target(path, specifier)] = [layerOf(path), layerOf(target(path, specifier))];
    return from === to ? [] : [{ from, to, only, file: path }];
  });
}

const arrowsOf = ({ imports, extra = [] }: Layer): readonly Arrow[] => [...imports, ...extra];
const fits = (arrow: Arrow, { to, only }: Crossing) => arrow.to === to && (arrow.only === undefined || only === 'type');

function isAllowed(crossing: Crossing): boolean {
  const layer = layers.find(({ folder }) => folder === crossing.from);
  return layer !== undefined && arrowsOf(layer).some((arrow) => fits(arrow, crossing));
}
const show = ({ from, to, only, file }: Crossing) =>
  `${file}: ${from} may not import ${only === 'type' ? 'types of ' : ''}${to}`;

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
const covers = (row: string, specifier: string) =>
  row === 'node:' ? specifier.startsWith('node:') : row === packageOf(specifier) || row === specifier;

describe('the layers', () => {
  it('arrows point only to the folders that the table names', () => {
    expect(
      files
        .flatMap(crossingsOf)
        .filter((crossing) => !isAllowed(crossing))
        .map(show),
    ).toEqual([]);
  });
  it('every file lies in a folder of the table', () => {
    expect(files.filter(({ path }) => layerOf(path) === undefined).map(({ path }) => path)).toEqual([]);
  });
  it('every relative import leads to a file, its ending written out', () => {
    const lost = files.flatMap(({ path, imports }) =>
      imports.flatMap(({ specifier }) =>
        isRelative(specifier) && !existsSync(target(path, specifier)) ? [`${path}: ${specifier}`] : [],
      ),
    );
    expect(lost).toEqual([]);
  });
  it('packages and built-in modules are those that the layer may use', () => {
    const foreign = files.flatMap(({ path, imports }) =>
      imports.flatMap(({ specifier }) => {
        const allowed = packages[layerOf(path) ?? ''] ?? [];
        return isRelative(specifier) || allowed.some((row) => covers(row, specifier)) ? [] : [`${path}: ${specifier}`];
      }),
    );
    expect(foreign).toEqual([]);
  });
});

describe('the table', () => {
  it('has no row for a folder that is gone, and no arrow to one', () => {
    const alive = (folder: string) => files.some(({ path }) => path.startsWith(`${folder}/`));
    const named = new Set(layers.flatMap((layer) => [layer.folder, ...arrowsOf(layer).map(({ to }) => to)]));
    expect([...named, ...Object.keys(packages)].filter((folder) => !alive(folder))).toEqual([]);
  });
  it('has no exception that nobody needs', () => {
    const crossings = files.flatMap(crossingsOf);
    const stale = layers.flatMap(({ folder, imports, extra = [] }) =>
      extra
        .filter(
          (arrow) =>
            !crossings.some(
              (each) => each.from === folder && fits(arrow, each) && !imports.some((known) => fits(known, each)),
            ),
        )
        .map(({ to }) => `${folder} -> ${to}`),
    );
    expect(stale).toEqual([]);
  });
  it('has every exception explained in ADR 0002', () => {
    const record = readFileSync('docs/adr/0002-layers-as-built.md', 'utf8').replaceAll(/ +/g, ' ');
    const silent = layers.flatMap(({ folder, extra = [] }) =>
      extra.filter(({ to }) => !record.includes(`| \`${folder}\` | \`${to}\` |`)).map(({ to }) => `${folder} -> ${to}`),
    );
    expect(silent).toEqual([]);
  });
});

describe('reading imports', () => {
  const read = (text: string) => sourceOf('src/check/sample.ts', text).imports;
  it('tells types from values', () => {
    expect(
      read(
        "import type { A } from '../a.ts';\nimport { type B, c } from '../b.ts';\nimport { type D } from '../d.ts';",
      ),
    ).toEqual([
      { specifier: '../a.ts', only: 'type' },
      { specifier: '../b.ts', only: 'value' },
      { specifier: '../d.ts', only: 'type' },
    ]);
  });
  it('sees re-exports, side effects, dynamic imports and several lines', () => {
    const text =
      "export * from './x.ts';\nexport type * from './y.ts';\nimport 'reflect-metadata';\nconst z = await import('./z.ts');\nimport {\n  a,\n} from './w.ts';";
    expect(read(text).map(({ specifier, only }) => `${specifier} ${only}`)).toEqual([
      './x.ts value',
      './y.ts type',
      'reflect-metadata value',
      './z.ts value',
      './w.ts value',
    ]);
  });
  it('sees none in comments and texts', () => {
    expect(
      read("// import './a.ts'\n/* import './b.ts' */\nconst c = \"import './c.ts'\";\nconst d = `import './d.ts'`;"),
    ).toEqual([]);
  });
});
