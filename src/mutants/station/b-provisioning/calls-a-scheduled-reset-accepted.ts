import { changingAnswer } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** A reset that waits for the end of the transaction is answered Accepted. */
export const callsAScheduledResetAccepted: StationMutant = {
  name: 'calls-a-scheduled-reset-accepted',
  role: 'station',
  requirement: 'B12.FR.01',
  cases: [{ id: 'TC_B_21_CS', check: 'TC_B_21_CS/3-responds-reset-response' }],
  harmless: 'TC_B_01_CS',
  apply: changingAnswer('Reset', (response) =>
    response.status === 'Scheduled' ? { ...response, status: 'Accepted' } : response,
  ),
};
