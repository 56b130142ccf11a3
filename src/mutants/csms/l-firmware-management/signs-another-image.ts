import type { CsmsMutant } from '../types.ts';

/** The signature that goes with the image is not the image's: its first character is changed. */
export const signsAnotherImage: CsmsMutant = {
  name: 'signs-another-image',
  role: 'csms',
  requirement: 'L01.FR.11',
  cases: [{ id: 'TC_L_01_CSMS', check: 'TC_L_01_CSMS/3-rule-holds' }],
  harmless: 'TC_M_01_CSMS',
  apply: (parts) => ({
    ...parts,
    firmware: {
      ...parts.firmware,
      order: (facts) => {
        const request = parts.firmware.order(facts);
        const signature = request.firmware.signature ?? '';
        const other = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
        return { ...request, firmware: { ...request.firmware, signature: other } };
      },
    },
  }),
};
