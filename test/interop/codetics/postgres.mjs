// A PostgreSQL of its own for one run: in a temporary folder, on loopback, without a password.
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listening, run, start, version } from '../processes.mjs';

const packaged = '/usr/lib/postgresql';

/** Folder with initdb and postgres; undefined when PostgreSQL is not installed. */
export function postgresFolder() {
  if (version('initdb') !== undefined) return '';
  const folders = existsSync(packaged) ? readdirSync(packaged).sort().reverse() : [];
  return folders.map((name) => join(packaged, name, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
}

/** PostgreSQL refuses to run as root: then it runs as the user of its package. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const id = (kind) => Number(run('id', [kind, 'postgres']));
  return { uid: id('-u'), gid: id('-g') };
}

/** Starts a fresh server; `url` is that of an empty database. */
export async function startPostgres(work, port) {
  const folder = postgresFolder();
  const who = unprivileged();
  const data = join(work, 'postgres');
  mkdirSync(data);
  if (who.uid !== undefined) chownSync(data, who.uid, who.gid);
  const options = { cwd: data, ...who };
  run(join(folder, 'initdb'), ['-D', data, '-U', 'assay', '--auth=trust', '--encoding=UTF8', '--no-sync'], options);
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', `port=${port}`].flatMap((each) => ['-c', each]);
  const server = start('postgres', join(folder, 'postgres'), ['-D', data, '-k', data, ...settings], {
    work,
    ...options,
  });
  await listening(port, { name: 'postgres', process: server });
  return { url: `postgres://assay@127.0.0.1:${port}/postgres`, stop: server.stop };
}
