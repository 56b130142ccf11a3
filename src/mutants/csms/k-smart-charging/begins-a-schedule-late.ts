import { changingProfile } from '../laying/profiles.ts';
import type { CsmsMutant } from '../types.ts';

/** The first period of a schedule begins a minute after the schedule. */
export const beginsAScheduleLate: CsmsMutant = {
  name: 'begins-a-schedule-late',
  role: 'csms',
  requirement: 'K01.FR.31',
  cases: [
    { id: 'TC_K_01_CSMS', check: 'TC_K_01_CSMS/2-sends-set-charging-profile-request' },
    { id: 'TC_K_60_CSMS', check: 'TC_K_60_CSMS/3-sends-set-charging-profile-request' },
  ],
  harmless: 'TC_F_01_CSMS',
  apply: changingProfile((profile) => ({
    ...profile,
    chargingSchedule: profile.chargingSchedule.map((schedule) => ({
      ...schedule,
      chargingSchedulePeriod: schedule.chargingSchedulePeriod.map((period, index) =>
        index === 0 ? { ...period, startPeriod: 60 } : period,
      ),
    })),
  })),
};
