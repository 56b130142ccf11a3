import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** No token is ever shown to the CSMS. */
export const asksNobody: StationMutant = {
  name: 'asks-nobody',
  role: 'station',
  requirement: 'C01.FR.02',
  cases: [
    { id: 'TC_C_02_CS', check: 'TC_C_02_CS/4-sends-authorize-request' },
    { id: 'TC_E_03_CS', check: 'TC_E_03_CS/3-state-becomes-authorized-local' },
  ],
  harmless: 'TC_F_03_CS',
  apply: changingRequest('Authorize', () => undefined),
};
