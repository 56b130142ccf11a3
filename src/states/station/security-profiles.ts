import type { Situation, State, When } from '../types.ts';
import { renewChargingStationCertificate } from './certificates-renewed.ts';

const profile = ({ variable }: Situation) => variable('SecurityCtrlr.SecurityProfile');
const renewal = (when: When) => renewChargingStationCertificate.stages.map((stage) => ({ ...stage, when }));

/**
 * Our own (TC_A_19): what the next security profile needs, the CSMS root for profile 2, a client certificate for profile 3. On a
 * profile that is unknown both: a renewal that cannot be is better than a case that blames the station.
 */
export const nextSecurityProfilePrepared: State = {
  name: 'NextSecurityProfilePrepared',
  kind: 'own',
  stages: [
    {
      when: (situation) => profile(situation) !== '2',
      act: {
        sends: 'InstallCertificateRequest',
        fields: { certificateType: 'CSMSRootCertificate', certificate: '<CSMS root>' },
        answer: { status: 'Accepted' },
      },
    },
    ...renewal((situation) => profile(situation) !== '1'),
  ],
};

/** Our own (TC_M_30): on security profile 3 a new client certificate, on a lower one known nothing. */
export const clientCertificateRenewed: State = {
  name: 'ClientCertificateRenewed',
  kind: 'own',
  stages: renewal((situation) => profile(situation) !== '1' && profile(situation) !== '2'),
};
