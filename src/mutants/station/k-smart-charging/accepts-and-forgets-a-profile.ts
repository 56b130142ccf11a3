import { serving } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** A charging profile is accepted and not installed. */
export const acceptsAndForgetsAProfile: StationMutant = {
  name: 'accepts-and-forgets-a-profile',
  role: 'station',
  requirement: 'K01.FR.07',
  cases: [{ id: 'TC_K_01_CS' }, { id: 'TC_K_60_CS' }],
  harmless: 'TC_K_08_CS',
  apply: serving('SetChargingProfile', () => ({ status: 'Accepted' })),
};
