import type { CsmsMutant } from '../types.ts';

/** Progress of a firmware update is answered NotSupported. */
export const knowsNoFirmwareStatus: CsmsMutant = {
  name: 'knows-no-firmware-status',
  role: 'csms',
  requirement: 'L01.FR.01',
  cases: [{ id: 'TC_L_01_CSMS' }],
  harmless: 'TC_M_01_CSMS',
  apply: (parts) => {
    const { FirmwareStatusNotification: _served, ...handlers } = parts.handlers;
    return { ...parts, handlers };
  },
};
