import type { Responses } from '../../../ocpp/index.ts';
import { changingAnswer } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

type Chain = NonNullable<Responses['GetInstalledCertificateIds']['certificateHashDataChain']>[number];

function wrong(chain: Chain): Chain {
  const { issuerNameHash, ...hashData } = chain.certificateHashData;
  return { ...chain, certificateHashData: { ...hashData, issuerNameHash, issuerKeyHash: issuerNameHash } };
}

/** The hash of the issuer key of an installed root is not the one of its key. */
export const listsAWrongHash: StationMutant = {
  name: 'lists-a-wrong-hash',
  role: 'station',
  requirement: 'M03.FR.04',
  cases: [{ id: 'TC_M_12_CS', check: 'TC_M_12_CS/3-responds-get-installed-certificate-ids-response' }],
  harmless: 'TC_E_28_CS',
  apply: changingAnswer('GetInstalledCertificateIds', ({ certificateHashDataChain, ...response }) => {
    const [first, ...others] = certificateHashDataChain ?? [];
    return first === undefined
      ? response
      : { ...response, certificateHashDataChain: [wrong(first), ...others.map(wrong)] };
  }),
};
