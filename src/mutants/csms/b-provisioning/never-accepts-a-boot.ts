import type { CsmsMutant } from '../types.ts';

/** Every boot is answered Pending. */
export const neverAcceptsABoot: CsmsMutant = {
  name: 'never-accepts-a-boot',
  role: 'csms',
  requirement: 'B01.FR.02',
  cases: [{ id: 'TC_A_01_CSMS' }, { id: 'TC_B_01_CSMS' }, { id: 'TC_B_02_CSMS' }],
  harmless: 'TC_A_02_CSMS',
  apply: (parts) => ({
    ...parts,
    boot: { ...parts.boot, decide: (record) => ({ ...parts.boot.decide(record), status: 'Pending' }) },
  }),
};
