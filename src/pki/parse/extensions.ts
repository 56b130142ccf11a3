import { type Der, expectTag, readAll, readDer, readOid, tags } from './der.ts';
import { PkiError } from './errors.ts';

/** What path validation and name checks need of the extensions (RFC 5280, 4.2). */
export interface Extensions {
  readonly ca: boolean;
  readonly pathLength?: number;
  /** Key usage allows signing certificates, or there is no key usage extension. */
  readonly mayCertify: boolean;
  /** `DNS:name`, `IP Address:1.2.3.4`, `URI:...`, `email:...`, as node:tls writes them. */
  readonly subjectAltNames: readonly string[];
  /** Critical extensions that are not understood here: the certificate must be refused. */
  readonly unknownCritical: readonly string[];
}

const basicConstraints = '2.5.29.19';
const keyUsage = '2.5.29.15';
const subjectAltName = '2.5.29.17';
const extendedKeyUsage = '2.5.29.37';
const certificatePolicies = '2.5.29.32';
// Policies and extended usage narrow nothing that OCPP asks for (A00.FR.514): understood, no effect.
const understood = [basicConstraints, keyUsage, subjectAltName, extendedKeyUsage, certificatePolicies];

const sanKinds: Readonly<Record<number, string>> = { 129: 'email', 130: 'DNS', 134: 'URI' };

function readIp(content: Uint8Array): string {
  if (content.length === 4) return content.join('.');
  const groups = Array.from({ length: content.length >> 1 }, (_, i) =>
    (((content[2 * i] ?? 0) << 8) | (content[2 * i + 1] ?? 0)).toString(16),
  );
  return groups.join(':');
}

function readAltNames(value: Der, what: string): string[] {
  return readAll(expectTag(value, tags.sequence, what).content, what).flatMap(({ tag, content }) => {
    if (tag === 0x87) return [`IP Address:${readIp(content)}`];
    const kind = sanKinds[tag];
    return kind === undefined ? [] : [`${kind}:${Buffer.from(content).toString('latin1')}`];
  });
}

function readBasicConstraints(value: Der, what: string): { ca: boolean; pathLength?: number } {
  const [first, second] = readAll(expectTag(value, tags.sequence, what).content, what);
  const ca = first?.tag === tags.boolean && first.content[0] === 0xff;
  if (!ca || second?.tag !== tags.integer) return { ca };
  return { ca, pathLength: second.content.reduce((sum, byte) => sum * 256 + byte, 0) };
}

const keyCertSign = 0x04; // bit 5 of the BIT STRING, counted from the left

/** Reads the [3] element of a TBSCertificate; undefined = a certificate without extensions. */
export function readExtensions(element: Der | undefined, what: string): Extensions {
  const list =
    element === undefined ? [] : readAll(expectTag(readDer(element.content, what), tags.sequence, what).content, what);
  const values = new Map<string, Der>();
  const unknownCritical: string[] = [];
  for (const extension of list) {
    const [id, second, third] = readAll(expectTag(extension, tags.sequence, what).content, what);
    const oid = readOid(id, what);
    const critical = second?.tag === tags.boolean && second.content[0] !== 0;
    const value = expectTag(
      second?.tag === tags.boolean ? third : second,
      tags.octetString,
      `${what}, extension ${oid}`,
    );
    if (values.has(oid)) throw new PkiError(`${what}: extension ${oid} stands there twice`);
    if (critical && !understood.includes(oid)) unknownCritical.push(oid);
    values.set(oid, understood.includes(oid) ? readDer(value.content, `${what}, extension ${oid}`) : value);
  }
  const constraints = values.get(basicConstraints);
  const usage = values.get(keyUsage);
  const altNames = values.get(subjectAltName);
  return {
    ...(constraints === undefined ? { ca: false } : readBasicConstraints(constraints, what)),
    mayCertify: usage === undefined || ((usage.content[1] ?? 0) & keyCertSign) !== 0,
    subjectAltNames: altNames === undefined ? [] : readAltNames(altNames, what),
    unknownCritical,
  };
}
