import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packageRoot, type Run } from '../harness/index.ts';
import type { Interruption } from './interruption.ts';

const remindMs = 15_000;

/** What a person at a charger needs: URL, credentials, root certificate. */
export function announceStation(run: Run): void {
  const { config, bench } = run;
  if (bench.role !== 'station') return;
  const url = bench.endpoints.get(config.securityProfile) ?? 'no listener for this security profile';
  const root = resolve(join(packageRoot, 'certs', 'run', 'csms-root-ec.pem'));
  const lines = [
    'Point the charging station at this CSMS:',
    `  URL               ${url}`,
    `  identity          ${config.identity}   (last segment of the URL: ${url}/${config.identity})`,
    `  security profile  ${config.securityProfile}`,
    ...(config.securityProfile === 3
      ? []
      : [`  user name         ${config.identity}`, '  password          the "password" of the configuration']),
    ...(config.securityProfile === 1
      ? []
      : [`  root certificate  ${existsSync(root) ? root : join(packageRoot, 'certs', 'run')}`]),
    ...(config.securityProfile === 3
      ? [`  station certificate and key  ${join(packageRoot, 'certs', 'run', 'station-valid.pem')} and .key`]
      : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

/** Waits for the first connection and says so every 15 s; false when it never came. */
export async function awaitStation(run: Run, stop: Interruption): Promise<boolean> {
  const { bench, config } = run;
  if (bench.role !== 'station') return true;
  const limit = config.deadlines.connection * 1000;
  for (let waited = 0; waited < limit && !stop.requested; waited += remindMs) {
    process.stdout.write(
      `waiting for ${config.identity} to connect (${Math.round(waited / 1000)} of ${limit / 1000} s) ...\n`,
    );
    if (await bench.connected(Math.min(remindMs, limit - waited))) return true;
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
