// Installs the pinned programs from their registry into a cache of the user, once a machine.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { version } from './processes.mjs';

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ocpp-assay', 'interop');
/** Of each program; a machine that needs longer does without the comparison. */
const limitMinutes = 4;

/** Path of the program of a crate, built when it is not there yet; throws one line when that cannot be done. */
export function installedCrate({ name, version: pinned }, print) {
  const folder = join(cache, `${name}-${pinned}`);
  const program = join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  if (existsSync(program)) return program;
  if (version('cargo') === undefined) throw new Error('cargo is not on the path');
  mkdirSync(folder, { recursive: true });
  print(`building ${name} ${pinned} with cargo, once on this machine (some minutes) ...`);
  // --locked: the versions and hashes of everything below it are those of the lockfile that its author published.
  const args = ['install', '--locked', '--debug', '--quiet', '--root', folder, name, '--version', `=${pinned}`];
  const target = join(folder, 'target'); // gigabytes that nobody needs afterwards
  const env = { ...process.env, CARGO_TARGET_DIR: target };
  const { status, error, stderr } = spawnSync('cargo', args, { env, encoding: 'utf8', timeout: limitMinutes * 60_000 });
  rmSync(target, { recursive: true, force: true });
  if (status === 0 && existsSync(program)) return program;
  const words = error?.message ?? `${stderr}`.trim().split('\n').at(-1);
  throw new Error(`cargo install ${name} ${pinned} did not succeed: ${words}`);
}
