import type { StationParts } from '../../../station/parts.ts';
import type { Defect } from '../types.ts';

type Facts = Parameters<StationParts['connection']['verifyServer']>[0];

/** A fault of the CSMS certificate that the station overlooks; all others it still sees. `reason`: what the honest check says. */
export function overlooking(fault: (reason: string, facts: Facts) => boolean): Defect {
  return (parts) => ({
    ...parts,
    connection: {
      ...parts.connection,
      verifyServer: (facts, host) => {
        const reason = parts.connection.verifyServer(facts, host);
        return reason !== undefined && fault(reason, facts) ? undefined : reason;
      },
    },
  });
}

/** Does the certificate name its host with a star? */
export function hasWildcard({ peerCertificate }: Facts): boolean {
  const { commonName = '', subjectAltNames = [] } = peerCertificate ?? {};
  return [commonName, ...subjectAltNames].some((name) => name.includes('*'));
}
