import type { StationMutant } from '../types.ts';

/** The certificate of the firmware signer is not looked at. */
export const acceptsAnInvalidSigningCertificate: StationMutant = {
  name: 'accepts-an-invalid-signing-certificate',
  role: 'station',
  requirement: 'L01.FR.22',
  cases: [{ id: 'TC_L_05_CS', check: 'TC_L_05_CS/2-responds-update-firmware-response' }],
  harmless: 'TC_L_01_CS',
  apply: (parts) => ({ ...parts, firmware: { ...parts.firmware, certificate: () => 'valid' } }),
};
