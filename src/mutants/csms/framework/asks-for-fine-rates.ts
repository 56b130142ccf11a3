import { changingProfile } from '../laying/profiles.ts';
import type { CsmsMutant } from '../types.ts';

/** The minChargingRate of its profiles has two decimals. */
export const asksForFineRates: CsmsMutant = {
  name: 'asks-for-fine-rates',
  role: 'csms',
  requirement: 'Part 2, 2.12',
  cases: [{ id: 'TC_K_01_CSMS', check: 'monitor/decimals' }],
  harmless: 'TC_B_01_CSMS',
  apply: changingProfile((profile) => ({
    ...profile,
    chargingSchedule: profile.chargingSchedule.map((schedule) => ({ ...schedule, minChargingRate: 6.25 })),
  })),
};
