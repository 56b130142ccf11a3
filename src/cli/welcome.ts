import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../harness/index.ts';
import type { Interruption } from './interruption.ts';

const remindMs = 15_000;

/** What a person at a charger needs: URL, credentials, root certificate. */
export function announceStation(run: Run): void {
  const { config, bench } = run;
  if (bench.role !== 'station') return;
  const url = bench.endpoints.get(config.securityProfile) ?? 'no listener for this security profile';
  const { pkiFolder } = run;
  const root = join(pkiFolder, 'csms-root-ec.pem');
  const lines = [
    'Point the charging station at this CSMS:',
    `  URL               ${url}`,
    `  identity          ${config.identity}   (last segment of the URL: ${url}/${config.identity})`,
    `  security profile  ${config.securityProfile}`,
    ...(config.securityProfile === 3
      ? []
      : [`  user name         ${config.identity}`, '  password          the "password" of the configuration']),
    ...(config.securityProfile === 1 ? [] : [`  root certificate  ${existsSync(root) ? root : pkiFolder}`]),
    ...(config.securityProfile === 3
      ? [`  station certificate and key  ${join(pkiFolder, 'station-valid.pem')} and .key`]
      : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

/** Waits for the first connection, says so every 15 s and tells each refusal once; false when it never came. */
export async function awaitStation(run: Run, stop: Interruption): Promise<boolean> {
  const { bench } = run;
  if (bench.role !== 'station') return true;
  const told = new Set<string>();
  run.onRefused = ({ at, by, reason }) => {
    const line = `a connection ended at ${at}${by === 'us' ? ', refused by us' : ''}: ${reason}\n`;
    if (!told.has(line)) process.stdout.write(line);
    told.add(line);
  };
  try {
    return await waitFor(run, (deadlineMs) => bench.connected(deadlineMs), stop);
  } finally {
    run.onRefused = undefined;
  }
}

/** False as soon as the run is interrupted. */
function orStopped(connected: Promise<boolean>, stop: Interruption): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const forget = stop.onRequest(() => resolve(false));
    connected.then(resolve, reject).finally(forget);
  });
}

async function waitFor(
  { config }: Run,
  connected: (deadlineMs: number) => Promise<boolean>,
  stop: Interruption,
): Promise<boolean> {
  const limit = config.deadlines.connection * 1000;
  for (let waited = 0; waited < limit && !stop.requested; waited += remindMs) {
    process.stdout.write(
      `waiting for ${config.identity} to connect (${Math.round(waited / 1000)} of ${limit / 1000} s) ...\n`,
    );
    if (await orStopped(connected(Math.min(remindMs, limit - waited)), stop)) return true;
  }
  if (stop.requested) {
    process.stderr.write('assay: interrupted before the station connected; nothing was judged\n');
    return false;
  }
  process.stderr.write(
    `assay: ${config.identity} did not connect within ${limit / 1000} s; check the URL, the host name, the credentials and the root certificate above\n`,
  );
  return false;
}

const advice = {
  TCP: 'check that the CSMS runs, and the URL under "csms.endpoints"',
  TLS: 'check "csms.roots", the host name in the URL, and "csms.client" for security profile 3',
  HTTP: 'check "identity", "password" and the path of the URL',
  WebSocket: 'check that this URL speaks ocpp2.0.1',
} as const;

/** One connection before the first case; false, with one line why, when the CSMS does not let our station in. */
export async function reachCsms({ bench, config }: Run): Promise<boolean> {
  if (bench.role !== 'csms') return true;
  const result = await bench.connect({});
  if (result.ok) return true;
  const url = config.csms.endpoints[config.securityProfile] ?? '';
  process.stderr.write(
    `assay: no connection as ${config.identity} to ${url}, it ended at ${result.at}: ${result.reason}; ${advice[result.at]}\n`,
  );
  return false;
}
