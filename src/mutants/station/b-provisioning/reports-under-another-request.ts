import { inConfigurationInventory } from '../laying/configuration-inventory.ts';
import type { StationMutant } from '../types.ts';

/** The parts of the report carry another requestId than was asked under. */
export const reportsUnderAnotherRequest: StationMutant = {
  name: 'reports-under-another-request',
  role: 'station',
  requirement: 'B07.FR.04',
  cases: [{ id: 'TC_B_12_CS', check: 'TC_B_12_CS/3-sends-all-parts-of-notify-report' }],
  harmless: 'TC_B_02_CS',
  apply: inConfigurationInventory((report) => ({ ...report, requestId: report.requestId + 1 })),
};
