import type { Stage, State } from '../types.ts';

const signed = (certificateType: string): Stage => ({
  act: {
    sends: 'CertificateSignedRequest',
    fields: { certificateChain: '<certificate for the last csr>', certificateType },
    answer: { status: 'Accepted' },
  },
});

/**
 * Part 6, table 446 (memory), and errata 6.2.122 and 6.2.123: a new client certificate, used on a fresh connection. A station
 * that does not reconnect in time by itself is made to: we always drop the link, a second reconnection does no harm.
 */
export const renewChargingStationCertificate: State = {
  name: 'RenewChargingStationCertificate',
  kind: 'memory',
  stages: [
    {
      act: {
        sends: 'TriggerMessageRequest',
        fields: { requestedMessage: 'SignChargingStationCertificate' },
        answer: { status: 'Accepted' },
      },
      expects: [
        {
          event: 'SignCertificateRequest',
          fields: { csr: 'obeys "valid CSR"', certificateType: 'omitted or ChargingStationCertificate' },
        },
      ],
    },
    signed('ChargingStationCertificate'),
    {
      deadline: 'boot',
      act: { link: 'drops the connection' },
      expects: [
        { event: 'connection attempt', times: '1 to 64', fields: { outcome: 'established' } },
        { event: 'BootNotificationRequest', times: 'optional' },
        { event: 'connector status', times: 'any' },
        {
          event: 'SecurityEventNotificationRequest',
          times: 'any',
          fields: { type: 'StartupOfTheDevice or ResetOrReboot' },
        },
      ],
    },
  ],
};

/** Part 6, table 447 (memory): a new V2G certificate; the table may name the EVSE that has a SECC id. */
export const renewV2GChargingStationCertificate: State = {
  name: 'RenewV2GChargingStationCertificate',
  kind: 'memory',
  inputs: ['TriggerMessageRequest'],
  stages: [
    {
      act: {
        sends: 'TriggerMessageRequest',
        merge: 'TriggerMessageRequest',
        fields: { requestedMessage: 'SignV2GCertificate' },
        answer: { status: 'Accepted' },
      },
      expects: [
        {
          event: 'SignCertificateRequest',
          fields: { csr: 'obeys "valid CSR"', certificateType: 'V2GCertificate' },
        },
      ],
    },
    signed('V2GCertificate'),
  ],
};
