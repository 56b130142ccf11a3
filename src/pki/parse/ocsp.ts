import { parseCertificate } from './certificate.ts';
import { contextTag, type Der, expectTag, readAll, readBits, readDer, readOid, tags, toHex } from './der.ts';
import { PkiError } from './errors.ts';
import type { CertificateHashData } from './hash-data.ts';
import { readKey } from './key.ts';
import { decodeBase64, writePem } from './pem.ts';
import { type Signed, signatureHolds } from './signed.ts';

/** CertID (RFC 6960, 4.1.1) in the terms of CertificateHashDataType; a responder may use SHA-1, which OCPP does not have. */
export interface OcspCertificateId extends Omit<CertificateHashData, 'hashAlgorithm'> {
  readonly hashAlgorithm: CertificateHashData['hashAlgorithm'] | 'SHA1';
}

export interface OcspSingleResponse extends OcspCertificateId {
  readonly status: 'good' | 'revoked' | 'unknown';
  /** RFC 3339 in UTC. */
  readonly thisUpdate: string;
  readonly nextUpdate?: string;
}

/** An OCSPResponse (RFC 6960, 4.2.1) of the basic type; only `successful` has responses. */
export interface OcspResponse {
  readonly status: 'successful' | 'malformedRequest' | 'internalError' | 'tryLater' | 'sigRequired' | 'unauthorized';
  readonly responses: readonly OcspSingleResponse[];
  /** Whether one of the certificates inside it made the signature; undefined = it carries no certificate. */
  readonly signedByCarried?: boolean;
}

const algorithms: Readonly<Record<string, OcspCertificateId['hashAlgorithm']>> = {
  '1.3.14.3.2.26': 'SHA1',
  '2.16.840.1.101.3.4.2.1': 'SHA256',
  '2.16.840.1.101.3.4.2.2': 'SHA384',
  '2.16.840.1.101.3.4.2.3': 'SHA512',
};
const basicResponse = '1.3.6.1.5.5.7.48.1.1';
const enumerated = 0x0a;
const statuses: Readonly<Record<number, OcspResponse['status']>> = {
  0: 'successful',
  1: 'malformedRequest',
  2: 'internalError',
  3: 'tryLater',
  5: 'sigRequired',
  6: 'unauthorized',
};
// CHOICE of good [0] NULL, revoked [1] RevokedInfo, unknown [2] NULL, all implicit.
const certificateStatuses: Readonly<Record<number, OcspSingleResponse['status']>> = {
  128: 'good',
  161: 'revoked',
  130: 'unknown',
};

const inside = (element: Der | undefined, tag: number, what: string): Der[] =>
  readAll(expectTag(element, tag, what).content, what);

function readCertificateId(element: Der | undefined, what: string): OcspCertificateId {
  const [algorithm, name, key, serial] = inside(element, tags.sequence, `${what}, CertID`);
  const oid = readOid(inside(algorithm, tags.sequence, `${what}, hash algorithm`)[0], `${what}, hash algorithm`);
  const hashAlgorithm = algorithms[oid];
  if (hashAlgorithm === undefined) throw new PkiError(`${what}: hash algorithm ${oid} of the CertID is unknown`);
  return {
    hashAlgorithm,
    issuerNameHash: toHex(expectTag(name, tags.octetString, `${what}, issuerNameHash`).content),
    issuerKeyHash: toHex(expectTag(key, tags.octetString, `${what}, issuerKeyHash`).content),
    serialNumber: toHex(expectTag(serial, tags.integer, `${what}, serial number`).content).replace(/^0+(?=.)/, ''),
  };
}

function readTime(element: Der | undefined, what: string): string {
  const text = Buffer.from(expectTag(element, tags.generalizedTime, what).content).toString('latin1');
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  if (Number.isNaN(Date.parse(iso))) throw new PkiError(`${what}: ${text} is no time in UTC`);
  return iso;
}

function readSingle(element: Der, what: string): OcspSingleResponse {
  const [id, status, thisUpdate, ...optional] = inside(element, tags.sequence, what);
  const known = certificateStatuses[status?.tag ?? -1];
  if (known === undefined) throw new PkiError(`${what}: the certificate status is neither good, revoked nor unknown`);
  const next = optional.find(({ tag }) => tag === contextTag(0));
  return {
    ...readCertificateId(id, what),
    status: known,
    thisUpdate: readTime(thisUpdate, `${what}, thisUpdate`),
    ...(next === undefined ? {} : { nextUpdate: readTime(readDer(next.content, what), `${what}, nextUpdate`) }),
  };
}

/** ResponseData: version [0] by default 1, responderID [1] or [2], producedAt, responses, extensions [1]. */
function readResponseData(body: Der, what: string): OcspSingleResponse[] {
  const fields = readAll(body.content, what);
  if (fields[0]?.tag === contextTag(0)) fields.shift();
  return inside(fields[2], tags.sequence, `${what}, responses`).map((single) => readSingle(single, what));
}

function madeByOneOf(certificates: readonly Der[], signed: Signed, what: string): boolean {
  return certificates.some(({ bytes }) => {
    const { spki } = parseCertificate(writePem(bytes, 'CERTIFICATE'), `${what}, certificate of the responder`);
    return signatureHolds(signed, readKey(spki, what), what);
  });
}

/**
 * Reads the base64 of a DER OCSPResponse (M06.FR.08, M06.FR.09); line breaks in the base64 are let pass. Its signature is held only
 * against the certificates it carries. Throws PkiError when it is no OCSPResponse, or not in DER.
 */
export function readOcspResponse(base64: string): OcspResponse {
  const what = 'OCSP response';
  const outer = readDer(decodeBase64(base64.replace(/\s/g, ''), what), what);
  const [first, second] = inside(outer, tags.sequence, what);
  const status = statuses[expectTag(first, enumerated, `${what}, status`).content[0] ?? -1];
  if (status === undefined) throw new PkiError(`${what}: its status is not one of RFC 6960`);
  if (status !== 'successful') return { status, responses: [] };
  const explicit = expectTag(second, contextTag(0), `${what}, response bytes`);
  const [type, octets] = inside(readDer(explicit.content, what), tags.sequence, what);
  if (readOid(type, what) !== basicResponse) throw new PkiError(`${what}: not of the basic type`);
  const basic = readDer(expectTag(octets, tags.octetString, what).content, what);
  const [body, algorithm, signature, carried] = inside(basic, tags.sequence, what);
  const signed: Signed = {
    body: expectTag(body, tags.sequence, `${what}, response data`),
    algorithm: expectTag(algorithm, tags.sequence, `${what}, signature algorithm`),
    signature: readBits(signature, `${what}, signature`),
  };
  const responses = readResponseData(signed.body, what);
  if (carried === undefined) return { status, responses };
  const certificates = inside(readDer(expectTag(carried, contextTag(0), what).content, what), tags.sequence, what);
  return { status, responses, signedByCarried: madeByOneOf(certificates, signed, what) };
}

/** What a DER OCSPRequest (RFC 6960, 4.1.1) asks for, in its order. Throws PkiError when it is none. */
export function readOcspRequest(der: Uint8Array): OcspCertificateId[] {
  const what = 'OCSP request';
  const [body] = inside(readDer(der, what), tags.sequence, what);
  // version [0] and requestorName [1] may stand before the list.
  const list = inside(body, tags.sequence, what).find(({ tag }) => tag === tags.sequence);
  return inside(list, tags.sequence, `${what}, request list`).map((request) =>
    readCertificateId(inside(request, tags.sequence, what)[0], what),
  );
}
