import type { Clock } from '../clock/index.ts';
import type { Requests, Responses } from '../ocpp/index.ts';
import type { SecurityProfile, ServerTls, WireTap } from '../transport/types.ts';
import type { CsmsParts } from './parts.ts';

export type BootStatus = Responses['BootNotification']['status'];
export type AuthorizationStatus = Responses['Authorize']['idTokenInfo']['status'];
export type IdToken = Requests['Authorize']['idToken'];
export type IdTokenInfo = Responses['Authorize']['idTokenInfo'];
export type CertificateHashData = Requests['DeleteCertificate']['certificateHashData'];
export type HashAlgorithm = CertificateHashData['hashAlgorithm'];
export type SigningUse = NonNullable<Requests['SignCertificate']['certificateType']>;

/** One charging station this CSMS knows. */
export interface StationProvision {
  /** Last segment of the connection URL (Part 4, 3.1.1). */
  readonly identity: string;
  /** HTTP Basic password of security profiles 1 and 2. */
  readonly password?: string;
  /** Common name its client certificate must carry (profile 3): the serial number; left out = the identity. */
  readonly serialNumber?: string;
  /** Profiles it may connect with. */
  readonly securityProfiles: readonly SecurityProfile[];
  /** Answers to its next BootNotifications, one each, then Accepted. */
  readonly bootStatuses?: readonly BootStatus[];
  /** Phases of its EVSEs, for numberPhases of charging profiles; left out = 3. */
  readonly phases?: 1 | 3;
}

export interface TokenProvision {
  readonly idToken: string;
  readonly type: IdToken['type'];
  readonly status: AuthorizationStatus;
  readonly groupIdToken?: string;
  /** Only these EVSEs; left out = all (C01.FR.19, FR.20). */
  readonly evseIds?: readonly number[];
}

/** A firmware image on a file server, ready to be offered (L01). */
export interface FirmwareImage {
  readonly name: string;
  readonly location: string;
  /** Base64. */
  readonly signature?: string;
  /** PEM. */
  readonly signingCertificate?: string;
  /** MD5 over the file, hex, as PublishFirmware wants it (L03). */
  readonly checksum?: string;
}

/** A certificate an order may name: roots to install or delete, a customer's certificate. */
export interface KnownCertificate {
  readonly name: string;
  readonly pem: string;
  /** Left out = self-signed. */
  readonly issuerPem?: string;
}

/** The certificate authority behind this CSMS (A02.FR.04): PEM chain, leaf first, for a CSR; rejects when it cannot be granted. */
export type SignCsr = (csrPem: string, use: SigningUse) => Promise<string>;

export interface CsmsListenerOptions {
  readonly securityProfile: SecurityProfile;
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  /** Path before the station identity, such as `/ocpp`. */
  readonly path: string;
  readonly tls?: ServerTls;
  /** Host name in the URLs given to stations; left out = `host`. */
  readonly advertisedHost?: string;
}

export interface CsmsOptions {
  readonly clock: Clock;
  readonly listeners: readonly CsmsListenerOptions[];
  readonly stations: readonly StationProvision[];
  readonly tokens: readonly TokenProvision[];
  readonly firmware?: readonly FirmwareImage[];
  readonly certificates?: readonly KnownCertificate[];
  /** Left out = certificate signing requests are rejected (A02.FR.12). */
  readonly signCsr?: SignCsr;
  /** Seconds between heartbeats, given with Accepted; left out = 300. */
  readonly heartbeatInterval?: number;
  /** Seconds until the next BootNotification, given with Pending and Rejected; left out = 10. */
  readonly bootRetryInterval?: number;
  /** Price of 1 kWh; left out = costs are not told. */
  readonly pricePerKwh?: number;
  /** Where stations upload logs to (GetLog). */
  readonly logUploadUrl?: string;
  /** Organization a client certificate's subject must name (A00.FR.404); left out = any the roots vouch for. */
  readonly organization?: string;
  /** OCPP milliseconds until a CALL counts as unanswered; left out = 30 s. */
  readonly callTimeoutMs?: number;
  readonly tap?: WireTap;
  /** Replaces seams: what a mutant is. */
  readonly shape?: (parts: CsmsParts) => CsmsParts;
}
