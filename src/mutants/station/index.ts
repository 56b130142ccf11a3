import type { StationParts } from '../../station/parts.ts';
import type { Mutant } from '../types.ts';
export const stationMutants: Readonly<Record<string, Mutant<StationParts>>> = {};
