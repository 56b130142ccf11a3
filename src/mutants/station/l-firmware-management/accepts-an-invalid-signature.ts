import type { StationMutant } from '../types.ts';

/** The signature of a firmware image is not looked at. */
export const acceptsAnInvalidSignature: StationMutant = {
  name: 'accepts-an-invalid-signature',
  role: 'station',
  requirement: 'L01.FR.04',
  cases: [{ id: 'TC_L_06_CS', check: 'TC_L_06_CS/4-sends-in-any-order' }],
  harmless: 'TC_L_05_CS',
  apply: (parts) => ({ ...parts, firmware: { ...parts.firmware, signature: () => true } }),
};
