import type { State } from '../types.ts';

/** Part 6, table 442 (memory): installs a certificate of the given use. */
export const certificateInstalled: State = {
  name: 'CertificateInstalled',
  kind: 'memory',
  inputs: ['InstallCertificateRequest'],
  stages: [
    {
      act: {
        sends: 'InstallCertificateRequest',
        merge: 'InstallCertificateRequest',
        fields: { certificateType: 'CSMSRootCertificate', certificate: '<new CSMS root>' },
        answer: { status: 'Accepted' },
      },
    },
  ],
};

/** Part 6, table 438: the certificate installed before is among the installed ones. */
export const getInstalledCertificates: State = {
  name: 'GetInstalledCertificates',
  kind: 'reusable',
  stages: [
    {
      act: {
        sends: 'GetInstalledCertificateIdsRequest',
        fields: { 'certificateType[0]': 'CSMSRootCertificate' },
        answer: {
          status: 'Accepted',
          'certificateHashDataChain[a].certificateType': 'CSMSRootCertificate',
          'certificateHashDataChain[a].certificateHashData':
            '<SHA256 hash data of new CSMS root> or <SHA384 hash data of new CSMS root> or <SHA512 hash data of new CSMS root>',
        },
      },
    },
  ],
};
