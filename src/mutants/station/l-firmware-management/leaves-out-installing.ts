import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** Legal: a bootloader that cannot speak OCPP installs after the reboot that was told (L01.FR.23). */
export const leavesOutInstalling: StationMutant = {
  name: 'leaves-out-installing',
  role: 'station',
  requirement: 'L01.FR.01',
  cases: [{ id: 'TC_L_01_CS' }],
  odd: true,
  apply: changingRequest('FirmwareStatusNotification', (notice) =>
    notice.status === 'Installing' ? undefined : notice,
  ),
};
