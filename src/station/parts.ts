import type { Clock } from '../clock/index.ts';
import type { Action, Requests, Responses } from '../ocpp/index.ts';
import type { SensorEvent } from '../rig/model/index.ts';
import type { Answer, CallOutcome, ClientTls, Framing, TlsFacts } from '../transport/types.ts';

/** Answers one CSMS request. Throwing is a bug of the engine and becomes CALLERROR InternalError. */
export type Handler<A extends Action> = (
  request: Requests[A],
) => Promise<Responses[A] | Answer> | Responses[A] | Answer;
export type Handlers = { [A in Action]?: Handler<A> };
export type AnyHandler = (request: never) => Promise<unknown> | unknown;

/** Something that outlives a reboot: JSON values by key. */
export interface Store {
  get<T>(key: string): T | undefined;
  set(key: string, value: unknown): void;
  delete(key: string): void;
}

export interface TransactionFacts {
  readonly evseId: number;
  readonly connectorId: number | undefined;
  readonly transactionId: string;
  readonly startedAt: number; // OCPP time
  readonly remoteStartId: number | undefined;
  readonly energyTransferStarted: boolean;
}

/** What every module of the station may use of the others. */
export interface StationContext {
  readonly identity: string;
  readonly clock: Clock;
  readonly store: Store;
  readonly parts: StationParts;
  /** Sends through the `outgoing` seam; queued while offline when the message may be queued (TransactionEvent, security events). */
  send<A extends Action>(action: A, request: Requests[A]): Promise<CallOutcome>;
  /** Critical ones are notified, all go to the security log (A04.FR.01). */
  securityEvent(type: string, techInfo?: string): void;
  variable(
    component: string,
    variable: string,
    options?: { instance?: string; evseId?: number; connectorId?: number },
  ): string | undefined;
  /** Value written by the station itself; listeners of the device model are told. */
  setVariable(
    component: string,
    variable: string,
    value: string,
    options?: { instance?: string; evseId?: number; connectorId?: number },
  ): void;
  transaction(evseId: number): TransactionFacts | undefined;
  transactions(): readonly TransactionFacts[];
  readonly evseIds: readonly number[];
  /** OCPP boot reason of the next BootNotification. */
  reboot(reason: string): void;
  setAvailabilityForUpdate(inoperative: boolean): void;
  /** The limits of an EVSE changed: recompute what is offered on the pilot (A per phase). */
  limitsChanged(evseId?: number): void;
  log(text: string): void;
}

/** One functional block of the station: its handlers, and its part in the life cycle. */
export interface StationModule {
  readonly handlers?: Handlers;
  /** After every accepted boot. */
  accepted?(): void;
  /** After power-on, before the first connection. */
  poweredOn?(): void;
  poweredOff?(): void;
  /** OCPP TriggerMessage values this module serves; resolves when the message was sent. */
  readonly triggers?: Readonly<Record<string, (evseId: number | undefined) => 'Accepted' | 'Rejected'>>;
  /** Something a person did to the EVSE that the core does not serve itself: choices on the display, requests of the EV. */
  sensed?(event: SensorEvent): void;
}

/**
 * The seams. A mutant is a function from parts to parts; the engine reads every seam at the moment of use, never a copy.
 * Each seam has one honest implementation; there is no `if (mutant)` anywhere.
 */
export interface StationParts {
  /** Answers by action, of all modules together; a missing one is answered NotImplemented. */
  handlers: Handlers;
  /** Last touch on a request before it is sent; undefined = it is not sent. */
  outgoing: <A extends Action>(action: A, request: Requests[A]) => Requests[A] | undefined;
  /** How frames are written. */
  framing: Framing;
  boot: {
    /** Seconds until the next BootNotification after Pending or Rejected (B02.FR.04, B03.FR.06: interval, or own choice when 0). */
    retryAfter: (status: 'Pending' | 'Rejected', interval: number) => number;
    /** May this request leave before Accepted (B02.FR.02, B03.FR.02)? `asked`: TriggerMessage or a report request asked for it. */
    mayBeSent: (status: 'Pending' | 'Rejected' | 'none', action: Action, asked: boolean) => boolean;
    /** Are CSMS requests answered while Rejected / Pending? */
    mayStartTransaction: (status: string) => boolean;
  };
  connection: {
    /** Sec-WebSocket-Protocol of connection attempt n (Part 4, 3.1.2). */
    subprotocols: (attempt: number) => readonly string[];
    /** Seconds before connection attempt n (from 1) after a loss (Part 4, 5.3: RetryBackOff*). */
    reconnectAfter: (attempt: number) => number;
    /** Password change by the CSMS: accepted? (A01) */
    passwordAcceptable: (password: string) => boolean;
    credentials: (identity: string, password: string) => { username: string; password: string };
    tls: (options: ClientTls) => ClientTls;
    /** undefined = the CSMS certificate is fine (A00.FR.309-313, 412-414). */
    verifyServer: (facts: TlsFacts, host: string) => string | undefined;
  };
  authorization: {
    /** Whether a presented token needs an AuthorizeRequest, may start locally, or is refused. */
    accepted: (status: string) => boolean;
    /** May the presented token stop the transaction (C01, C09, C16)? */
    mayStop: (
      presented: { idToken: string; type: string; groupIdToken?: string },
      started: { idToken?: string; groupIdToken?: string },
    ) => boolean;
  };
  transaction: {
    /** TxStartPoint / TxStopPoint words that hold now -> is a transaction to be started / ended? */
    starts: (points: readonly string[], reached: ReadonlySet<string>) => boolean;
    stops: (points: readonly string[], lost: ReadonlySet<string>) => boolean;
    /** Of a transaction that begins, and after each event (Part 2 E 1.3.2.1). */
    firstSeqNo: () => number;
    nextSeqNo: (current: number) => number;
    /** Index of the event that is sent next, of `waiting` ones, oldest first; they may arrive in any order (Part 2 E 1.3.2). */
    nextToSend: (waiting: number) => number;
    /** Only after authorization, with a cable in, and nothing against it. */
    mayCloseContactor: (facts: {
      authorized: boolean;
      plugged: boolean;
      available: boolean;
      limitA: number;
    }) => boolean;
  };
  firmware: {
    /** valid | invalid | revoked (L01.FR.21/22). */
    certificate: (pem: string) => 'valid' | 'invalid' | 'revoked' | Promise<'valid' | 'invalid' | 'revoked'>;
    signature: (file: Uint8Array, signatureBase64: string, certificatePem: string) => boolean | Promise<boolean>;
  };
  certificates: {
    /** May this root be installed (M05)? undefined = yes, else the reason. */
    installable: (type: string, pem: string) => string | undefined;
    /**
     * May this chain (PEM, leaf first) become the station's certificate (A02.FR.06)? `csr`: the PEM it answers, undefined when none
     * is open. undefined = yes, else the reason.
     */
    stationCertificate: (chainPem: string, csr: string | undefined) => string | undefined;
  };
  smartCharging: {
    /** undefined = the profile is legal here, else status reason (K01). */
    refusal: (request: Requests['SetChargingProfile']) => { reasonCode: string; additionalInfo?: string } | undefined;
    composite: (request: Requests['GetCompositeSchedule']) => Responses['GetCompositeSchedule'];
    /** A per phase that the profiles allow now; Infinity = no profile. */
    limitNow: (evseId: number) => number;
  };
}
