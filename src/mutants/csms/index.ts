import type { CsmsParts } from '../../csms/parts.ts';
import type { Mutant } from '../types.ts';
export const csmsMutants: Readonly<Record<string, Mutant<CsmsParts>>> = {};
