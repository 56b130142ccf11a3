import { inConfigurationInventory } from '../laying/configuration-inventory.ts';
import type { StationMutant } from '../types.ts';

/** The first part of the report has seqNo 1. */
export const countsReportPartsFromOne: StationMutant = {
  name: 'counts-report-parts-from-one',
  role: 'station',
  requirement: 'B07.FR.10',
  cases: [{ id: 'TC_B_12_CS', check: 'TC_B_12_CS/3-sends-all-parts-of-notify-report' }],
  harmless: 'TC_B_02_CS',
  apply: inConfigurationInventory((report) => ({ ...report, seqNo: report.seqNo + 1 })),
};
