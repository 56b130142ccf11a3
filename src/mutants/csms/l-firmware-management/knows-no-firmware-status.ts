import type { CsmsMutant } from '../types.ts';

/** Progress of a firmware update is answered NotSupported. */
export const knowsNoFirmwareStatus: CsmsMutant = {
  name: 'knows-no-firmware-status',
  role: 'csms',
  requirement: 'L01.FR.01',
  cases: [{ id: 'TC_L_01_CSMS', check: 'TC_L_01_CSMS/8-responds-6-firmware-status-notification-responses' }],
  harmless: 'TC_M_01_CSMS',
  apply: (parts) => ({
    ...parts,
    handlers: { ...parts.handlers, FirmwareStatusNotification: () => ({ kind: 'error', errorCode: 'NotSupported' }) },
  }),
};
