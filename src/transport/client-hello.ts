import { cipherSuiteName } from './cipher-suites.ts';
import type { ClientHelloFacts } from './types.ts';

/** What the first bytes of a connection are so far. */
export type HelloReading =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'not-tls' }
  | { readonly kind: 'hello'; readonly facts: ClientHelloFacts };

/** A ClientHello above this is no honest one; reading ends and TLS itself decides. */
export const longestHello = 65_536;

const handshakeRecord = 22;
const clientHello = 1;
const serverNameExtension = 0;
const supportedVersionsExtension = 43;

const versionNames: Readonly<Record<number, string>> = {
  768: 'SSLv3',
  769: 'TLSv1',
  770: 'TLSv1.1',
  771: 'TLSv1.2',
  772: 'TLSv1.3',
};

const incomplete: HelloReading = { kind: 'incomplete' };
const notTls: HelloReading = { kind: 'not-tls' };

/** Reads forward and answers undefined past the end, so a hostile length can never throw. */
class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  get left(): number {
    return this.#bytes.length - this.#at;
  }
  number(width: 1 | 2 | 3): number | undefined {
    const bytes = this.take(width);
    return bytes?.reduce((value, byte) => value * 256 + byte, 0);
  }
  take(length: number): Uint8Array | undefined {
    if (length > this.left) return undefined;
    const bytes = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return bytes;
  }
  /** A vector with its length in front (RFC 8446, 3.4). */
  vector(width: 1 | 2): Uint8Array | undefined {
    const length = this.number(width);
    return length === undefined ? undefined : this.take(length);
  }
}

function numbers16(bytes: Uint8Array): number[] {
  const reader = new Reader(bytes);
  const values: number[] = [];
  for (let value = reader.number(2); value !== undefined; value = reader.number(2)) values.push(value);
  return values;
}

/** RFC 8701: values a client strews in to keep servers tolerant; they offer nothing. */
const isGrease = (value: number): boolean => (value & 0x0f0f) === 0x0a0a && value >> 8 === (value & 0xff);

const versionName = (value: number): string => versionNames[value] ?? `0x${value.toString(16).padStart(4, '0')}`;

function readServerName(bytes: Uint8Array): string | undefined {
  const list = new Reader(bytes).vector(2);
  if (list === undefined) return undefined;
  const reader = new Reader(list);
  if (reader.number(1) !== 0) return undefined;
  const name = reader.vector(2);
  return name === undefined ? undefined : Buffer.from(name).toString('latin1');
}

function readExtensions(bytes: Uint8Array): { versions?: string[]; serverName?: string } {
  const found: { versions?: string[]; serverName?: string } = {};
  const reader = new Reader(bytes);
  for (let type = reader.number(2); type !== undefined; type = reader.number(2)) {
    const body = reader.vector(2);
    if (body === undefined) break;
    if (type === supportedVersionsExtension) {
      const list = new Reader(body).vector(1);
      if (list !== undefined)
        found.versions = numbers16(list)
          .filter((value) => !isGrease(value))
          .map(versionName);
    }
    const serverName = type === serverNameExtension ? readServerName(body) : undefined;
    if (serverName !== undefined) found.serverName = serverName;
  }
  return found;
}

function readBody(body: Uint8Array): HelloReading {
  const reader = new Reader(body);
  const legacyVersion = reader.number(2);
  reader.take(32); // random
  reader.vector(1); // session id
  const suites = reader.vector(2);
  reader.vector(1); // compression methods
  const extensions = reader.left === 0 ? new Uint8Array() : reader.vector(2);
  if (legacyVersion === undefined || suites === undefined || extensions === undefined) return notTls;
  const { versions, serverName } = readExtensions(extensions);
  return {
    kind: 'hello',
    facts: {
      offeredSuites: numbers16(suites).map(cipherSuiteName),
      // Without the extension the legacy field is the highest version offered (RFC 5246, 7.4.1.2).
      offeredVersions: versions ?? [versionName(legacyVersion)],
      ...(serverName === undefined ? {} : { serverName }),
    },
  };
}

/** Joins the handshake bytes of the leading records; undefined when a record is no handshake record. */
function handshakeBytes(bytes: Uint8Array): Uint8Array | undefined {
  const reader = new Reader(bytes);
  const parts: Uint8Array[] = [];
  while (reader.left > 0) {
    const type = reader.number(1);
    const major = reader.number(1);
    if (type !== handshakeRecord || (major !== undefined && major !== 3))
      return parts.length > 0 ? Buffer.concat(parts) : undefined;
    reader.number(1);
    const length = reader.number(2);
    if (length === undefined) break;
    parts.push(reader.take(Math.min(length, reader.left)) ?? new Uint8Array());
  }
  return Buffer.concat(parts);
}

/**
 * Reads a raw ClientHello (RFC 5246 / 8446), over one or several records, from the first bytes of a connection.
 * Never throws; `not-tls` also covers a ClientHello that contradicts its own lengths.
 */
export function readClientHello(bytes: Uint8Array): HelloReading {
  const handshake = handshakeBytes(bytes);
  if (handshake === undefined) return notTls;
  const reader = new Reader(handshake);
  const type = reader.number(1);
  if (type !== undefined && type !== clientHello) return notTls;
  const length = reader.number(3);
  if (length === undefined) return incomplete;
  if (length > longestHello) return notTls;
  const body = reader.take(length);
  return body === undefined ? incomplete : readBody(body);
}
