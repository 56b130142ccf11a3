import { constants, verify } from 'node:crypto';
import { parseCertificate } from './certificate.ts';
import { PkiError } from './errors.ts';
import { readKey } from './key.ts';
import { decodeBase64 } from './pem.ts';

export type FirmwareSignatureScheme = 'RSA-PSS' | 'PKCS1-v1_5' | 'ECDSA';

export interface FirmwareSignatureResult {
  readonly valid: boolean;
  readonly scheme?: FirmwareSignatureScheme;
  /** Valid and of a scheme that L01.FR.04 names. */
  readonly conforming: boolean;
}

const invalid: FirmwareSignatureResult = { valid: false, conforming: false };

/**
 * Judges a firmware signature over the whole file with SHA-256 (L01.FR.04). RSA-PSS conforms, with any salt length since the document
 * states none. PKCS#1 v1.5 and ECDSA are recognised as field practice outside the text: valid, not conforming. The document's
 * ECSchnorr cannot be verified here and comes out as not valid. The certificate's own validity is `verifyChain`'s matter.
 * Malformed input is not valid; nothing is thrown.
 */
export function verifyFirmwareSignature(
  file: Uint8Array,
  signatureBase64: string,
  certificatePem: string,
): FirmwareSignatureResult {
  try {
    const signature = decodeBase64(signatureBase64, 'firmware signature');
    const key = readKey(parseCertificate(certificatePem).spki, 'firmware signing certificate');
    const { RSA_PKCS1_PSS_PADDING, RSA_PKCS1_PADDING, RSA_PSS_SALTLEN_AUTO } = constants;
    const holds = (options: { padding?: number; saltLength?: number }) =>
      verify('sha256', file, { key, ...options }, signature);
    switch (key.asymmetricKeyType) {
      case 'rsa-pss':
      case 'rsa':
        if (holds({ padding: RSA_PKCS1_PSS_PADDING, saltLength: RSA_PSS_SALTLEN_AUTO })) {
          return { valid: true, scheme: 'RSA-PSS', conforming: true };
        }
        if (key.asymmetricKeyType === 'rsa' && holds({ padding: RSA_PKCS1_PADDING })) {
          return { valid: true, scheme: 'PKCS1-v1_5', conforming: false };
        }
        return invalid;
      case 'ec':
        return holds({}) ? { valid: true, scheme: 'ECDSA', conforming: false } : invalid;
      default:
        return invalid;
    }
  } catch (error) {
    // node:crypto throws where a restricted RSA-PSS key forbids SHA-256.
    if (error instanceof PkiError || (error instanceof Error && 'code' in error)) return invalid;
    throw error;
  }
}
