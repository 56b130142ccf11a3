import type { Action, Requests, Responses } from '../ocpp/index.ts';
import type {
  Answer,
  CertificateFacts,
  Framing,
  SecurityProfile,
  ServerTls,
  UpgradeDecision,
} from '../transport/types.ts';
import type {
  AuthorizationStatus,
  BootStatus,
  CertificateHashData,
  FirmwareImage,
  IdToken,
  IdTokenInfo,
  KnownCertificate,
  SigningUse,
} from './options.ts';
import type { Composers } from './orders/context.ts';
import type { StationRecord } from './station-record.ts';

/** What a handler may do besides answering. */
export interface StationLine {
  readonly record: StationRecord;
  readonly securityProfile: SecurityProfile;
  /** Common name of the client certificate (profile 3). */
  readonly commonName: string | undefined;
  /** Runs once the answer was handed to the socket. */
  afterwards(follow: () => void): void;
  /** Sends one CALL; its answer is booked in the record. */
  send<A extends Action>(action: A, request: Requests[A]): void;
  /** Ends the WebSocket. */
  close(reason: string): void;
}

/** Answers one request of a station. Throwing is a bug of the engine and becomes CALLERROR InternalError. */
export type CsmsHandler<A extends Action> = (
  request: Requests[A],
  line: StationLine,
) => Promise<Responses[A] | Answer> | Responses[A] | Answer;
export type CsmsHandlers = { [A in Action]?: CsmsHandler<A> };

export type ChargingProfile = Requests['SetChargingProfile']['chargingProfile'];

/** What a charging profile is made from; every id is already chosen. */
export interface ProfileFacts {
  readonly id: number;
  readonly scheduleId: number;
  readonly purpose: ChargingProfile['chargingProfilePurpose'];
  readonly kind: ChargingProfile['chargingProfileKind'];
  readonly recurrency: NonNullable<ChargingProfile['recurrencyKind']> | undefined;
  readonly stackLevel: number;
  readonly rateUnit: 'A' | 'W';
  readonly limit: number;
  readonly duration: number | undefined; // seconds
  readonly numberPhases: number | undefined;
  readonly transactionId: string | undefined;
  readonly now: number; // OCPP time
}

export interface FirmwareFacts {
  readonly requestId: number;
  readonly image: FirmwareImage;
  readonly retrieveAt: number; // OCPP time
  readonly installAt: number | undefined; // OCPP time
}

/**
 * The seams. A mutant is a function from parts to parts; the engine reads every seam at the moment of use, never a copy.
 * Each seam has one honest implementation; there is no `if (mutant)` anywhere.
 */
export interface CsmsParts {
  /** Answers by action; a missing one is answered NotSupported. */
  handlers: CsmsHandlers;
  /** Orders by action: words to requests. */
  orders: Composers;
  /** Last touch on a request before it is sent; undefined = it is not sent. */
  outgoing: <A extends Action>(action: A, request: Requests[A]) => Requests[A] | undefined;
  /** How frames are written. */
  framing: Framing;
  connection: {
    /** HTTP Basic (A00.FR.207): user name is the identity, password is the stored one. */
    basicAuth: (record: StationRecord, username: string, password: string) => boolean;
    /** undefined = the client certificate belongs to this station (A00.FR.404, FR.405), else the reason. */
    clientCertificate: (record: StationRecord, certificate: CertificateFacts | undefined) => string | undefined;
    /** May it come in with this profile (A05.FR.07)? */
    profileAllowed: (record: StationRecord, profile: SecurityProfile) => boolean;
    /** Part 4, 3.2. */
    subprotocol: (offered: readonly string[]) => UpgradeDecision;
    tls: (options: ServerTls, profile: SecurityProfile) => ServerTls;
  };
  boot: {
    /** Status and interval of the coming BootNotificationResponse; takes one off the queue. */
    decide: (record: StationRecord) => { status: BootStatus; interval: number };
    /** B01.FR.10, B02.FR.09, B03.FR.07; `asked`: the CSMS asked for this action. */
    mayHandleBeforeAccepted: (action: string, status: BootStatus | 'none', asked: boolean) => boolean;
    /** B02.FR.01, FR.05, B03.FR.03. */
    mayOrder: (action: string, status: BootStatus | 'none') => boolean;
    /** B01.FR.11; false ends the connection (FR.12). */
    serialNumberFits: (record: StationRecord, serialNumber: string | undefined, commonName: string) => boolean;
  };
  authorization: {
    decide: (token: IdToken) => IdTokenInfo;
    /** Status of the contract certificate, when the request carries one (C07.FR.13-17). */
    contract: (
      request: Requests['Authorize'],
      status: AuthorizationStatus,
    ) =>
      | { certificateStatus: NonNullable<Responses['Authorize']['certificateStatus']>; status: AuthorizationStatus }
      | undefined;
  };
  passwords: {
    /** A new BasicAuthPassword (A01.FR.02; at least 16 characters, ERR 2.1). */
    fresh: () => string;
    /** Called when a station answered a password change (A01.FR.03, FR.04). */
    changed: (record: StationRecord, password: string, status: string) => void;
  };
  smartCharging: { profile: (facts: ProfileFacts) => ChargingProfile };
  firmware: { order: (facts: FirmwareFacts) => Requests['UpdateFirmware'] };
  certificates: {
    /** undefined = the CSR can be processed (A02.FR.11), else the reason. */
    csrRefusal: (record: StationRecord, csrPem: string) => Promise<string | undefined>;
    /** Chain for CertificateSigned. */
    sign: (record: StationRecord, csrPem: string, use: SigningUse) => Promise<string>;
    /** Hash data for DeleteCertificate and CustomerInformation, in the station's algorithm (M04.FR.07). */
    hashData: (record: StationRecord, certificate: KnownCertificate) => Promise<CertificateHashData>;
  };
}
