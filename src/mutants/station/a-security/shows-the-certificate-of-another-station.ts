import type { StationMutant } from '../types.ts';

/** A good certificate of the same root, but its common name is the serial number of another station. */
export const showsTheCertificateOfAnotherStation: StationMutant = {
  name: 'shows-the-certificate-of-another-station',
  role: 'station',
  requirement: 'A00.FR.511',
  cases: [{ id: 'TC_A_07_CS', check: 'TC_A_07_CS/5-has-made-connection-attempt' }],
  harmless: 'TC_A_04_CS',
  clientCertificate: 'certificate of another station',
  apply: (parts) => ({
    ...parts,
    connection: { ...parts.connection, tls: (options) => parts.connection.tls(options) },
  }),
};
