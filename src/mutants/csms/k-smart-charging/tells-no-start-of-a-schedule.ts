import { changingProfile } from '../laying/profiles.ts';
import type { CsmsMutant } from '../types.ts';

/** A profile on absolute time has no startSchedule. */
export const tellsNoStartOfASchedule: CsmsMutant = {
  name: 'tells-no-start-of-a-schedule',
  role: 'csms',
  requirement: 'K01.FR.40',
  cases: [
    { id: 'TC_K_01_CSMS', check: 'TC_K_01_CSMS/2-sends-set-charging-profile-request' },
    { id: 'TC_K_60_CSMS', check: 'TC_K_60_CSMS/3-sends-set-charging-profile-request' },
  ],
  harmless: 'TC_F_01_CSMS',
  apply: changingProfile((profile) => ({
    ...profile,
    chargingSchedule: profile.chargingSchedule.map(({ startSchedule: _told, ...schedule }) => schedule),
  })),
};
