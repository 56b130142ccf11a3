import { changingProfile } from '../laying/profiles.ts';
import type { CsmsMutant } from '../types.ts';

/** A profile on absolute time has no startSchedule. */
export const tellsNoStartOfASchedule: CsmsMutant = {
  name: 'tells-no-start-of-a-schedule',
  role: 'csms',
  requirement: 'K01.FR.40',
  cases: [{ id: 'TC_K_01_CSMS' }, { id: 'TC_K_60_CSMS' }],
  harmless: 'TC_F_01_CSMS',
  apply: changingProfile((profile) => ({
    ...profile,
    chargingSchedule: profile.chargingSchedule.map(({ startSchedule: _told, ...schedule }) => schedule),
  })),
};
