import { misnaming } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** The new firmware is told as a start of the device. */
export const misnamesUpdatedFirmware: StationMutant = {
  name: 'misnames-updated-firmware',
  role: 'station',
  requirement: 'TC_L_01_CS/step 20',
  cases: [{ id: 'TC_L_01_CS', check: 'TC_L_01_CS/4-state-becomes-firmware-installed' }],
  harmless: 'TC_L_05_CS',
  apply: misnaming('FirmwareUpdated', 'StartupOfTheDevice'),
};
