import { changingAnswer } from '../laying/answers.ts';
import type { CsmsMutant } from '../types.ts';

/** A token that came with a remote start is called invalid in the transaction. */
export const callsRemotelyStartedInvalid: CsmsMutant = {
  name: 'calls-remotely-started-invalid',
  role: 'csms',
  requirement: 'F02.FR.01',
  cases: [{ id: 'TC_F_01_CSMS' }, { id: 'TC_F_03_CSMS' }],
  harmless: 'TC_E_03_CSMS',
  apply: changingAnswer('TransactionEvent', (response, { triggerReason }) =>
    triggerReason === 'RemoteStart' ? { ...response, idTokenInfo: { status: 'Invalid' } } : response,
  ),
};
