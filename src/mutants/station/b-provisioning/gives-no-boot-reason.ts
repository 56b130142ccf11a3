import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** Whatever made it boot, the station does not know. */
export const givesNoBootReason: StationMutant = {
  name: 'gives-no-boot-reason',
  role: 'station',
  requirement: 'B01.FR.09',
  cases: [
    { id: 'TC_B_01_CS', check: 'TC_B_01_CS/2-sends-boot-notification-request' },
    { id: 'TC_B_21_CS', check: 'TC_B_21_CS/6-sends-boot-notification-request' },
  ],
  harmless: 'TC_B_06_CS',
  apply: changingRequest('BootNotification', (boot) => ({ ...boot, reason: 'Unknown' })),
};
