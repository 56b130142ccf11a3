import type { State } from '../types.ts';

/** Part 6, table 711 (memory): told to renew, our station sends a CSR, and the CSMS brings the certificate. */
export const renewChargingStationCertificate: State = {
  name: 'RenewChargingStationCertificate',
  kind: 'memory',
  stages: [
    {
      act: {
        asks: 'TriggerMessageRequest',
        words: { 'requested message': 'SignChargingStationCertificate' },
        request: { requestedMessage: 'SignChargingStationCertificate' },
      },
      expects: [
        { event: 'SignCertificateResponse', fields: { status: 'Accepted' } },
        {
          event: 'CertificateSignedRequest',
          fields: { certificateChain: 'present', certificateType: 'ChargingStationCertificate' },
        },
      ],
    },
  ],
};

/** Ours (TC_A_19_CSMS): from security profile 2 the next one needs a client certificate; only profile 1 needs none yet. */
export const clientCertificateReady: State = {
  name: 'ClientCertificateReady',
  kind: 'own',
  before: [
    {
      state: 'RenewChargingStationCertificate',
      when: ({ variable }) => variable('SecurityCtrlr.SecurityProfile') !== '1',
    },
  ],
  stages: [],
};
