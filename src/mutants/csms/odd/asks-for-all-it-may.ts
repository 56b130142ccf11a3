import { asksFor } from '../laying/after-boot.ts';
import type { CsmsMutant } from '../types.ts';

/** Asks for just as many variables at once as the station allows. */
export const asksForAllItMay: CsmsMutant = {
  name: 'asks-for-all-it-may',
  role: 'csms',
  requirement: 'B06.FR.05',
  odd: true,
  cases: [{ id: 'TC_B_01_CSMS' }],
  apply: asksFor(64), // our station says 64
};
