import { serving } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** A TxDefaultProfile for one EVSE is installed for the whole station. */
export const spreadsADefaultProfile: StationMutant = {
  name: 'spreads-a-default-profile',
  role: 'station',
  requirement: 'K01.FR.15',
  cases: [{ id: 'TC_K_01_CS', check: 'TC_K_01_CS/5-sends-all-parts-of-report-charging' }],
  harmless: 'TC_K_60_CS',
  apply: serving('SetChargingProfile', (request, honest) =>
    honest(request.chargingProfile.chargingProfilePurpose === 'TxDefaultProfile' ? { ...request, evseId: 0 } : request),
  ),
};
