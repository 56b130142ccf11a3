import type { TLSSocket } from 'node:tls';
import { peerChain } from './certificate-facts.ts';
import type { ClientHelloFacts, TlsFacts } from './types.ts';

/**
 * Facts of a finished handshake. `authorized` and `authorizationError` are what OpenSSL found about the peer's chain; name
 * checks are not part of it. A server that asked for no certificate has `authorized: false` and no error.
 */
export function tlsFacts(socket: TLSSocket, hello?: ClientHelloFacts): TlsFacts {
  const chain = peerChain(socket);
  const [peerCertificate] = chain;
  const error: unknown = socket.authorizationError;
  return {
    version: socket.getProtocol() ?? '',
    suite: socket.getCipher()?.standardName ?? '',
    ...(peerCertificate === undefined ? {} : { peerCertificate }),
    peerChain: chain,
    authorized: socket.authorized,
    ...(error === undefined || error === null
      ? {}
      : { authorizationError: error instanceof Error ? error.message : String(error) }),
    ...hello,
  };
}
