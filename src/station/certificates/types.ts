import type { Requests } from '../../ocpp/index.ts';

/** What an installed root is for. */
export type RootUse = Requests['InstallCertificate']['certificateType'];

export interface Root {
  readonly use: RootUse;
  readonly pem: string;
  /** The certificate that signed it, when it did not sign itself (M05.FR.10). */
  readonly issuer?: string;
  /** Replaced, kept until a connection under the new one came up (M05.FR.12). */
  readonly fallback?: boolean;
}

/** Private key (PEM) and certificate chain (PEM, leaf first). */
export interface StationKeyPair {
  readonly key: string;
  readonly certificate: string;
}

/** A CSR that waits for its certificate; the key never leaves the station (A02.FR.05). */
export interface OpenRequest {
  readonly key: string;
  readonly csr: string;
}
