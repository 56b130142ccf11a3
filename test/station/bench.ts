import { type RigDescription, RigModel } from '../../src/rig/model/index.ts';
import { createStation, type Station, type StationOptions, type Store } from '../../src/station/index.ts';
import { FakeCsms } from './fake-csms.ts';
import { calm, VirtualClock } from './virtual-clock.ts';

export const description: RigDescription = {
  evses: [1, 2].map((id) => ({
    id,
    phases: 3,
    maxCurrent: 32,
    voltage: 230,
    current: 'AC',
    baySensor: true,
    connectors: [{ id: 1, type: 'sType2', fixedCable: false, hasLock: true }],
  })),
  measures: ['energy', 'power', 'current', 'voltage', 'connector', 'lock', 'contactor', 'pilot'],
  tokenReader: true,
  buttons: ['start', 'stop'],
  display: false,
};

/** Survives a restart; JSON in and out, as a file would. */
export function memoryStore(): Store {
  const values = new Map<string, string>();
  return {
    get<T>(key: string): T | undefined {
      const text = values.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    set: (key, value) => void values.set(key, JSON.stringify(value)),
    delete: (key) => void values.delete(key),
  };
}

export interface Bench {
  readonly clock: VirtualClock;
  readonly csms: FakeCsms;
  readonly rig: RigModel;
  readonly station: Station;
  readonly log: string[];
}

export const settings = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => {
    const [component = '', variable = '', instance] = name.split('.');
    return { component, variable, value, ...(instance === undefined ? {} : { instance }) };
  });

/** A station on its rig in front of a CSMS; not started yet. */
export function bench(options: Partial<StationOptions> & { readonly rigDescription?: RigDescription } = {}): Bench {
  const clock = new VirtualClock();
  const csms = new FakeCsms(clock);
  const { rigDescription = description, ...station } = options;
  const rig = options.rig ?? new RigModel({ description: rigDescription, clock });
  const log: string[] = [];
  return {
    clock,
    csms,
    rig,
    log,
    station: createStation({
      identity: 'CS-1',
      clock,
      rig,
      store: memoryStore(),
      nameplate: { model: 'Model', vendorName: 'Vendor', serialNumber: 'S-1', firmwareVersion: '1.0.0' },
      networkProfiles: { 1: { url: 'ws://csms.example/ocpp', securityProfile: 1 } },
      credentials: { password: 'a-password-of-enough-length' },
      connect: csms.connect,
      log: (text) => log.push(text),
      ...station,
    }),
  };
}

/** Started and accepted; what came with the boot is forgotten. */
export async function booted(options: Parameters<typeof bench>[0] = {}): Promise<Bench> {
  const made = bench(options);
  made.station.start();
  await calm();
  made.csms.clear();
  return made;
}

export const token = { idToken: '04AABBCC', type: 'ISO14443' };
export const otherToken = { idToken: '04DDEEFF', type: 'ISO14443' };

/** Settings by TxStartPoint, TxStopPoint and more. */
export const byStartAndStop = (start: string, stop: string, more: Record<string, string> = {}) =>
  settings({ 'TxCtrlr.TxStartPoint': start, 'TxCtrlr.TxStopPoint': stop, ...more });
export const usual = { settings: byStartAndStop('PowerPathClosed', 'PowerPathClosed') };

/** Plugs in and presents the token; resolves to the transactionId. */
export async function charging(made: Bench, evse = 1): Promise<string> {
  made.rig.perform({ act: 'plug', evse });
  made.rig.perform({ act: 'present', evse, token });
  await calm();
  const id = made.station.transaction(evse)?.transactionId;
  if (id === undefined) throw new Error(`no transaction at EVSE ${evse}`);
  return id;
}

export { calm };
