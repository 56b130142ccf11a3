import { changingOrder } from '../laying/orders.ts';
import type { CsmsMutant } from '../types.ts';

/** The token of a remote start has the right number and the wrong type. */
export const namesAnotherTokenType: CsmsMutant = {
  name: 'names-another-token-type',
  role: 'csms',
  requirement: 'F01.FR.02',
  cases: [
    { id: 'TC_F_01_CSMS', check: 'TC_F_01_CSMS/4-sends-request-start-transaction-request' },
    { id: 'TC_F_03_CSMS', check: 'TC_F_03_CSMS/3-sends-request-start-transaction-request' },
  ],
  harmless: 'TC_E_03_CSMS',
  apply: changingOrder('RequestStartTransaction', (request) => ({
    ...request,
    idToken: { ...request.idToken, type: 'Central' },
  })),
};
