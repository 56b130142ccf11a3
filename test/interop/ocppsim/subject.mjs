// ocppsim as station under test: the program in a terminal of its own, with our hands for it (rig.py).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { start, version } from '../processes.mjs';

const rig = fileURLToPath(new URL('rig.py', import.meta.url));
const rigPort = 9434;

/** What this machine lacks; undefined when nothing. */
export function missing() {
  if (process.platform === 'win32') return 'a terminal of its own needs a Unix';
  return version('python3') === undefined ? 'python3 is not on the path' : undefined;
}

/** Starts the station; it connects as soon as the harness listens and has made its roots in `certs/run`. */
export async function startSubject({ program, work, root, securityProfile }) {
  const made = (name) => join(root, 'certs', 'run', name);
  const trusted = made('csms-root-ec.pem');
  const own = ['--client-cert', made('station-valid.pem'), '--client-key', made('station-valid.key')];
  const stopping = new AbortController();
  const station = (async () => {
    while (!existsSync(trusted)) await wait(200, undefined, { signal: stopping.signal });
    const url = `wss://localhost:${9429 + securityProfile}/ocpp`;
    const connection = ['--ws-url', url, '--cp-id', 'CS-0001', '--protocol', '2.0.1'];
    const security = ['--security-profile', String(securityProfile), '--ca-cert', trusted];
    const secret = securityProfile === 3 ? own : ['--basic-auth-password', 'interop-password-0001'];
    const args = [rig, String(rigPort), program, ...connection, ...security, ...secret, '--trace-frames'];
    return start('rig', 'python3', args, { work });
  })().catch(() => undefined);
  return {
    env: {},
    stop: async () => {
      stopping.abort();
      await (await station)?.stop();
    },
  };
}
