import { views } from '../check/names.ts';
import { hands as actsOfHands, assets as assetNames, serverCertificates, states } from '../check/sentence-names.ts';

/** The closed lists that the parameter types of steps/ are made of. */
export const acts: readonly string[] = Object.values(actsOfHands).flat();
export const hands: readonly string[] = Object.keys(actsOfHands);
export const stateNames: readonly string[] = [...new Set([...states.station, ...states.csms])];
export const viewNames: readonly string[] = Object.keys(views);
export const assets: readonly string[] = assetNames;
export const certificates: readonly string[] = serverCertificates;
export { conditions, connectorStatuses, links } from '../check/sentence-names.ts';
