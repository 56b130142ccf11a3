import type { StationMutant } from '../types.ts';

/** No new root is installed. */
export const refusesARoot: StationMutant = {
  name: 'refuses-a-root',
  role: 'station',
  requirement: 'M05.FR.02',
  cases: [{ id: 'TC_M_01_CS', check: 'TC_M_01_CS/2-responds-install-certificate-response' }],
  harmless: 'TC_E_28_CS',
  apply: (parts) => ({
    ...parts,
    certificates: { ...parts.certificates, installable: () => 'no room for other roots' },
  }),
};
