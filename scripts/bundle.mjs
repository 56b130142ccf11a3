// The program as few files: most of the start of a Node program is looking up and reading some 900 modules one by one.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What is started or imported by its path: the program, what cucumber loads, and what scripts and benches use. */
const entries = [
  'src/cli/main.ts',
  'src/harness/judge-step.ts',
  'src/harness/silent-formatter.ts',
  ...readdirSync(join(root, 'steps'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `steps/${file}`),
  ...['catalogue/index', 'harness/index', 'clock/index', 'timeline/index', 'check/views/index', 'check/expect/index'],
  ...['check/language/index', 'check/schemas', 'check/monitors/run', 'peer/inbox', 'peer/csms-peer', 'subject/index'],
  ...['cli/embedded', 'cli/judge', 'cli/order', 'cli/plan'],
].map((path) => (path.endsWith('.ts') ? path : `src/${path}.ts`));

/** Loaded only to write the report, by themselves. */
const external = ['allure', 'allure-js-commons', 'bufferutil', 'utf-8-validate'];

/** CommonJS packages in the bundle ask for what CommonJS gives them. */
const banner = [
  "import { createRequire as requireOf } from 'node:module';",
  'const require = requireOf(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;',
].join(' ');

/** Folder of the package that a bundled file belongs to; undefined for our own. */
const packageOf = (file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];

/** Licence texts of everything in the bundle, as their licences ask. */
function noticesOf(inputs) {
  const folders = [...new Set(Object.keys(inputs).map(packageOf))].filter((folder) => folder !== undefined).sort();
  return folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
    const text = file === undefined ? '' : `\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
    return `${name} ${version} (${license})\n${text}`;
  });
}

/** Writes dist from the sources; names of the entries are those of the sources. */
export async function bundle() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outbase: '.',
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
    external,
    banner: { js: banner },
  });
  writeFileSync(join(root, 'dist', 'THIRD-PARTY.txt'), `${noticesOf(metafile.inputs).join('\n----\n\n')}`);
}
