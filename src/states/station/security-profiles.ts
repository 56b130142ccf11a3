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

/**
 * Our own (TC_A_19, errata 2024-09 to 2025-06): after an upgrade from security profile 1 to 2 the CSMS offers profile 1 alone for the
 * long operation time, and the station stays away (A05.FR.06); then it comes back on profile 2. After an upgrade from 2 to 3 the
 * document asks nothing. `<security profile>` is the profile of the run, before the upgrade.
 */
export const oldSecurityProfileRefused: State = {
  name: 'OldSecurityProfileRefused',
  kind: 'own',
  stages: [
    {
      when: ({ runProfile }) => runProfile === 1,
      act: { link: 'offers security profile 1 only' },
      forbids: {
        event: 'connection attempt',
        fields: { outcome: 'established', securityProfile: '1' },
        for: '<long operation> seconds',
      },
    },
    {
      when: ({ runProfile }) => runProfile === 1,
      act: { link: 'offers every security profile' },
      expects: [{ event: 'connection attempt', fields: { outcome: 'established', securityProfile: '2' } }],
      deadline: 'connection',
    },
  ],
};
