import type { Socket } from 'node:net';
import { connect as connectTcp, isIP } from 'node:net';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { checkServerIdentity, connect as connectTls } from 'node:tls';
import { pemKey } from './listener-tls.ts';
import { tlsFacts } from './tls-facts.ts';
import { failureReason, isGone, tlsEndedBy } from './tls-failure.ts';
import type { ClientTls, Refusal, TlsFacts } from './types.ts';

/** Where a URL of ours points to. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
}

/** @throws Error with one line when it is no ws:// or wss:// URL. */
export function readTarget(url: string): Target {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const secure = parsed?.protocol === 'wss:';
  if (parsed === undefined || (!secure && parsed.protocol !== 'ws:'))
    throw new Error(`not a ws:// or wss:// URL: ${url}`);
  return { host: parsed.hostname.replace(/^\[|\]$/g, ''), port: Number(parsed.port || (secure ? 443 : 80)), secure };
}

export type Opened =
  | { readonly ok: true; readonly socket: Socket; readonly tls?: TlsFacts }
  | { readonly ok: false; readonly refusal: Refusal };

const refused = (at: Refusal['at'], by: Refusal['by'], reason: string): Opened => ({
  ok: false,
  refusal: { at, by, reason },
});

/** Connects TCP. A refused port is theirs; a name that does not resolve or a network without a way is nobody's but ours. */
export function openTcp({ host, port }: Target, own: (socket: Socket) => void): Promise<Opened> {
  return new Promise((resolve) => {
    const socket = connectTcp({ host, port, noDelay: true });
    own(socket);
    // Stays attached for the life of the socket: nothing a peer does to it may be thrown.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      const theirs = error.code === 'ECONNREFUSED' || isGone(error);
      resolve(refused('TCP', theirs ? 'them' : 'us', `${host}:${port}: ${error.code ?? failureReason(error)}`));
    });
    socket.once('connect', () => resolve({ ok: true, socket }));
  });
}

/** The verdict about the server's certificate when the caller has none of its own. */
function defaultVerify(facts: TlsFacts, socket: TLSSocket, host: string): string | undefined {
  if (!facts.authorized) return facts.authorizationError ?? 'not trusted';
  return checkServerIdentity(host, socket.getPeerCertificate())?.message;
}

function tlsOptions(tls: ClientTls, socket: Socket, host: string): ConnectionOptions {
  const servername = tls.serverName ?? (isIP(host) ? undefined : host);
  return {
    socket,
    ca: [...tls.roots],
    rejectUnauthorized: false, // judged below, with a reason of our own
    checkServerIdentity: () => undefined,
    ...(servername === undefined ? {} : { servername }),
    ...(tls.client === undefined ? {} : { key: pemKey(tls.client), cert: tls.client.certificate }),
    ...(tls.minVersion === undefined ? {} : { minVersion: tls.minVersion }),
    ...(tls.maxVersion === undefined ? {} : { maxVersion: tls.maxVersion }),
    ...(tls.ciphers === undefined ? {} : { ciphers: tls.ciphers }),
  };
}

/** The TLS handshake on a connected socket, and our verdict about the certificate the server showed. */
export function secure(
  tcp: Socket,
  target: Target,
  tls: ClientTls,
  onFacts: (facts: TlsFacts) => void,
): Promise<Opened> {
  return new Promise((resolve) => {
    let socket: TLSSocket;
    try {
      socket = connectTls(tlsOptions(tls, tcp, target.host));
    } catch (error) {
      resolve(refused('TLS', 'us', `our TLS options are unusable: ${failureReason(error)}`));
      return;
    }
    // First one wins; later errors belong to whoever uses the socket and listens for its close.
    socket.on('error', (error) => resolve(refused('TLS', tlsEndedBy(error), failureReason(error))));
    socket.once('close', () =>
      resolve(refused('TLS', 'them', 'the server closed the connection during the TLS handshake')),
    );
    socket.once('secureConnect', () => {
      const facts = tlsFacts(socket);
      onFacts(facts);
      const fault =
        tls.verify === undefined ? defaultVerify(facts, socket, tls.serverName ?? target.host) : tls.verify(facts);
      if (fault === undefined) {
        resolve({ ok: true, socket, tls: facts });
        return;
      }
      const shown = facts.peerCertificate?.subject ?? 'none';
      resolve(refused('TLS', 'us', `the server certificate (${shown}) is refused: ${fault}`));
      socket.destroy();
    });
  });
}
