import { verifyChain, verifyFirmwareSignature } from '../../pki/parse/index.ts';
import type { StationParts } from '../parts.ts';

export interface FirmwareTrust {
  /** PEM of the installed ManufacturerRootCertificates. */
  readonly manufacturerRoots: () => readonly string[];
  /** Epoch ms, wall time. */
  readonly wallNow: () => number;
}

/**
 * The honest `StationParts.firmware`: the signing certificate chains to a manufacturer root and is valid now (L01.FR.12, .21); the
 * signature is RSA-PSS with SHA-256 over the whole file (L01.FR.04). This station keeps no revocation list, so nothing is `revoked`.
 */
export function firmwareSeams({ manufacturerRoots, wallNow }: FirmwareTrust): StationParts['firmware'] {
  return {
    certificate: (pem) => (verifyChain(pem, manufacturerRoots(), wallNow()) === undefined ? 'valid' : 'invalid'),
    signature: (file, signatureBase64, certificatePem) =>
      verifyFirmwareSignature(file, signatureBase64, certificatePem).conforming,
  };
}
