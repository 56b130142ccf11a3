import type { CsmsMutant } from '../types.ts';

/** A firmware update is ordered without signing certificate and signature. */
export const sendsUnsignedFirmware: CsmsMutant = {
  name: 'sends-unsigned-firmware',
  role: 'csms',
  requirement: 'L01.FR.11',
  cases: [{ id: 'TC_L_01_CSMS', check: 'TC_L_01_CSMS/2-sends-update-firmware-request' }],
  harmless: 'TC_M_01_CSMS',
  apply: (parts) => ({
    ...parts,
    firmware: {
      ...parts.firmware,
      order: (facts) => {
        const { firmware, ...rest } = parts.firmware.order(facts);
        const { signingCertificate: _certificate, signature: _signature, ...unsigned } = firmware;
        return { ...rest, firmware: unsigned };
      },
    },
  }),
};
