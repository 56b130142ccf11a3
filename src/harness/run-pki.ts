import { join } from 'node:path';
import { createRunPki, type RunPki } from '../pki/issue/index.ts';
import type { Config } from './config/types.ts';
import { packageRoot } from './package-root.ts';

/** The PKI of a configuration, kept in certs/ between runs. */
export function runPki(config: Config, folder = join(packageRoot, 'certs', 'run')): Promise<RunPki> {
  return createRunPki({
    folder,
    serverNames: [config.advertise.host, ...(config.advertise.host === 'localhost' ? ['127.0.0.1'] : [])],
    stationIdentity: config.identity,
    organization: 'Assay',
    includeRsa: true,
  });
}
