import type { State } from '../types.ts';

/** Part 6, table 699: the EVSE is reserved for the valid token, and our station says so. */
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
    { act: { link: 'reports its EVSE as Reserved' } },
  ],
};

/**
 * Part 6, table 700: out of service, the whole station or the EVSE that `evse` names. Our engine answers and tells the new
 * status itself, because the order changes what the station is.
 */
export const unavailable: State = {
  name: 'Unavailable',
  kind: 'reusable',
  inputs: ['evse'],
  stages: [
    {
      when: ({ input }) => input('evse') === undefined,
      act: {
        asks: 'ChangeAvailabilityRequest',
        words: { status: 'Inoperative' },
        request: { operationalStatus: 'Inoperative', evse: 'omitted' },
      },
      expects: [{ event: 'StatusNotificationResponse or NotifyEventResponse', times: '1 to 99' }],
    },
    {
      when: ({ input }) => input('evse') !== undefined,
      act: {
        asks: 'ChangeAvailabilityRequest',
        words: { status: 'Inoperative', evse: '<state input evse>' },
        request: {
          operationalStatus: 'Inoperative',
          'evse.id': '<state input evse>',
          'evse.connectorId': 'omitted',
        },
      },
      expects: [{ event: 'StatusNotificationResponse or NotifyEventResponse', times: '1 to 99' }],
    },
  ],
};

/** Part 6, table 709. */
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

/** Part 6, table 708. */
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
