import { serving } from '../laying/answers.ts';
import { onlyPending } from '../laying/pending.ts';
import type { StationMutant } from '../types.ts';

/** SetVariables is not served while Pending. */
export const refusesSettingsWhilePending: StationMutant = {
  name: 'refuses-settings-while-pending',
  role: 'station',
  requirement: 'B02.FR.01',
  cases: [{ id: 'TC_B_02_CS', check: 'TC_B_02_CS/6-responds-set-variables-response' }],
  harmless: 'TC_B_01_CS',
  apply: onlyPending((pending) =>
    serving('SetVariables', (request, honest) =>
      pending()
        ? { kind: 'error', errorCode: 'SecurityError', errorDescription: 'not before the boot is accepted' }
        : honest(request),
    ),
  ),
};
