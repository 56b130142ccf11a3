import type { Server, TlsOptions } from 'node:tls';
import { createServer } from 'node:tls';
import type { KeyPair, ServerTls } from './types.ts';

/** The four suites of A00.FR.318/319, then those of TLS 1.3. */
export const defaultCiphers = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'AES128-GCM-SHA256',
  'AES256-GCM-SHA384',
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
].join(':');

export function pemKey({ key }: KeyPair): string {
  return typeof key === 'string' ? key : key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/**
 * Server options. A client certificate is asked for, never enforced by OpenSSL: the listener refuses by itself, so that the
 * precise reason is known (OpenSSL gives no alert for a bad client certificate either way).
 */
export function serverOptions(tls: ServerTls): TlsOptions {
  return {
    key: tls.keys.map(pemKey),
    cert: tls.keys.map(({ certificate }) => certificate),
    minVersion: tls.minVersion ?? 'TLSv1.2',
    ...(tls.maxVersion === undefined ? {} : { maxVersion: tls.maxVersion }),
    ciphers: tls.ciphers ?? defaultCiphers,
    rejectUnauthorized: false,
    ...(tls.clientRoots === undefined ? {} : { requestCert: true, ca: [...tls.clientRoots] }),
  };
}

/**
 * A TLS server that listens nowhere: connections are handed to it with `emit('connection')`. To change what is shown from
 * the next handshake on, make another one; that also leaves no session of the old keys to resume.
 *
 * @throws Error with one line when keys, roots, versions or suites are unusable.
 */
export function tlsServer(tls: ServerTls): Server {
  try {
    return createServer(serverOptions(tls));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new Error(`cannot serve TLS with these keys and options: ${reason}`);
  }
}
