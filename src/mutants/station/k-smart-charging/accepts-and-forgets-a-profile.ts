import { serving } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** A charging profile is accepted and not installed. */
export const acceptsAndForgetsAProfile: StationMutant = {
  name: 'accepts-and-forgets-a-profile',
  role: 'station',
  requirement: 'K01.FR.07',
  cases: [
    { id: 'TC_K_01_CS', check: 'TC_K_01_CS/4-responds-get-charging-profiles-response' },
    { id: 'TC_K_60_CS', check: 'TC_K_60_CS/5-responds-get-charging-profiles-response' },
  ],
  harmless: 'TC_K_08_CS',
  apply: serving('SetChargingProfile', () => ({ status: 'Accepted' })),
};
