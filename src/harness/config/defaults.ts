import type { Config, Fixtures, KeyPairFiles, OperatorConfig, RigConfig } from './types.ts';

type Values = Readonly<Record<string, unknown>>;
type Resolve = (path: string) => string;

/** Defaults of the named durations: the official document's own where it has one, OCPP seconds. */
export const defaultDurations: Readonly<Record<string, number>> = {
  'aligned interval': 60,
  'back-off minimum': 10,
  'boot retry time': 30,
  'boot time': 60,
  'cert signing wait': 30,
  'certificate signing time': 30,
  'cost update time': 30,
  'download time': 300,
  'ended interval': 30,
  'EV connection timeout': 30,
  'firmware delay': 30,
  'heartbeat interval': 60,
  'log retry interval': 10,
  'long operation': 60,
  'message attempt interval': 10,
  'message timeout': 30,
  'meter interval': 30,
  'offline threshold': 60,
  'reconnect time': 60,
  'reboot time': 120,
  'sampled interval': 30,
  'schedule duration': 300,
  'transaction duration': 5,
  'upload time': 120,
};

const defaultDeadlines = {
  connection: 120,
  boot: 180,
  response: 30,
  message: 30,
  transaction: 30,
  file: 300,
  rig: 120,
};

const defaultTokens = {
  'valid token': { idToken: 'ASSAY0001', type: 'ISO14443', status: 'Accepted' },
  'valid token 2': { idToken: 'ASSAY0002', type: 'ISO14443', status: 'Accepted' },
  'unknown token': { idToken: 'ASSAY9999', type: 'ISO14443', status: 'Unknown' },
  'invalid token': { idToken: 'ASSAY9998', type: 'ISO14443', status: 'Invalid' },
  'blocked token': { idToken: 'ASSAY9997', type: 'ISO14443', status: 'Blocked' },
};

const section = (values: Values, key: string): Values => (values[key] ?? {}) as Values;

function keyPair(value: unknown, resolve: Resolve): KeyPairFiles {
  const { certificate, key } = value as KeyPairFiles;
  return { certificate: resolve(certificate), key: resolve(key) };
}

function rig(values: Values): RigConfig {
  return {
    driver: 'prompt',
    timeout: 300,
    evses: [{ id: 1 }],
    tokenReader: true,
    buttons: [],
    display: false,
    ...values,
  } as RigConfig;
}

function operator(values: Values, resolve: Resolve): OperatorConfig {
  const table = values['table'] === undefined ? {} : { table: resolve(String(values['table'])) };
  return { driver: 'prompt', timeout: 300, unavailable: [], ...values, ...table } as OperatorConfig;
}

function fixtures(values: Values, resolve: Resolve): Fixtures {
  const tokens = Object.entries({ ...defaultTokens, ...section(values, 'tokens') }).map(([name, token]) => [
    name,
    { status: 'Accepted', ...(token as object) },
  ]);
  const firmware = values['firmware'] as Record<string, string> | undefined;
  return {
    evse: 1,
    connector: 1,
    evses: 1,
    stackLevel: 0,
    chargingRateUnit: 'A',
    phases: 3,
    voltage: 230,
    maxCurrent: 16,
    ...values,
    tokens: Object.fromEntries(tokens),
    ...(firmware === undefined
      ? {}
      : {
          firmware: {
            ...firmware,
            file: resolve(String(firmware['file'])),
            signature: resolve(String(firmware['signature'])),
            signingCertificate: resolve(String(firmware['signingCertificate'])),
          },
        }),
  } as Fixtures;
}

function csms(values: Values, resolve: Resolve): Config['csms'] {
  const pair = (key: string) => (values[key] === undefined ? {} : { [key]: keyPair(values[key], resolve) });
  return {
    endpoints: section(values, 'endpoints'),
    roots: ((values['roots'] as string[] | undefined) ?? []).map(resolve),
    ...pair('client'),
    ...pair('clientOfAnotherStation'),
    ...pair('clientExpired'),
    ...(values['rootToInstall'] === undefined ? {} : { rootToInstall: resolve(String(values['rootToInstall'])) }),
  } as Config['csms'];
}

/** Completes a checked configuration; `resolve` makes file names absolute. */
export function withDefaults(values: Values, resolve: Resolve): Config {
  const listen = section(values, 'listen');
  return {
    securityProfile: 2,
    password: '',
    tolerance: 4,
    mode: 'local',
    txStartPoint: ['EVConnected', 'Authorized'],
    txStopPoint: ['EVConnected'],
    pics: {},
    clockFactor: 1,
    subject: String(values['identity']),
    restore: true,
    ...values,
    listen: { host: '127.0.0.1', path: '/ocpp', ports: { 1: 9210, 2: 9211, 3: 9212 }, filePort: 9220, ...listen },
    advertise: { host: 'localhost', ...section(values, 'advertise') },
    csms: csms(section(values, 'csms'), resolve),
    rig: rig(section(values, 'rig')),
    operator: operator(section(values, 'operator'), resolve),
    fixtures: fixtures(section(values, 'fixtures'), resolve),
    durations: { ...defaultDurations, ...section(values, 'durations') },
    deadlines: { ...defaultDeadlines, ...section(values, 'deadlines') },
  } as unknown as Config;
}
