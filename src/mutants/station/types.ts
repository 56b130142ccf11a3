import type { StationParts } from '../../station/parts.ts';
import type { Mutant } from '../types.ts';

/** A charging station with one requirement of Part 2 broken. */
export type StationMutant = Mutant<StationParts>;
/** Lays the defect over the honest seams. */
export type Defect = (parts: StationParts) => StationParts;
