import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** What the CSMS started is not told under its remoteStartId. */
export const tellsNoRemoteStartId: StationMutant = {
  name: 'tells-no-remote-start-id',
  role: 'station',
  requirement: 'F02.FR.01',
  cases: [
    { id: 'TC_F_01_CS', check: 'TC_F_01_CS/3-state-becomes-authorized-remote' },
    { id: 'TC_F_03_CS', check: 'TC_F_03_CS/3-state-becomes-authorized-remote' },
  ],
  harmless: 'TC_E_03_CS',
  apply: changingRequest('TransactionEvent', (event) => {
    const { remoteStartId: _, ...transactionInfo } = event.transactionInfo;
    return { ...event, transactionInfo };
  }),
};
