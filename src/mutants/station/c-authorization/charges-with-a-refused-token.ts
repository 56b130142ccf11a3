import type { StationMutant } from '../types.ts';

/** A token is good whatever the CSMS says about it. */
export const chargesWithARefusedToken: StationMutant = {
  name: 'charges-with-a-refused-token',
  role: 'station',
  requirement: 'TC_C_02_CS/step 2',
  cases: [{ id: 'TC_C_02_CS', check: 'TC_C_02_CS/5-sends-no-transaction-event-request-for' }],
  harmless: 'TC_E_03_CS',
  apply: (parts) => ({ ...parts, authorization: { ...parts.authorization, accepted: () => true } }),
};
