import { changingRequest } from '../laying/requests.ts';
import { together } from '../laying/together.ts';
import type { StationMutant } from '../types.ts';

/** Legal: tbc that is left out is false. */
export const leavesOutTbc: StationMutant = {
  name: 'leaves-out-tbc',
  role: 'station',
  requirement: 'K09.FR.02',
  cases: [{ id: 'TC_K_01_CS' }, { id: 'TC_B_02_CS' }, { id: 'TC_B_12_CS' }],
  odd: true,
  apply: together(
    changingRequest('ReportChargingProfiles', ({ tbc, ...report }) => (tbc === true ? { ...report, tbc } : report)),
    changingRequest('NotifyReport', ({ tbc, ...report }) => (tbc === true ? { ...report, tbc } : report)),
  ),
};
