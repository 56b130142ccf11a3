import type { Config, Deadline, Fixtures, KeyPairFiles, OperatorConfig, RigConfig, TokenFixture } from './types.ts';

/** A configuration as written, after the schema has accepted it: everything but role and identity may be missing. */
export interface WrittenConfig extends Partial<Omit<Config, 'sut' | 'identity' | 'pics' | 'picsSources' | Sections>> {
  readonly sut: Config['sut'];
  readonly identity: string;
  readonly listen?: Partial<Config['listen']>;
  readonly advertise?: Partial<Config['advertise']>;
  readonly csms?: Partial<Config['csms']>;
  readonly rig?: Partial<RigConfig>;
  readonly operator?: Partial<OperatorConfig>;
  readonly fixtures?: Partial<Omit<Fixtures, 'tokens'>> & {
    readonly tokens?: Readonly<Record<string, Omit<TokenFixture, 'status'> & Partial<TokenFixture>>>;
  };
  readonly durations?: Readonly<Record<string, number>>;
  readonly deadlines?: Partial<Readonly<Record<Deadline, number>>>;
  /** Answers by code, or a file that holds them. */
  readonly pics?: string | Readonly<Record<string, unknown>>;
}
type Sections = 'listen' | 'advertise' | 'csms' | 'rig' | 'operator' | 'fixtures' | 'durations' | 'deadlines';
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
  'reboot time': 120,
  'reconnect time': 60,
  'sampled interval': 30,
  'schedule duration': 300,
  'transaction duration': 5,
  'upload time': 120,
};

const defaultDeadlines: Readonly<Record<Deadline, number>> = {
  connection: 120,
  boot: 180,
  response: 30,
  message: 30,
  transaction: 30,
  file: 300,
  rig: 120,
};

const defaultTokens: Readonly<Record<string, TokenFixture>> = {
  'valid token': { idToken: 'ASSAY0001', type: 'ISO14443', status: 'Accepted' },
  'valid token 2': { idToken: 'ASSAY0002', type: 'ISO14443', status: 'Accepted' },
  'unknown token': { idToken: 'ASSAY9999', type: 'ISO14443', status: 'Unknown' },
  'invalid token': { idToken: 'ASSAY9998', type: 'ISO14443', status: 'Invalid' },
  'blocked token': { idToken: 'ASSAY9997', type: 'ISO14443', status: 'Blocked' },
};

/** A token that nobody wrote into the configuration. */
export const isDefaultToken = (name: string, token: TokenFixture): boolean => defaultTokens[name] === token;

const keyPair = ({ certificate, key }: KeyPairFiles, resolve: Resolve): KeyPairFiles => ({
  certificate: resolve(certificate),
  key: resolve(key),
});

function operator(written: Partial<OperatorConfig>, resolve: Resolve): OperatorConfig {
  const table = written.table === undefined ? {} : { table: resolve(written.table) };
  return { driver: 'prompt', timeout: 300, unavailable: [], ...written, ...table };
}

function fixtures(
  { tokens, firmware, ...written }: NonNullable<WrittenConfig['fixtures']>,
  resolve: Resolve,
): Fixtures {
  const named = Object.entries(tokens ?? {}).map(([name, token]): [string, TokenFixture] => [
    name,
    { status: 'Accepted', ...token },
  ]);
  const image =
    firmware === undefined
      ? {}
      : {
          firmware: {
            ...firmware,
            file: resolve(firmware.file),
            signature: resolve(firmware.signature),
            signingCertificate: resolve(firmware.signingCertificate),
          },
        };
  return {
    evse: 1,
    connector: 1,
    evses: 1,
    display: { priority: 'NormalCycle', format: 'UTF8', content: 'Assay shows this message' },
    stackLevel: 0,
    chargingRateUnit: 'A',
    phases: 3,
    voltage: 230,
    maxCurrent: 16,
    ...written,
    ...image,
    tokens: { ...defaultTokens, ...Object.fromEntries(named) },
  };
}

function csms(written: Partial<Config['csms']>, resolve: Resolve): Config['csms'] {
  const { endpoints = {}, roots = [], client, clientExpired, clientOfAnotherStation, rootToInstall } = written;
  return {
    endpoints,
    roots: roots.map(resolve),
    ...(client === undefined ? {} : { client: keyPair(client, resolve) }),
    ...(clientExpired === undefined ? {} : { clientExpired: keyPair(clientExpired, resolve) }),
    ...(clientOfAnotherStation === undefined
      ? {}
      : { clientOfAnotherStation: keyPair(clientOfAnotherStation, resolve) }),
    ...(rootToInstall === undefined ? {} : { rootToInstall: resolve(rootToInstall) }),
  };
}

/** Answers that a program gave; a file is read by whoever loads the configuration. */
function answered(pics: WrittenConfig['pics']): Readonly<Record<string, boolean>> {
  const given = typeof pics === 'object' ? Object.entries(pics) : [];
  return Object.fromEntries(given.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'));
}

/** Completes a checked configuration; `resolve` makes file names absolute. */
export function withDefaults(written: WrittenConfig, resolve: Resolve): Config {
  return {
    securityProfile: 2,
    password: '',
    tolerance: 4,
    mode: 'local',
    txStartPoint: ['EVConnected', 'Authorized'],
    txStopPoint: ['EVConnected'],
    clockFactor: 1,
    subject: written.identity,
    restore: true,
    ...written,
    pics: answered(written.pics),
    picsSources: {},
    listen: {
      host: '127.0.0.1',
      path: '/ocpp',
      ports: { 1: 9210, 2: 9211, 3: 9212 },
      filePort: 9220,
      ...written.listen,
    },
    advertise: { host: 'localhost', ...written.advertise },
    csms: csms(written.csms ?? {}, resolve),
    rig: {
      driver: 'prompt',
      timeout: 300,
      evses: [{ id: 1 }],
      tokenReader: true,
      buttons: [],
      display: false,
      ...written.rig,
    },
    operator: operator(written.operator ?? {}, resolve),
    fixtures: fixtures(written.fixtures ?? {}, resolve),
    durations: { ...defaultDurations, ...written.durations },
    deadlines: { ...defaultDeadlines, ...written.deadlines },
  };
}
