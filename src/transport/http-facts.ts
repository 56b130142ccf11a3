import type { IncomingMessage } from 'node:http';
import type { HttpFacts } from './types.ts';

type Authorization = NonNullable<HttpFacts['authorization']>;

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Reads an Authorization header. Basic is split at the first colon, since a user name has none and a password may
 * (RFC 7617); what cannot be decoded leaves only the scheme.
 */
export function readAuthorization(header: string): Authorization {
  const [scheme = '', credentials = ''] = header.trim().split(/\s+/, 2);
  if (scheme.toLowerCase() !== 'basic' || !base64.test(credentials)) return { scheme };
  const decoded = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon < 0 ? { scheme } : { scheme, username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

/** The station identity of a request path: percent-decoded last segment; undefined when its encoding is broken. */
export function readIdentity(path: string): string | undefined {
  try {
    return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
  } catch {
    return undefined;
  }
}

/** Names in a Sec-WebSocket-Protocol header, in offered order. */
export function readSubprotocols(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Facts of an upgrade request; an identity that cannot be decoded stays as written. */
export function httpFacts(request: IncomingMessage): HttpFacts {
  const { authorization } = request.headers;
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  return {
    path,
    identity: readIdentity(path) ?? path.slice(path.lastIndexOf('/') + 1),
    subprotocols: readSubprotocols(request.headers['sec-websocket-protocol']),
    extensions: request.headers['sec-websocket-extensions'] ?? '',
    ...(authorization === undefined ? {} : { authorization: readAuthorization(authorization) }),
  };
}

/** True when `path` is the endpoint path followed by exactly one non-empty segment, the identity (Part 4, 3.1.1). */
export function isStationPath(path: string, endpoint: string): boolean {
  const prefix = `${endpoint.replace(/\/+$/, '')}/`;
  const identity = path.slice(prefix.length);
  return path.startsWith(prefix) && identity !== '' && !identity.includes('/');
}
