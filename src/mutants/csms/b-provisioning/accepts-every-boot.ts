import type { CsmsMutant } from '../types.ts';

/** A station that is to wait is accepted at once. */
export const acceptsEveryBoot: CsmsMutant = {
  name: 'accepts-every-boot',
  role: 'csms',
  requirement: 'B02.FR.01',
  cases: [{ id: 'TC_B_02_CSMS', check: 'TC_B_02_CSMS/3-responds-boot-notification-response' }],
  harmless: 'TC_B_01_CSMS',
  apply: (parts) => ({
    ...parts,
    boot: { ...parts.boot, decide: (record) => ({ ...parts.boot.decide(record), status: 'Accepted' }) },
  }),
};
