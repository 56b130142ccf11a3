import type { RigDescription } from '../../rig/model/index.ts';
import type { InitialVariable, StationFeatures } from '../../station/types.ts';
import { acOnePhaseSocket, acThreePhase, dcFast, withoutReader } from './hardware.ts';
import { type Pics, picsOf } from './pics.ts';

/** A product that the embedded station can be. */
export interface Personality {
  readonly name: string;
  readonly description: RigDescription;
  readonly features: StationFeatures;
  /** Values of variables as they leave the factory, where they differ from the engine's. */
  readonly settings: readonly InitialVariable[];
  readonly pics: Pics;
}

interface Draft {
  readonly description: RigDescription;
  readonly features?: StationFeatures;
  readonly settings?: readonly InitialVariable[];
  /** Charging is free: nobody is asked for a token (C02). */
  readonly free?: boolean;
}

const drafts: Readonly<Record<string, Draft>> = {
  'ac-3ph': { description: acThreePhase },
  'ac-1ph-socket': { description: acOnePhaseSocket },
  dc: { description: dcFast },
  'no-smart-charging': { description: acThreePhase, features: { smartCharging: false } },
  'additional-root-check': {
    description: acThreePhase,
    settings: [{ component: 'SecurityCtrlr', variable: 'AdditionalRootCertificateCheck', value: 'true' }],
  },
  'no-authorization': {
    description: withoutReader(acThreePhase, ['start', 'stop']),
    features: { authCache: false, localAuthList: false },
    settings: [{ component: 'AuthCtrlr', variable: 'Enabled', value: 'false' }],
    free: true,
  },
  'remote-only': {
    description: withoutReader(acOnePhaseSocket),
    features: { remoteOnly: true, authCache: false, localAuthList: false },
  },
};

export const personalityNames: readonly string[] = Object.keys(drafts);

/** The personality of this name; throws with the names there are. */
export function personality(name: string): Personality {
  const draft = drafts[name];
  if (draft === undefined) throw new Error(`no personality "${name}"; there are ${personalityNames.join(', ')}`);
  const { description, features = {}, settings = [], free = false } = draft;
  return { name, description, features, settings, pics: picsOf(description, features, settings, free) };
}

export type { Pics } from './pics.ts';
