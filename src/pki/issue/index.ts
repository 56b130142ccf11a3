/** Makes authorities, certificates, CSRs and firmware signatures, with defects on request. Loads @peculiar/x509 at first use only. */
export { type AuthorityRequest, createAuthority, crossSign } from './authority.ts';
export type { Authority, Issued } from './certificate.ts';
export { type CsrRequest, createCsr, issueFromCsr } from './csr.ts';
export {
  type ClientDefect,
  clientDefects,
  type DefectOutcome,
  type DefectRow,
  defectRows,
  type FirmwareSignerDefect,
  firmwareSignerDefects,
  type ServerDefect,
  serverDefects,
} from './defects.ts';
export { IssueError } from './errors.ts';
export { wildcardOf } from './host-names.ts';
export { crossSignedRoot } from './kept-cross-sign.ts';
export { generateKey, type KeyType, signFirmware } from './key.ts';
export { issueClient, issueFirmwareSigner, issueServer } from './leaf.ts';
export {
  type AuthorityPair,
  createRunPki,
  keepsRoots,
  type RunPki,
  type RunPkiRequest,
  type ServerCertificateName,
} from './run-pki.ts';
