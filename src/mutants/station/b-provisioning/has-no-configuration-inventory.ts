import { serving } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** Of the two base reports that every station has, it serves one. */
export const hasNoConfigurationInventory: StationMutant = {
  name: 'has-no-configuration-inventory',
  role: 'station',
  requirement: 'B07.FR.12',
  cases: [{ id: 'TC_B_12_CS', check: 'TC_B_12_CS/2-responds-get-base-report-response' }],
  harmless: 'TC_B_02_CS',
  apply: serving('GetBaseReport', (request, honest) =>
    request.reportBase === 'ConfigurationInventory' ? { status: 'NotSupported' } : honest(request),
  ),
};
