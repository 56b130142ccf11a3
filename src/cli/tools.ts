import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { completeConfig, packageRoot, runPki, UsageError } from '../harness/index.ts';
import { ownFirmware, personalityNames, runCsmsSubject, runStationSubject } from '../subject/index.ts';
import type { SecurityProfile } from '../transport/types.ts';

export interface StationTool {
  readonly url: string;
  readonly identity: string;
  readonly password?: string;
  readonly securityProfile: string;
  readonly root?: string;
  readonly personality: string;
  readonly rigPort: string;
}
export interface CsmsTool {
  readonly identity: string;
  readonly password: string;
  readonly ports: string;
  readonly operatorPort: string;
}

function profileOf(text: string): SecurityProfile {
  if (text === '1' || text === '2' || text === '3') return Number(text) as SecurityProfile;
  throw new UsageError(`--security-profile ${text}: must be 1, 2 or 3`);
}

function portOf(option: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new UsageError(`${option} ${text}: must be a port from 0 to 65535`);
}

/** Runs until Ctrl-C. */
function untilStopped(stop: () => Promise<void>): Promise<void> {
  return new Promise((done) => {
    const end = () => void stop().then(done);
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}

const pemOf = (option: string, file: string): string => {
  try {
    return readFileSync(resolve(file), 'utf8');
  } catch {
    throw new UsageError(`${option} ${file}: cannot be read; give a PEM file`);
  }
};

/** `assay station`: the embedded charging station on its own, as if it were a product. */
export async function stationTool(options: StationTool): Promise<void> {
  if (!/^wss?:\/\//.test(options.url)) {
    throw new UsageError(`--url ${options.url}: must begin with ws:// or wss://`);
  }
  const securityProfile = profileOf(options.securityProfile);
  if (!personalityNames.includes(options.personality)) {
    throw new UsageError(`--personality ${options.personality}: there are ${personalityNames.join(', ')}`);
  }
  const pki = await runPki(completeConfig({ sut: 'station', identity: options.identity }));
  const roots =
    options.root === undefined
      ? [pki.csms.EC.certificate, pki.csms.RSA?.certificate ?? '']
      : [pemOf('--root', options.root)];
  const running = await runStationSubject(
    {
      identity: options.identity,
      personality: options.personality,
      networkProfiles: { 1: { url: options.url, securityProfile } },
      ...(options.password === undefined ? {} : { password: options.password }),
      trust: { csmsRoots: roots.filter((root) => root !== ''), manufacturerRoots: [pki.manufacturer.certificate] },
      clientKeyPair: pki.stations.valid,
      rig: { port: portOf('--rig-port', options.rigPort) },
      rebootSeconds: 2,
    },
    { mutants: {} },
  );
  process.stdout.write(
    `charging station ${options.identity} (${options.personality}) connects to ${options.url}/${options.identity}\nrig port ${String(running.ready['rig'])}\nCtrl-C ends it.\n`,
  );
  await untilStopped(() => running.stop());
}

/** `assay csms`: the embedded CSMS on its own, with its operator page. */
export async function csmsTool(options: CsmsTool): Promise<void> {
  const pki = await runPki(completeConfig({ sut: 'csms', identity: options.identity }));
  const [one = '9310', two = '9311', three = '9312'] = options.ports.split(',');
  const tls = { keys: pki.servers.valid };
  const clientRoots = [pki.csms.EC.certificate, ...(pki.csms.RSA === undefined ? [] : [pki.csms.RSA.certificate])];
  const tokens = completeConfig({ sut: 'csms', identity: options.identity }).fixtures.tokens;
  const running = await runCsmsSubject(
    {
      endpoints: [
        { securityProfile: 1, port: portOf('--ports', one) },
        { securityProfile: 2, port: portOf('--ports', two), tls, advertisedHost: 'localhost' },
        {
          securityProfile: 3,
          port: portOf('--ports', three),
          tls: { ...tls, clientRoots },
          advertisedHost: 'localhost',
        },
      ],
      stations: [
        {
          identity: options.identity,
          password: options.password,
          serialNumber: options.identity,
          securityProfiles: [1, 2, 3],
        },
      ],
      tokens: provisioned(tokens),
      ownFirmware: await ownFirmware(pki),
      certificates: [
        { name: 'CSMSRoot', pem: pki.csms.EC.certificate },
        { name: 'new CSMS root', pem: pki.newCsms.EC.certificate },
      ],
      authority: pki.csms.EC,
      operatorPort: portOf('--operator-port', options.operatorPort),
    },
    { mutants: {} },
  );
  const endpoints = running.ready['endpoints'];
  const rows = Object.entries(typeof endpoints === 'object' && endpoints !== null ? endpoints : {}).map(
    ([profile, url]) => `  security profile ${profile}  ${String(url)}`,
  );
  process.stdout.write(
    `CSMS for the station ${options.identity}\n${rows.join('\n')}\noperator page ${String(running.ready['operator'])}\nroot certificates ${join(packageRoot, 'certs', 'run')}: csms-root-ec.pem, csms-root-rsa.pem\nCtrl-C ends it.\n`,
  );
  await untilStopped(() => running.stop());
}

const statuses = [
  'Accepted',
  'Blocked',
  'ConcurrentTx',
  'Expired',
  'Invalid',
  'NoCredit',
  'NotAllowedTypeEVSE',
  'NotAtThisLocation',
  'NotAtThisTime',
  'Unknown',
] as const;
const types = [
  'Central',
  'eMAID',
  'ISO14443',
  'ISO15693',
  'KeyCode',
  'Local',
  'MacAddress',
  'NoAuthorization',
] as const;

/** Token fixtures as an embedded CSMS is told them; a word outside OCPP's list is left out. */
export function provisioned(
  tokens: Readonly<
    Record<
      string,
      { readonly idToken: string; readonly type: string; readonly status: string; readonly group?: string }
    >
  >,
) {
  return Object.values(tokens).flatMap(({ idToken, type, status, group }) => {
    const [ocppType, ocppStatus] = [types.find((each) => each === type), statuses.find((each) => each === status)];
    if (ocppType === undefined || ocppStatus === undefined) return [];
    return [{ idToken, type: ocppType, status: ocppStatus, ...(group === undefined ? {} : { groupIdToken: group }) }];
  });
}
