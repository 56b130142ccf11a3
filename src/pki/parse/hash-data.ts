import { createHash } from 'node:crypto';
import { parseCertificate } from './certificate.ts';
import { PkiError } from './errors.ts';
import { readKeyBits } from './key.ts';

export type HashAlgorithm = 'SHA256' | 'SHA384' | 'SHA512';

/** CertificateHashDataType (Part 2, 2.6); hexadecimal in lower case. */
export interface CertificateHashData {
  readonly hashAlgorithm: HashAlgorithm;
  readonly issuerNameHash: string;
  readonly issuerKeyHash: string;
  readonly serialNumber: string;
}

/**
 * CertificateHashDataType of `pem`: hash of the DER of its issuer name, hash of the issuer's public key bits (without tag, length and
 * count of unused bits, as in an OCSP CertID), serial number without leading zeros. For a root, both are the same certificate.
 * Throws PkiError when `issuerPem` is not the issuer.
 */
export function certificateHashData(pem: string, issuerPem: string, hashAlgorithm: HashAlgorithm): CertificateHashData {
  const certificate = parseCertificate(pem);
  const issuer = parseCertificate(issuerPem, 'issuer certificate');
  if (Buffer.compare(certificate.issuerDer.bytes, issuer.subjectDer.bytes) !== 0) {
    throw new PkiError(
      `hash data: "${issuer.subject.text}" is not the issuer "${certificate.issuer.text}" of the certificate`,
    );
  }
  const hash = (bytes: Uint8Array) => createHash(hashAlgorithm.toLowerCase()).update(bytes).digest('hex');
  return {
    hashAlgorithm,
    issuerNameHash: hash(certificate.issuerDer.bytes),
    issuerKeyHash: hash(readKeyBits(issuer.spki, 'issuer certificate')),
    serialNumber: certificate.serialNumber,
  };
}

/** Equal hash data; upper or lower case of the hexadecimal is nowhere prescribed. */
export function sameHashData(a: CertificateHashData, b: CertificateHashData): boolean {
  const key = (data: CertificateHashData) =>
    [data.hashAlgorithm, data.issuerNameHash, data.issuerKeyHash, data.serialNumber].join(' ').toLowerCase();
  return key(a) === key(b);
}
