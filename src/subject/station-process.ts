import { ScaledClock } from '../clock/index.ts';
import { RigModel } from '../rig/model/index.ts';
import { createStation } from '../station/index.ts';
import type { StationParts } from '../station/parts.ts';
import type { StationOptions } from '../station/types.ts';
import { liveAsChild, type RunningSubject, type Say } from './child.ts';
import { personality } from './personalities/index.ts';
import { startRigPort } from './rig-port.ts';
import { watchedMutant } from './seams.ts';
import { readStationOptions, type StationSubjectOptions } from './station-options.ts';
import { memoryStore } from './store.ts';

/** Lays one broken requirement over the honest seams. */
export type StationMutant = (parts: StationParts) => StationParts;
export interface StationSubjectParts {
  /** By name; what `options.mutant` may name. */
  readonly mutants: Readonly<Record<string, StationMutant>>;
  /** Told of `{"mutant":name,"applied":true}` and `{"mutant":name,"exercised":true}`. */
  readonly say?: Say;
  readonly log?: StationOptions['log'];
}

function shapeOf(
  name: string | undefined,
  { mutants, say = () => {} }: StationSubjectParts,
): Pick<StationOptions, 'shape'> {
  if (name === undefined) return {};
  const mutant = mutants[name];
  if (mutant === undefined)
    throw new Error(`no station mutant "${name}"; there are ${Object.keys(mutants).join(', ')}`);
  const applied = () => say({ mutant: name, applied: true });
  const exercised = () => say({ mutant: name, exercised: true });
  return { shape: watchedMutant(mutant, { applied, exercised }) };
}

/** ChargingStationType.model holds 20 characters; a longer name would keep the boot from being sent at all. */
const longestModel = 20;

/**
 * The embedded charging station: the engine on the instrumented rig, with the rig port beside it. The rig's mains feed the
 * engine: a cut kills its link without a close frame and leaves only what the store holds. The rig port stays up.
 */
export async function runStationSubject(
  options: StationSubjectOptions,
  parts: StationSubjectParts,
): Promise<RunningSubject> {
  const { identity, password, trust, clientKeyPair, ev, rebootSeconds } = options;
  const { description, features, settings, name } = personality(options.personality ?? 'ac-3ph');
  const shape = shapeOf(options.mutant, parts);
  const clock = new ScaledClock(options.clock);
  const model = new RigModel({ description, clock, ...(ev === undefined ? {} : { ev }) });
  const port = await startRigPort({ model, clock, onClock: (setting) => clock.adjust(setting), ...options.rig });
  const station = createStation({
    identity,
    clock,
    rig: model,
    store: memoryStore(),
    nameplate: {
      model: name.slice(0, longestModel),
      vendorName: 'Assay',
      serialNumber: identity.slice(0, 25),
      firmwareVersion: '1.0.0',
    },
    networkProfiles: options.networkProfiles,
    features,
    settings: [...settings, ...(options.settings ?? [])],
    ...(password === undefined ? {} : { credentials: { password } }),
    ...(trust === undefined ? {} : { trust }),
    ...(clientKeyPair === undefined ? {} : { clientKeyPair }),
    ...(rebootSeconds === undefined ? {} : { rebootSeconds }),
    ...(parts.log === undefined ? {} : { log: parts.log }),
    ...shape,
  });
  station.start();
  return {
    ready: { role: 'station', rig: port.url, identity, personality: name },
    stop: async () => {
      await station.stop();
      model.close();
      await port.close();
    },
  };
}

/** The embedded station as a child process; options come as the first line of stdin. */
export function stationProcess(mutants: StationSubjectParts['mutants']): Promise<void> {
  return liveAsChild((json, say) => runStationSubject(readStationOptions(json), { mutants, say }));
}
