import { Ajv } from 'ajv';
import type { ClockSetting } from '../clock/index.ts';
import type { FirmwareImage, KnownCertificate, StationProvision, TokenProvision } from '../csms/index.ts';
import type { Authority } from '../pki/issue/index.ts';
import type { SecurityProfile } from '../transport/types.ts';

/** One endpoint of the embedded CSMS; profile 1 has no TLS, profile 3 wants client roots. */
export interface CsmsEndpointOptions {
  readonly securityProfile: SecurityProfile;
  /** 127.0.0.1 when left out. */
  readonly host?: string;
  /** Any free one when left out. */
  readonly port?: number;
  /** `/ocpp` when left out. */
  readonly path?: string;
  /** Host name in the URLs given to stations; the host when left out. */
  readonly advertisedHost?: string;
  readonly tls?: {
    /** PEM; EC and RSA together serve all four suites (A00.FR.421). */
    readonly keys: readonly { readonly key: string; readonly certificate: string }[];
    readonly clientRoots?: readonly string[];
  };
}

/** What the embedded CSMS is told at its start; plain JSON. */
export interface CsmsSubjectOptions {
  readonly endpoints: readonly CsmsEndpointOptions[];
  readonly stations: readonly StationProvision[];
  readonly tokens?: readonly TokenProvision[];
  readonly firmware?: readonly FirmwareImage[];
  /** Images the subject serves itself: base64 content, signed already; their URLs are its own file server's. */
  readonly ownFirmware?: readonly (Omit<FirmwareImage, 'location'> & { readonly content: string })[];
  readonly certificates?: readonly KnownCertificate[];
  /** Signs certificate signing requests; left out, they are rejected (A02.FR.12). */
  readonly authority?: Authority;
  /** Organization a client certificate must name (A00.FR.404). */
  readonly organization?: string;
  readonly heartbeatInterval?: number;
  readonly bootRetryInterval?: number;
  readonly pricePerKwh?: number;
  readonly logUploadUrl?: string;
  readonly clock?: ClockSetting;
  /** Port of the operator API on loopback; any free one when left out. */
  readonly operatorPort?: number;
  /** Name of a mutant of the CSMS. */
  readonly mutant?: string;
}

const text = { type: 'string' };
const number = { type: 'number' };
const port = { type: 'integer', minimum: 0, maximum: 65535 };
const profile = { enum: [1, 2, 3] };
const list = (items: object) => ({ type: 'array', items });
const record = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const keyPair = record({ key: text, certificate: text }, ['key', 'certificate']);
const endpoint = record(
  {
    securityProfile: profile,
    host: text,
    port,
    path: text,
    advertisedHost: text,
    tls: record({ keys: { ...list(keyPair), minItems: 1 }, clientRoots: list(text) }, ['keys']),
  },
  ['securityProfile'],
);
const station = record(
  {
    identity: { ...text, minLength: 1, maxLength: 48 },
    password: text,
    serialNumber: text,
    securityProfiles: list(profile),
    bootStatuses: list({ enum: ['Accepted', 'Pending', 'Rejected'] }),
    phases: { enum: [1, 3] },
  },
  ['identity', 'securityProfiles'],
);
const token = record({ idToken: text, type: text, status: text, groupIdToken: text, evseIds: list(number) }, [
  'idToken',
  'type',
  'status',
]);
const firmware = record({ name: text, location: text, signature: text, signingCertificate: text, checksum: text }, [
  'name',
  'location',
]);
const ownFirmware = record({ name: text, content: text, signature: text, signingCertificate: text, checksum: text }, [
  'name',
  'content',
]);
const schema = record(
  {
    endpoints: { ...list(endpoint), minItems: 1 },
    stations: list(station),
    tokens: list(token),
    firmware: list(firmware),
    ownFirmware: list(ownFirmware),
    certificates: list(record({ name: text, pem: text, issuerPem: text }, ['name', 'pem'])),
    authority: record(
      { keyType: { enum: ['EC', 'RSA'] }, certificate: text, key: text, intermediates: text, root: text },
      ['keyType', 'certificate', 'key', 'intermediates', 'root'],
    ),
    organization: text,
    heartbeatInterval: number,
    bootRetryInterval: number,
    pricePerKwh: number,
    logUploadUrl: text,
    clock: record({ epoch: number, wallEpoch: number, factor: { ...number, exclusiveMinimum: 0 } }, [
      'epoch',
      'wallEpoch',
      'factor',
    ]),
    operatorPort: port,
    mutant: text,
  },
  ['endpoints', 'stations'],
);

/** Reads the options from JSON text; throws one line that says what is wrong. */
export function readCsmsOptions(json: string): CsmsSubjectOptions {
  const value: unknown = JSON.parse(json);
  const validate = new Ajv({ strictTypes: false }).compile<CsmsSubjectOptions>(schema);
  if (validate(value)) return value;
  const [error] = validate.errors ?? [];
  const extra: unknown = error?.params['additionalProperty'];
  const name = typeof extra === 'string' ? ` (${extra})` : '';
  throw new Error(
    `options of the embedded CSMS: ${error?.instancePath || 'they'} ${error?.message ?? 'are wrong'}${name}`,
  );
}
