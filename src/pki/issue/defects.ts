/** Names of the server certificates of a run (VOCABULARY.md, sentence 8). */
export const serverDefects = [
  'expired',
  'not yet valid',
  'unknown root',
  'other host name',
  'wildcard host name',
] as const;
export const clientDefects = ['unknown CA', 'expired', 'certificate of another station'] as const;
export const firmwareSignerDefects = ['unknown root', 'expired'] as const;
export type ServerDefect = (typeof serverDefects)[number];
export type ClientDefect = (typeof clientDefects)[number];
export type FirmwareSignerDefect = (typeof firmwareSignerDefects)[number];

/** How a system under test may end it. */
export type DefectOutcome =
  | 'TLS handshake refused'
  | 'closed before the HTTP upgrade'
  | 'HTTP upgrade refused'
  | 'UpdateFirmwareResponse InvalidCertificate'
  | 'UpdateFirmwareResponse RevokedCertificate';

/** One defect, what asks for its refusal, and what may then be seen. Only rows of level SHALL can fail a SUT. */
export interface DefectRow {
  readonly defect: ServerDefect | ClientDefect | FirmwareSignerDefect;
  readonly role: 'server' | 'client' | 'firmware signer';
  readonly requirement: readonly string[];
  readonly level: 'SHALL' | 'SHOULD' | 'MAY';
  readonly outcomes: readonly DefectOutcome[];
  /** Security event the SUT must report with it. */
  readonly securityEvent?: string;
  /** Configuration of the SUT under which the defect is allowed: must be off before it is judged. */
  readonly exception?: string;
}

const refusedByStation: readonly DefectOutcome[] = ['TLS handshake refused', 'closed before the HTTP upgrade'];
// A TLS 1.3 server learns the client certificate after its own Finished, and the common name is known best at the upgrade.
const refusedByCsms: readonly DefectOutcome[] = [...refusedByStation, 'HTTP upgrade refused'];
const pathInvalid = ['A00.FR.308', 'A00.FR.310', 'A00.FR.311', 'A00.FR.411', 'A00.FR.413', 'A00.FR.414'];
const nameInvalid = ['A00.FR.309', 'A00.FR.310', 'A00.FR.311', 'A00.FR.412', 'A00.FR.413', 'A00.FR.414'];
const signerInvalid = ['L01.FR.02', 'L01.FR.12', 'L01.FR.21', 'L01.FR.22'];

const server = (defect: ServerDefect, requirement: readonly string[]): DefectRow => ({
  defect,
  role: 'server',
  requirement,
  level: 'SHALL',
  outcomes: refusedByStation,
  securityEvent: 'InvalidCsmsCertificate',
});
const client = (defect: ClientDefect, requirement: readonly string[]): DefectRow => ({
  defect,
  role: 'client',
  requirement,
  level: 'SHALL',
  outcomes: refusedByCsms,
});
const firmwareSigner = (defect: FirmwareSignerDefect): DefectRow => ({
  defect,
  role: 'firmware signer',
  requirement: signerInvalid,
  level: 'SHALL',
  outcomes: ['UpdateFirmwareResponse InvalidCertificate', 'UpdateFirmwareResponse RevokedCertificate'],
  securityEvent: 'InvalidFirmwareSigningCertificate',
});

export const defectRows: readonly DefectRow[] = [
  server('expired', pathInvalid),
  server('not yet valid', pathInvalid),
  server('unknown root', pathInvalid),
  server('other host name', nameInvalid),
  {
    ...server('wildcard host name', nameInvalid),
    exception: 'SecurityCtrlr.AllowCSMSTLSWildcards is true (errata 2.62)',
  },
  client('unknown CA', ['A00.FR.403', 'A00.FR.407']),
  {
    ...client('expired', ['A00.FR.403', 'A00.FR.407']),
    exception: 'this station may connect with an expired certificate (A00.FR.429)',
  },
  client('certificate of another station', ['A00.FR.405', 'A00.FR.407']),
  firmwareSigner('unknown root'),
  firmwareSigner('expired'),
];
