import { Ajv, type ValidateFunction } from 'ajv';
import type { ClockSetting } from '../../clock/index.ts';
import type { RigAct, RigDescription, RigEvent, RigOutcome, RigReading } from './types.ts';

/** The JSON of the rig protocol as it is on the wire, for both ends of it. Unknown members are ignored, except in acts. */
const evse = { type: 'integer', minimum: 1 };
const text = { type: 'string', minLength: 1 };
const number = { type: 'number' };
const boolean = { type: 'boolean' };
const words = (...values: readonly string[]) => ({ enum: values });
const list = (items: object) => ({ type: 'array', items });
const record = (required: object, optional: object = {}) => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
});
const act = (names: readonly string[], required: object, optional: object = {}) => ({
  ...record({ act: words(...names), ...required }, optional),
  additionalProperties: false,
});

const end = words('EV', 'Charging Station');
const actSchema = {
  type: 'object',
  required: ['act'],
  discriminator: { propertyName: 'act' },
  oneOf: [
    act(['park', 'leave'], { evse }),
    act(['plug'], { evse }, { connector: evse, end, half: boolean }),
    act(['unplug'], { evse }, { connector: evse, end }),
    act(['present'], { evse, token: record({ idToken: { type: 'string' }, type: text }) }),
    act(['press'], { evse, button: words('start', 'stop') }),
    act(['choose'], { evse, option: text }),
    act(['charging'], { evse, change: words('suspend', 'resume', 'end') }),
    act(['ask'], {
      evse,
      subject: words('new limits', 'a new contract certificate', 'an updated contract certificate'),
    }),
    act(['power'], { change: words('cycle', 'cut', 'restore') }),
    act(['network'], { change: words('cut', 'restore') }),
    act(['fault'], { change: words('raise', 'clear'), fault: text }, { evse }),
    act(['meter'], { evse, energyWh: { type: 'number', minimum: 0 } }),
    act(['move'], { quantity: text, to: number }, { evse }),
    act(['lock'], { evse, change: words('fail', 'repair') }),
    act(['tamper'], { change: words('open', 'close') }),
  ],
};

const outcomeSchema = record(
  { outcome: words('done', 'no-effect', 'impossible', 'skipped', 'not-done') },
  { reason: { type: 'string' } },
);
const perPhase = record({ L1: number, L2: number, L3: number });
const fault = record({ fault: text }, { evse });
const evseReading = record(
  {
    id: evse,
    bay: words('occupied', 'free', 'unknown'),
    pilot: words('A', 'B', 'C', 'D', 'E', 'F'),
    contactor: words('closed', 'open'),
    connectors: list(
      record({ id: evse, plugged: boolean, halfPlugged: boolean, lock: words('locked', 'unlocked', 'failed', 'none') }),
    ),
    energyWh: number,
    powerW: number,
    currentA: perPhase,
    voltageV: perPhase,
    offeredA: number,
    evState: words('absent', 'connected', 'charging', 'suspended', 'full'),
    temperatureC: number,
  },
  { socPercent: number, display: { type: 'string' } },
);
const readingSchema = record({
  at: number,
  power: words('on', 'off'),
  network: words('up', 'down'),
  tampered: boolean,
  faults: list(fault),
  evses: list(evseReading),
});
const value = { type: ['string', 'number', 'boolean'] };
const eventSchema = record(
  { at: number, sequence: { type: 'integer', minimum: 1 }, type: words('act', 'change') },
  { act: actSchema, outcome: outcomeSchema, quantity: text, evse, connector: evse, from: value, to: value },
);
const connector = record({ id: evse, type: text, fixedCable: boolean, hasLock: boolean });
const descriptionSchema = record({
  evses: list(
    record({
      id: evse,
      phases: { enum: [1, 3] },
      maxCurrent: number,
      voltage: number,
      current: words('AC', 'DC'),
      baySensor: boolean,
      connectors: list(connector),
    }),
  ),
  measures: list(text),
  tokenReader: boolean,
  buttons: list(words('start', 'stop')),
  display: boolean,
});
const clockSchema = record({ epoch: number, wallEpoch: number, factor: { type: 'number', exclusiveMinimum: 0 } });

const ajv = new Ajv({ discriminator: true, allowUnionTypes: true, strictTypes: false });

/** Reads JSON text as a `T`; a text that is none is a `RigFormatError` with one line that says what, where and why. */
export class RigFormatError extends Error {
  override readonly name = 'RigFormatError';
}
function reader<T>(what: string, schema: object): (json: string) => T {
  let validate: ValidateFunction<T> | undefined;
  return (json) => {
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch {
      throw new RigFormatError(`${what} is not JSON: ${json.slice(0, 80)}`);
    }
    validate ??= ajv.compile<T>(schema);
    if (validate(value)) return value;
    const [error] = validate.errors ?? [];
    const choice = error?.params['allowedValues'] ?? '';
    throw new RigFormatError(
      `${what}: ${error?.instancePath || 'it'} ${error?.message ?? 'is wrong'} ${choice}`.trimEnd(),
    );
  };
}

export const readAct = reader<RigAct>('the act', actSchema);
/** `sequence`: number of the last event when the act was over, so that a reader of the stream can wait for it. */
export const readOutcome = reader<RigOutcome & { readonly sequence?: number }>('the outcome', {
  ...outcomeSchema,
  properties: { ...outcomeSchema.properties, sequence: number },
});
export const readReading = reader<RigReading>('the reading', readingSchema);
export const readEvent = reader<RigEvent>('the rig event', eventSchema);
export const readDescription = reader<RigDescription>('the rig description', descriptionSchema);
export const readClockSetting = reader<ClockSetting>('the clock setting', clockSchema);
/** Answer of the clock handshake: OCPP time and wall time of the rig, epoch ms. */
export const readClockAnswer = reader<{ readonly now: number; readonly wallNow: number }>(
  'the clock answer',
  record({ now: number, wallNow: number }),
);
