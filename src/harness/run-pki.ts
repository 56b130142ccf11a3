import { isIP } from 'node:net';
import { join } from 'node:path';
import { createRunPki, keepsRoots, type RunPki } from '../pki/issue/index.ts';
import { sutsOf, UsageError } from './config/load.ts';
import { fileNameOf } from './config/suts.ts';
import type { Config } from './config/types.ts';
import { packageRoot } from './package-root.ts';

/** Names in the server certificate; a URL of security profile 1 may hold an address, for nobody looks at a certificate there. */
function serverNames({ advertise: { host }, securityProfile }: Config): string[] {
  if (host === 'localhost') return [host, '127.0.0.1'];
  if (isIP(host) === 0) return [host];
  if (securityProfile === 1) return ['localhost', host];
  throw new UsageError(
    `advertise.host: ${host} is an address; with security profile ${securityProfile} give a name that the charger can resolve to it (A00.FR.510)`,
  );
}

const ownFolder = join(packageRoot, 'certs', 'run');

/** The PKI of a configuration, kept in certs/ between runs. */
export async function runPki(config: Config, folder = ownFolder): Promise<RunPki> {
  return createRunPki({ folder, ...requestOf(config) });
}

/** Makes the roots in certs/run that several subjects share, unless they are there; before processes ask for them at once. */
export async function sharedRoots(config: Config): Promise<void> {
  if (!(await keepsRoots(ownFolder))) await runPki(config);
}

/** The PKI of one of several subjects: certificates of its own below certs/run, the roots of all in certs/run itself. */
async function pkiOfSut(config: Config): Promise<RunPki> {
  await sharedRoots(config);
  return createRunPki({
    folder: join(ownFolder, fileNameOf(config.identity)),
    rootsFolder: ownFolder,
    ...requestOf(config),
  });
}

/** The PKI for what a configuration file describes: of one subject, or of one of several. */
export const pkiFor = (file: string, config: Config): Promise<RunPki> =>
  sutsOf(file).length === 0 ? runPki(config) : pkiOfSut(config);

function requestOf(config: Config) {
  return {
    serverNames: serverNames(config),
    stationIdentity: config.identity,
    organization: 'Assay',
    includeRsa: true,
  };
}
