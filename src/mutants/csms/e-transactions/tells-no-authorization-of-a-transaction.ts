import { changingAnswer } from '../laying/answers.ts';
import type { CsmsMutant } from '../types.ts';

/** A TransactionEvent with a token is answered without an authorization status. */
export const tellsNoAuthorizationOfATransaction: CsmsMutant = {
  name: 'tells-no-authorization-of-a-transaction',
  role: 'csms',
  requirement: 'E02.FR.02',
  cases: [
    { id: 'TC_E_01_CSMS', check: 'TC_E_01_CSMS/6-responds-transaction-event-response' },
    { id: 'TC_E_03_CSMS', check: 'TC_E_03_CSMS/4-responds-transaction-event-response' },
  ],
  harmless: 'TC_C_02_CSMS',
  apply: changingAnswer('TransactionEvent', ({ idTokenInfo: _told, ...rest }) => rest),
};
