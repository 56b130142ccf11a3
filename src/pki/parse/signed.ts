import { constants, type KeyObject, verify } from 'node:crypto';
import { contextTag, type Der, expectTag, readAll, readBits, readDer, readOid, tags, toHex } from './der.ts';
import { PkiError } from './errors.ts';

/** Certificate, CSR or CRL: what is signed, how, and the signature. */
export interface Signed {
  readonly body: Der;
  readonly algorithm: Der;
  readonly signature: Uint8Array;
}

interface Scheme {
  readonly keyTypes: readonly string[];
  readonly hash: string | null;
  readonly padding?: number;
  readonly saltLength?: number;
}

const rsa = (hash: string): Scheme => ({ keyTypes: ['rsa'], hash, padding: constants.RSA_PKCS1_PADDING });
const ecdsa = (hash: string): Scheme => ({ keyTypes: ['ec'], hash });

const schemes: Readonly<Record<string, Scheme>> = {
  '1.2.840.113549.1.1.11': rsa('sha256'),
  '1.2.840.113549.1.1.12': rsa('sha384'),
  '1.2.840.113549.1.1.13': rsa('sha512'),
  '1.2.840.10045.4.3.1': ecdsa('sha224'),
  '1.2.840.10045.4.3.2': ecdsa('sha256'),
  '1.2.840.10045.4.3.3': ecdsa('sha384'),
  '1.2.840.10045.4.3.4': ecdsa('sha512'),
  '1.3.101.112': { keyTypes: ['ed25519'], hash: null },
  '1.3.101.113': { keyTypes: ['ed448'], hash: null },
};
const rsaPss = '1.2.840.113549.1.1.10';
const mgf1 = '1.2.840.113549.1.1.8';
const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** SEQUENCE of body, AlgorithmIdentifier and BIT STRING, and nothing behind it. */
export function readSigned(der: Uint8Array, what: string): Signed {
  const parts = readAll(expectTag(readDer(der, what), tags.sequence, what).content, what);
  const [body, algorithm, signature] = parts;
  if (parts.length !== 3) throw new PkiError(`${what}: not a signed object`);
  return {
    body: expectTag(body, tags.sequence, `${what}, signed part`),
    algorithm: expectTag(algorithm, tags.sequence, `${what}, signature algorithm`),
    signature: readBits(signature, `${what}, signature`),
  };
}

/** OID and parameters; a NULL counts as no parameters, anything after them as a fault. */
function readAlgorithm(algorithm: Der, what: string): { oid: string; parameters: Der | undefined } {
  const [type, parameters, extra] = readAll(expectTag(algorithm, tags.sequence, what).content, what);
  if (extra !== undefined) throw new PkiError(`${what}: more than an OID and parameters`);
  const empty = parameters?.tag === tags.null && parameters.content.length === 0;
  return { oid: readOid(type, what), parameters: empty ? undefined : parameters };
}

function readHash(algorithm: Der | undefined, what: string): string {
  const { oid, parameters } = readAlgorithm(expectTag(algorithm, tags.sequence, what), what);
  const hash = hashes[oid];
  if (hash === undefined || parameters !== undefined)
    throw new PkiError(`${what}: hash ${oid} is not SHA-256, 384 or 512`);
  return hash;
}

/** RSASSA-PSS parameters (RFC 4055, 3.1): hash, MGF1 over the same hash, salt length. SHA-1 defaults are refused (A00.FR.504). */
function readPss(parameters: Der | undefined, what: string): Scheme {
  const fields = readAll(expectTag(parameters, tags.sequence, what).content, what);
  const [hashField, maskField, saltField] = fields;
  if (fields.length !== 3) throw new PkiError(`${what}: RSA-PSS needs hash, mask and salt length`);
  const inside = (field: Der | undefined, n: number) => readDer(expectTag(field, contextTag(n), what).content, what);
  const hash = readHash(inside(hashField, 0), what);
  const mask = readAlgorithm(inside(maskField, 1), what);
  const salt = expectTag(inside(saltField, 2), tags.integer, what).content;
  if (mask.oid !== mgf1 || readHash(mask.parameters, what) !== hash)
    throw new PkiError(`${what}: mask is not MGF1 of ${hash}`);
  const saltLength = Number.parseInt(toHex(salt), 16);
  return { keyTypes: ['rsa', 'rsa-pss'], hash, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
}

function readScheme(algorithm: Der, what: string): Scheme {
  const { oid, parameters } = readAlgorithm(algorithm, what);
  if (oid === rsaPss) return readPss(parameters, what);
  const scheme = schemes[oid];
  if (scheme === undefined) throw new PkiError(`${what}: signature algorithm ${oid} is unknown or too weak`);
  if (parameters !== undefined) throw new PkiError(`${what}: signature algorithm ${oid} with parameters`);
  return scheme;
}

/** Whether the signature is one of `key` over the body. Throws PkiError when the algorithm is unknown, weak or malformed. */
export function signatureHolds(signed: Signed, key: KeyObject, what: string): boolean {
  const { keyTypes, hash, padding, saltLength } = readScheme(signed.algorithm, `${what}, signature algorithm`);
  if (!keyTypes.includes(key.asymmetricKeyType ?? '')) return false;
  const options = {
    key,
    ...(padding === undefined ? {} : { padding }),
    ...(saltLength === undefined ? {} : { saltLength }),
  };
  try {
    return verify(hash, signed.body.bytes, options, signed.signature);
  } catch {
    return false; // node:crypto throws where key and parameters cannot go together
  }
}
