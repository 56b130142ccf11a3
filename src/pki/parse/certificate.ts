import { contextTag, type Der, expectTag, readAll, tags, toHex } from './der.ts';
import { PkiError } from './errors.ts';
import { type Extensions, readExtensions } from './extensions.ts';
import { type KeyFacts, keyFacts } from './key.ts';
import { type DistinguishedName, readName } from './name.ts';
import { readPemBlocks, writePem } from './pem.ts';
import { readSigned, type Signed } from './signed.ts';

/** What a person or a check wants to know of a certificate. Times are RFC 3339 in UTC. */
export interface CertificateFacts extends KeyFacts {
  readonly subject: string;
  readonly commonName?: string;
  readonly organization?: string;
  readonly issuer: string;
  /** Hexadecimal, lower case, without leading zeros. */
  readonly serialNumber: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly subjectAltNames: readonly string[];
  readonly ca: boolean;
  readonly pem: string;
}

/** A certificate taken apart, for path validation and hash data. */
export interface Certificate {
  readonly signed: Signed;
  readonly serialNumber: string;
  readonly issuerDer: Der;
  readonly issuer: DistinguishedName;
  readonly subjectDer: Der;
  readonly subject: DistinguishedName;
  readonly validFrom: number; // epoch ms
  readonly validTo: number; // epoch ms
  readonly spki: Der;
  readonly extensions: Extensions;
  readonly pem: string;
}

function readTime(element: Der | undefined, what: string): number {
  const { tag, content } = element ?? { tag: -1, content: new Uint8Array() };
  const text = Buffer.from(content).toString('latin1');
  const shape = tag === tags.utcTime ? /^\d{12}Z$/ : tag === tags.generalizedTime ? /^\d{14}Z$/ : undefined;
  if (shape === undefined || !shape.test(text)) throw new PkiError(`${what}: validity that is not a time in UTC`);
  // Two-digit years: 50 to 99 are of the last century (RFC 5280, 4.1.2.5.1).
  const full = tag === tags.generalizedTime ? text : `${Number(text.slice(0, 2)) >= 50 ? '19' : '20'}${text}`;
  const iso = full.replace(/^(....)(..)(..)(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const time = Date.parse(iso);
  if (Number.isNaN(time)) throw new PkiError(`${what}: validity with an impossible date ${text}`);
  return time;
}

function readSerial(element: Der | undefined, what: string): string {
  const { content } = expectTag(element, tags.integer, `${what}, serial number (A00.FR.508)`);
  return toHex(content).replace(/^0+(?=.)/, '');
}

function parse(der: Uint8Array, what: string): Certificate {
  const signed = readSigned(der, what);
  const fields = readAll(signed.body.content, what);
  if (fields[0]?.tag === contextTag(0)) fields.shift(); // version
  const [serial, algorithm, issuer, validity, subject, spki, ...rest] = fields;
  if (Buffer.compare(algorithm?.bytes ?? new Uint8Array(), signed.algorithm.bytes) !== 0) {
    throw new PkiError(`${what}: signature algorithm differs between the signed part and the signature`);
  }
  const [from, to] = readAll(expectTag(validity, tags.sequence, `${what}, validity`).content, what);
  const issuerDer = expectTag(issuer, tags.sequence, `${what}, issuer`);
  const subjectDer = expectTag(subject, tags.sequence, `${what}, subject`);
  return {
    signed,
    serialNumber: readSerial(serial, what),
    issuerDer,
    issuer: readName(issuerDer, `${what}, issuer`),
    subjectDer,
    subject: readName(subjectDer, `${what}, subject`),
    validFrom: readTime(from, what),
    validTo: readTime(to, what),
    spki: expectTag(spki, tags.sequence, `${what}, public key`),
    extensions: readExtensions(
      rest.find(({ tag }) => tag === contextTag(3)),
      what,
    ),
    pem: writePem(der, 'CERTIFICATE'),
  };
}

/** All certificates of a PEM text, in its order. Throws PkiError naming the one that cannot be read. */
export function parseCertificates(pem: string, what = 'certificate'): Certificate[] {
  const blocks = readPemBlocks(pem, ['CERTIFICATE'], what);
  return blocks.map((der, i) => parse(der, blocks.length === 1 ? what : `${what} ${i + 1} of ${blocks.length}`));
}

/** The first certificate of a PEM text. */
export function parseCertificate(pem: string, what = 'certificate'): Certificate {
  const [first] = parseCertificates(pem, what);
  if (first === undefined) throw new PkiError(`${what}: no certificate`);
  return first;
}

/** Facts of the first certificate of a PEM text. Throws PkiError when it cannot be read. */
export function readCertificate(pem: string): CertificateFacts {
  const { subject, issuer, serialNumber, validFrom, validTo, spki, extensions, pem: own } = parseCertificate(pem);
  const { text, ...names } = subject;
  return {
    subject: text,
    ...names,
    issuer: issuer.text,
    serialNumber,
    validFrom: new Date(validFrom).toISOString(),
    validTo: new Date(validTo).toISOString(),
    subjectAltNames: extensions.subjectAltNames,
    ca: extensions.ca,
    ...keyFacts(spki, 'certificate'),
    pem: own,
  };
}

/** A PEM text cut into one PEM per certificate. */
export function splitPem(pem: string): string[] {
  return readPemBlocks(pem, ['CERTIFICATE'], 'certificate').map((der) => writePem(der, 'CERTIFICATE'));
}
