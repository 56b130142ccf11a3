import type { State } from '../types.ts';

/** Part 6, CSMS states that begin with an order to the operator. */
export const reserved: State = {
  name: 'Reserved',
  kind: 'reusable',
  stages: [
    {
      act: {
        asks: 'ReserveNowRequest',
        words: { evse: '<evse>', token: '<valid token>' },
        request: { evseId: '<evse>', connectorType: 'omitted', idToken: '<valid token>' },
        answer: { status: 'Accepted' },
      },
    },
  ],
};

export const unavailable: State = {
  name: 'Unavailable',
  kind: 'reusable',
  inputs: ['evse'],
  stages: [
    {
      act: {
        asks: 'ChangeAvailabilityRequest',
        words: { status: 'Inoperative' },
        request: { operationalStatus: 'Inoperative' },
        answer: { status: 'Accepted' },
      },
    },
  ],
};

export const certificateInstalled: State = {
  name: 'CertificateInstalled',
  kind: 'reusable',
  inputs: ['certificate type', 'certificate'],
  stages: [
    {
      act: {
        asks: 'InstallCertificateRequest',
        words: { 'certificate type': '<state input certificate type>', certificate: '<state input certificate>' },
        request: {
          certificateType: '<state input certificate type>',
          certificate: '<state input certificate>',
        },
        answer: { status: 'Accepted' },
      },
    },
  ],
};

export const getInstalledCertificates: State = {
  name: 'GetInstalledCertificates',
  kind: 'reusable',
  inputs: ['hash algorithm'],
  stages: [
    {
      act: {
        asks: 'GetInstalledCertificateIdsRequest',
        words: { 'certificate type': 'CSMSRootCertificate' },
        request: { certificateType: '[CSMSRootCertificate]' },
        merge: 'certificateHashDataChain',
        answer: { status: 'Accepted' },
      },
    },
  ],
};
