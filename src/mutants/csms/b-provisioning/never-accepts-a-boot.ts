import type { CsmsMutant } from '../types.ts';

/** Every boot is answered Pending. */
export const neverAcceptsABoot: CsmsMutant = {
  name: 'never-accepts-a-boot',
  role: 'csms',
  requirement: 'B01.FR.02',
  cases: [
    { id: 'TC_A_01_CSMS', check: 'TC_A_01_CSMS/4-responds-boot-notification-response' },
    { id: 'TC_B_01_CSMS', check: 'TC_B_01_CSMS/2-responds-boot-notification-response' },
    { id: 'TC_B_02_CSMS', check: 'TC_B_02_CSMS/7-responds-boot-notification-response' },
  ],
  harmless: 'TC_A_02_CSMS',
  apply: (parts) => ({
    ...parts,
    boot: { ...parts.boot, decide: (record) => ({ ...parts.boot.decide(record), status: 'Pending' }) },
  }),
};
