import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** No token is ever shown to the CSMS. */
export const asksNobody: StationMutant = {
  name: 'asks-nobody',
  role: 'station',
  requirement: 'C01.FR.02',
  cases: [{ id: 'TC_C_02_CS' }, { id: 'TC_E_03_CS' }],
  harmless: 'TC_F_03_CS',
  apply: changingRequest('Authorize', () => undefined),
};
