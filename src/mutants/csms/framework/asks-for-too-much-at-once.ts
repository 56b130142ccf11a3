import { asksFor } from '../laying/after-boot.ts';
import type { CsmsMutant } from '../types.ts';

/** Once it knows how many variables a request may hold, it asks for more. */
export const asksForTooMuchAtOnce: CsmsMutant = {
  name: 'asks-for-too-much-at-once',
  role: 'csms',
  requirement: 'B06.FR.05',
  cases: [{ id: 'TC_B_01_CSMS', check: 'monitor/message-limits' }],
  harmless: 'TC_A_03_CSMS',
  apply: asksFor(65), // our station says 64
};
