import type { CsmsParts } from '../../csms/parts.ts';
import type { Mutant } from '../types.ts';

/** A CSMS with one requirement of Part 2 broken. */
export type CsmsMutant = Mutant<CsmsParts>;
/** Lays the defect over the honest seams. */
export type Defect = (parts: CsmsParts) => CsmsParts;
