import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** What the CSMS started is not told under its remoteStartId. */
export const tellsNoRemoteStartId: StationMutant = {
  name: 'tells-no-remote-start-id',
  role: 'station',
  requirement: 'F02.FR.01',
  cases: [{ id: 'TC_F_01_CS' }, { id: 'TC_F_03_CS' }],
  harmless: 'TC_E_03_CS',
  apply: changingRequest('TransactionEvent', (event) => {
    const { remoteStartId: _, ...transactionInfo } = event.transactionInfo;
    return { ...event, transactionInfo };
  }),
};
