// One command from a checkout to a runnable dist: schemas, generated code, TypeScript.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const generated = join(root, 'src', 'ocpp', 'generated');
const stamp = join(generated, '.stamp');

/** What the generated code depends on: scripts, the hash manifest and our own schema. */
function inputsDigest() {
  const hash = createHash('sha256');
  for (const file of [
    'scripts/sync-schemas.mjs',
    'scripts/generate-ocpp.mjs',
    'scripts/generate-config.mjs',
    'schemas/config.schema.json',
    'schemas/ocpp-2.0.1.SHA256SUMS',
    'package-lock.json',
  ]) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

export async function generate() {
  const digest = inputsDigest();
  const fresh =
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === digest &&
    existsSync(join(root, 'schemas', 'ocpp-2.0.1')) &&
    existsSync(join(root, 'src', 'harness', 'config', 'generated', 'validator.js'));
  if (fresh) return;
  const { syncSchemas } = await import('./sync-schemas.mjs');
  const { generateOcpp } = await import('./generate-ocpp.mjs');
  const { generateConfig } = await import('./generate-config.mjs');
  process.stdout.write(`schemas: ${syncSchemas()} official files verified\n`);
  process.stdout.write(`generated: ${await generateOcpp()} actions\n`);
  await generateConfig();
  writeFileSync(stamp, digest);
}

export async function build() {
  await generate();
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const tsc = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json', '--noEmit'],
    { cwd: root, stdio: 'inherit' },
  );
  if (tsc.status !== 0) throw new Error('build: TypeScript reported errors, see above');
  const { bundle } = await import('./bundle.mjs');
  await bundle();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const only = process.argv.includes('--generate');
  await (only ? generate() : build()).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
