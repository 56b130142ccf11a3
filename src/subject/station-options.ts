import { Ajv } from 'ajv';
import type { ClockSetting } from '../clock/index.ts';
import type { EvOptions } from '../rig/model/index.ts';
import type { InitialVariable, NetworkProfile } from '../station/types.ts';

/** What the embedded station is told at its start; plain JSON. */
export interface StationSubjectOptions {
  readonly identity: string;
  /** Name of a personality; `ac-3ph` when left out. */
  readonly personality?: string;
  /** By configuration slot. `url` without the identity. */
  readonly networkProfiles: Readonly<Record<number, NetworkProfile>>;
  readonly password?: string;
  readonly trust?: { readonly csmsRoots?: readonly string[]; readonly manufacturerRoots?: readonly string[] }; // PEM
  readonly clientKeyPair?: { readonly key: string; readonly certificate: string }; // PEM
  /** Laid over the personality's. */
  readonly settings?: readonly InitialVariable[];
  readonly clock?: ClockSetting;
  /** Where the rig port listens; 127.0.0.1 and any free port when left out. */
  readonly rig?: { readonly host?: string; readonly port?: number };
  readonly ev?: Partial<EvOptions>;
  /** Name of a mutant of the station. */
  readonly mutant?: string;
  /** How long a reboot lasts, seconds of OCPP time. */
  readonly rebootSeconds?: number;
}

const text = { type: 'string' };
const number = { type: 'number' };
const texts = { type: 'array', items: text };
const record = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const profile = record({ url: text, securityProfile: { enum: [1, 2, 3] }, messageTimeout: number }, [
  'url',
  'securityProfile',
]);
const variable = record(
  { component: text, variable: text, instance: text, evseId: number, connectorId: number, value: text },
  ['component', 'variable', 'value'],
);
const schema = record(
  {
    identity: { ...text, minLength: 1, maxLength: 48 },
    personality: text,
    networkProfiles: {
      type: 'object',
      patternProperties: { '^[0-9]+$': profile },
      additionalProperties: false,
      minProperties: 1,
    },
    password: text,
    trust: record({ csmsRoots: texts, manufacturerRoots: texts }),
    clientKeyPair: record({ key: text, certificate: text }, ['key', 'certificate']),
    settings: { type: 'array', items: variable },
    clock: record({ epoch: number, wallEpoch: number, factor: { ...number, exclusiveMinimum: 0 } }, [
      'epoch',
      'wallEpoch',
      'factor',
    ]),
    rig: record({ host: text, port: { type: 'integer', minimum: 0, maximum: 65535 } }),
    ev: record({
      batteryWh: number,
      socPercent: number,
      maxPowerW: number,
      maxDcPowerW: number,
      phases: { enum: [1, 3] },
    }),
    mutant: text,
    rebootSeconds: number,
  },
  ['identity', 'networkProfiles'],
);

/** Reads the options from JSON text; throws one line that says what is wrong. */
export function readStationOptions(json: string): StationSubjectOptions {
  const value: unknown = JSON.parse(json);
  const validate = new Ajv({ strictTypes: false }).compile<StationSubjectOptions>(schema);
  if (validate(value)) return value;
  const [error] = validate.errors ?? [];
  const extra: unknown = error?.params['additionalProperty'];
  const name = typeof extra === 'string' ? ` (${extra})` : '';
  throw new Error(
    `options of the embedded station: ${error?.instancePath || 'they'} ${error?.message ?? 'are wrong'}${name}`,
  );
}
