/** Judges certificates, chains, CSRs, hash data, OCSP and firmware signatures. Synchronous, loads nothing but node:crypto. */
export { type CertificateFacts, readCertificate, splitPem } from './certificate.ts';
export { verifyChain } from './chain.ts';
export { type CsrFacts, readCsr } from './csr.ts';
export { PkiError } from './errors.ts';
export { type FirmwareSignatureResult, type FirmwareSignatureScheme, verifyFirmwareSignature } from './firmware.ts';
export { type CertificateHashData, certificateHashData, type HashAlgorithm, sameHashData } from './hash-data.ts';
export { hostMatches, type NamedCertificate } from './host.ts';
export { type KeyFacts, keyLengthFault } from './key.ts';
export {
  type OcspCertificateId,
  type OcspResponse,
  type OcspSingleResponse,
  readOcspRequest,
  readOcspResponse,
} from './ocsp.ts';
