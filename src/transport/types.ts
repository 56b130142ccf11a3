import type { KeyObject } from 'node:crypto';
import type { Call, CallError, CallResult } from '../ocpp/index.ts';

export type SecurityProfile = 1 | 2 | 3;

export interface CertificateFacts {
  readonly subject: string;
  readonly commonName?: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly subjectAltNames: readonly string[];
  readonly pem: string;
  readonly keyType: string; // rsa, ec, ...
  readonly keyBits: number; // RSA modulus or EC field bits
}
export interface TlsFacts {
  readonly version: string; // 'TLSv1.2', ...
  readonly suite: string; // IANA name
  readonly peerCertificate?: CertificateFacts;
  readonly peerChain: readonly CertificateFacts[];
  readonly authorized: boolean;
  readonly authorizationError?: string;
  /** IANA names of the suites in the ClientHello, when we are the server; in offered order. */
  readonly offeredSuites?: readonly string[];
  readonly offeredVersions?: readonly string[];
  readonly serverName?: string;
}
export interface HttpFacts {
  readonly path: string;
  readonly identity: string; // last URL segment, percent-decoded
  readonly subprotocols: readonly string[];
  readonly extensions: string;
  readonly authorization?: { readonly scheme: string; readonly username?: string; readonly password?: string };
}

/** What a TLS client offered in its ClientHello. */
export interface ClientHelloFacts {
  readonly offeredSuites: readonly string[]; // IANA names, `0xXXXX` for unknown ones, in offered order
  readonly offeredVersions: readonly string[]; // 'TLSv1.3', ...
  readonly serverName?: string;
}

/** What happened on the wire, in order; every event carries the attempt it belongs to. */
export type WireEvent =
  | { readonly type: 'attempt'; readonly attempt: number; readonly endpoint: string; readonly remote: string }
  | { readonly type: 'tls'; readonly attempt: number; readonly tls: TlsFacts }
  | { readonly type: 'http'; readonly attempt: number; readonly http: HttpFacts }
  /** `by` says who ended the attempt; `us` never blames the other side. */
  | {
      readonly type: 'refused';
      readonly attempt: number;
      readonly at: 'TCP' | 'TLS' | 'HTTP' | 'WebSocket';
      readonly by: 'us' | 'them';
      readonly status?: number;
      readonly reason: string /** When we are the server and the attempt ended at TLS. */;
      readonly hello?: ClientHelloFacts;
    }
  | {
      readonly type: 'open';
      readonly attempt: number;
      readonly identity: string;
      readonly subprotocol: string;
      readonly extensions: string;
      readonly securityProfile: SecurityProfile;
    }
  | {
      readonly type: 'frame';
      readonly attempt: number;
      readonly direction: 'sent' | 'received';
      readonly text: string;
      readonly binary: boolean;
      readonly bytes: number /** Above the limit: text is '', bytes is the limit + 1, the link closes with 1009. The text of a binary frame is base64. */;
      readonly oversize?: true;
    }
  | { readonly type: 'ping' | 'pong'; readonly attempt: number; readonly direction: 'sent' | 'received' }
  | {
      readonly type: 'closed';
      readonly attempt: number;
      readonly by: 'us' | 'them' | 'network';
      readonly code: number;
      readonly reason: string;
    };
export type WireTap = (event: WireEvent) => void;

/** One open WebSocket, either end. */
export interface Link {
  readonly attempt: number;
  readonly identity: string;
  readonly securityProfile: SecurityProfile;
  readonly subprotocol: string;
  readonly tls?: TlsFacts;
  readonly http: HttpFacts;
  readonly open: boolean;
  /** Resolves when handed to the socket; rejects when the link is gone. */
  send(text: string): Promise<void>;
  ping(): void;
  /**
   * Resolves with true when the other side has read all that was sent before: it answered a ping sent after it (RFC 6455,
   * 5.5.3). False when the link is closed or ends, or no answer comes within `shortestDeadlineMs` of wall time.
   */
  heard(): Promise<boolean>;
  /** Close handshake. */
  close(code?: number, reason?: string): Promise<void>;
  /** The socket dies without a close frame. */
  drop(): void;
  onText(listener: (text: string) => void): void;
  /** Binary frames and frames above the limit; `kind` says which. */
  onUnreadable(listener: (kind: 'binary' | 'oversize', bytes: number) => void): void;
  onClosed(listener: (by: 'us' | 'them' | 'network', code: number, reason: string) => void): void;
}

