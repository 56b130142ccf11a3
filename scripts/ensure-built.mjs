// Brings a checkout to a runnable state: Node version, packages, dist. Silent when there is nothing to do.
// Only node built-ins are imported here, because in a fresh clone nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.stamp');
const oldestNode = [20, 19];

const say = (line) => process.stdout.write(`${line}\n`);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = oldestNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Error(
    `assay needs Node.js ${oldestNode.join('.')} or newer, this is ${process.versions.node}: install a newer one`,
  );
}

/** The packages of a lock file by folder; undefined when the file is missing or cut short. */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Is everything there as package-lock.json says? npm writes its own copy last, so an interrupted install has none. */
function installed() {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  if (wanted === undefined)
    throw new Error('package-lock.json cannot be read: restore it (git checkout package-lock.json)');
  const there = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (there === undefined) return false;
  // Optional packages are those of other platforms.
  return Object.entries(wanted).every(
    ([folder, { version, integrity, optional }]) =>
      folder === '' ||
      (there[folder] === undefined
        ? optional === true
        : there[folder].version === version && there[folder].integrity === integrity),
  );
}

/** `npm ci` with the npm that runs us, else the one on the path (a .cmd on Windows, which needs a shell). */
function install() {
  say('installing packages (npm ci) ...');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev'];
  const options = { cwd: root, stdio: 'inherit' };
  const done =
    npm !== undefined && basename(npm) === 'npm-cli.js'
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (done.error !== undefined)
    throw new Error(`npm could not be started (${done.error.message}): run "npm ci" by hand`);
  if (done.status !== 0) throw new Error('the packages could not be installed, see above; then run "npm ci" by hand');
}

/** Everything dist is made of, as one hash. */
function sourcesDigest() {
  const hash = createHash('sha256');
  const generated = [join('src', 'ocpp', 'generated'), join('src', 'harness', 'config', 'generated')];
  const below = ['src', 'steps'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter((file) => !generated.some((folder) => file.startsWith(folder))),
  );
  const single = [
    'package-lock.json',
    'tsconfig.json',
    join('schemas', 'ocpp-2.0.1.SHA256SUMS'),
    join('schemas', 'config.schema.json'),
    ...['build', 'bundle', 'sync-schemas', 'generate-ocpp', 'generate-config'].map((name) =>
      join('scripts', `${name}.mjs`),
    ),
  ];
  for (const file of [...below, ...single].sort()) {
    hash.update(`${file.replaceAll('\\', '/')}\n`);
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Installs and builds what is missing or stale; rejects with one line that says what to do. */
export async function ensureBuilt() {
  checkNode();
  if (!installed()) install();
  const digest = sourcesDigest();
  const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  if (
    fresh &&
    existsSync(join(root, 'schemas', 'ocpp-2.0.1')) &&
    existsSync(join(root, 'dist', 'src', 'cli', 'main.js'))
  )
    return;
  say('building dist ...');
  const { build } = await import('./build.mjs');
  await build();
  writeFileSync(stamp, digest);
}

const [, program] = process.argv;
if (program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url)) {
  await ensureBuilt().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
