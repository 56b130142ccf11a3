import { changingAnswer } from '../laying/answers.ts';
import type { CsmsMutant } from '../types.ts';

/** A transaction that starts with a token but not by its presentation is called invalid. */
export const expectsTheTokenFirst: CsmsMutant = {
  name: 'expects-the-token-first',
  role: 'csms',
  requirement: 'E01.FR.05',
  cases: [
    { id: 'TC_E_01_CSMS', check: 'TC_E_01_CSMS/6-responds-transaction-event-response' },
    { id: 'TC_F_03_CSMS', check: 'TC_F_03_CSMS/4-responds-transaction-event-response' },
  ],
  harmless: 'TC_E_03_CSMS',
  apply: changingAnswer('TransactionEvent', (response, { eventType, triggerReason, idToken }) => {
    const unexpected = eventType === 'Started' && idToken !== undefined && triggerReason !== 'Authorized';
    return unexpected ? { ...response, idTokenInfo: { status: 'Invalid' } } : response;
  }),
};
