import { verifyFirmwareSignature } from '../../pki/parse/index.ts';
import type { Observation } from '../types.ts';
import { partOf, type TimelineRule } from './context.ts';

/** What the last UpdateFirmwareRequest of the case offers; undefined = there was none. */
export function offeredFirmware(observations: readonly Observation[]) {
  const request = observations.findLast(({ name }) => name === 'UpdateFirmwareRequest');
  if (request === undefined) return undefined;
  const { location, signature, signingCertificate } = partOf(request.fields['firmware']);
  return {
    location: String(location),
    signature: String(signature ?? ''),
    signingCertificate: String(signingCertificate ?? ''),
  };
}

/**
 * L01.FR.04, L01.FR.11: the signature that goes with an image verifies over the whole file with the signing certificate that goes
 * with it. The harness fetches the file before; a scheme outside the text (PKCS#1 v1.5, ECDSA) that verifies is let pass.
 */
export const firmwareSignatureVerifies: TimelineRule = (observations, { files }) => {
  const offered = offeredFirmware(observations);
  if (offered === undefined) return 'L01.FR.11: no UpdateFirmwareRequest in this case';
  const bytes = files?.get(offered.location);
  if (bytes === undefined) return `L01.FR.11: there is no file at ${offered.location}`;
  const { valid } = verifyFirmwareSignature(bytes, offered.signature, offered.signingCertificate);
  return valid
    ? undefined
    : `L01.FR.04: the signature does not verify over the ${bytes.length} bytes at ${offered.location}`;
};
