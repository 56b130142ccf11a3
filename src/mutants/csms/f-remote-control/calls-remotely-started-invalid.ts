import { changingAnswer } from '../laying/answers.ts';
import type { CsmsMutant } from '../types.ts';

/** A token that came with a remote start is called invalid in the transaction. */
export const callsRemotelyStartedInvalid: CsmsMutant = {
  name: 'calls-remotely-started-invalid',
  role: 'csms',
  requirement: 'F02.FR.01',
  cases: [
    { id: 'TC_F_01_CSMS', check: 'TC_F_01_CSMS/5-responds-transaction-event-response' },
    { id: 'TC_F_03_CSMS', check: 'TC_F_03_CSMS/4-responds-transaction-event-response' },
  ],
  harmless: 'TC_E_03_CSMS',
  apply: changingAnswer('TransactionEvent', (response, { triggerReason }) =>
    triggerReason === 'RemoteStart' ? { ...response, idTokenInfo: { status: 'Invalid' } } : response,
  ),
};
