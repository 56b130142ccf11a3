import type { CsmsMutant } from '../types.ts';

/** Tokens that nobody knows or that are invalid are accepted. */
export const acceptsEveryToken: CsmsMutant = {
  name: 'accepts-every-token',
  role: 'csms',
  requirement: 'C01.FR.07',
  cases: [{ id: 'TC_C_02_CSMS', check: 'TC_C_02_CSMS/2-responds-authorize-response' }],
  harmless: 'TC_E_03_CSMS',
  apply: (parts) => ({
    ...parts,
    authorization: {
      ...parts.authorization,
      decide: (token) => ({ ...parts.authorization.decide(token), status: 'Accepted' }),
    },
  }),
};