export interface KeyPair {
  readonly key: string | KeyObject; // PEM or key object
  readonly certificate: string; // PEM chain, leaf first
}
/** What a TLS server shows and asks for from the next handshake on. */
export interface ServerTls {
  readonly keys: readonly KeyPair[]; // EC and RSA together serve both suite families
  readonly clientRoots?: readonly string[]; // PEM; set = a client certificate is demanded
  /** Any client certificate is let in, verified or not: for positive controls. */
  readonly anyClient?: boolean;
  readonly minVersion?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
  readonly maxVersion?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
  readonly ciphers?: string; // OpenSSL cipher string
}

export type UpgradeDecision =
  | { readonly accept: true; readonly subprotocol: string }
  | { readonly accept: false; readonly status: number; readonly reason: string }
  /** Part 4, 3.2: complete the handshake without the header, then close at once. */
  | { readonly accept: 'then-close'; readonly reason: string };

export interface ListenerOptions {
  readonly securityProfile: SecurityProfile;
  readonly host: string;
  readonly port: number; // 0 = any free
  readonly path: string; // the station identity follows it
  readonly tls?: ServerTls;
  readonly maxPayload?: number;
  readonly decide: (http: HttpFacts, tls: TlsFacts | undefined) => UpgradeDecision | Promise<UpgradeDecision>;
  readonly onLink: (link: Link) => void;
  readonly tap: WireTap;
}
export interface Listener {
  readonly securityProfile: SecurityProfile;
  readonly port: number;
  readonly url: string;
  /** From the next handshake on. */
  setTls(tls: ServerTls): void;
  close(): Promise<void>;
}

export interface ClientTls {
  readonly roots: readonly string[]; // PEM
  readonly client?: KeyPair;
  readonly minVersion?: ServerTls['minVersion'];
  readonly maxVersion?: ServerTls['maxVersion'];
  readonly ciphers?: string;
  readonly serverName?: string;
  /** Judges the server's certificate after the built-in checks were switched off; undefined = fine, else the reason. */
  readonly verify?: (facts: TlsFacts) => string | undefined;
}
export interface ConnectOptions {
  readonly url: string; // ws(s)://host:port/path/identity
  readonly identity: string;
  readonly securityProfile: SecurityProfile;
  readonly subprotocols: readonly string[];
  readonly credentials?: { readonly username: string; readonly password: string };
  readonly tls?: ClientTls;
  readonly deadlineMs: number; // wall time for TCP, TLS and upgrade together, >= 500
  readonly maxPayload?: number;
  readonly tap: WireTap;
}
/** Why a connection was not made: where it ended, who ended it, what was said. */
export interface Refusal {
  readonly at: 'TCP' | 'TLS' | 'HTTP' | 'WebSocket';
  readonly by: 'us' | 'them';
  readonly status?: number;
  readonly reason: string;
}
export type ConnectResult = { readonly ok: true; readonly link: Link } | ({ readonly ok: false } & Refusal);

/** How a CALL of ours ended. */
export type CallOutcome =
  | { readonly kind: 'result'; readonly payload: Record<string, unknown> }
  | {
      readonly kind: 'error';
      readonly errorCode: string;
      readonly errorDescription: string;
      readonly errorDetails: Record<string, unknown>;
    }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'closed' };
/** What we answer to a CALL; `silence` sends nothing. */
export type Answer =
  | {
      readonly kind: 'result';
      readonly payload: Record<string, unknown> /** Broken on purpose: not held against the schema. */;
      readonly intended?: true;
    }
  | {
      readonly kind: 'error';
      readonly errorCode: string;
      readonly errorDescription?: string;
      readonly errorDetails?: Record<string, unknown>;
    }
  | { readonly kind: 'silence' };
/** How frames of ours are written (Part 4, 4). */
export interface Framing {
  /** Id of a new CALL. */
  messageId: (action: string) => string;
  /** The texts that go out for a frame, one after the other. */
  texts: (frame: Call | CallResult | CallError) => readonly string[];
}
/** OCPP-J request/response over one link: one CALL of ours outstanding at a time (Part 4, 4.1.1), others wait in order. */
export interface Rpc {
  readonly link: Link;
  /** `messageId` for a re-send that keeps its id; `timeoutMs` in OCPP time from the moment the CALL is written. */
  call(
    action: string,
    payload: Record<string, unknown>,
    options?: {
      readonly messageId?: string;
      readonly timeoutMs?: number /** Broken on purpose: not held against the schema. */;
      readonly intended?: true;
    },
  ): Promise<CallOutcome>;
  /** Ends the queue: everything waiting gets `closed`. */
  end(): void;
}
