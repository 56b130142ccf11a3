import { type Certificate, parseCertificates } from './certificate.ts';
import type { Der } from './der.ts';
import { PkiError } from './errors.ts';
import { readKey } from './key.ts';
import { signatureHolds } from './signed.ts';

const same = (a: Der, b: Der): boolean => Buffer.compare(a.bytes, b.bytes) === 0;
const label = (certificate: Certificate): string => `"${certificate.subject.text}"`;

function outOfTime(certificate: Certificate, at: number): string | undefined {
  if (at < certificate.validFrom) {
    return `${label(certificate)} is not yet valid (from ${new Date(certificate.validFrom).toISOString()})`;
  }
  if (at > certificate.validTo)
    return `${label(certificate)} expired on ${new Date(certificate.validTo).toISOString()}`;
  return undefined;
}

function ownFault(certificate: Certificate, at: number): string | undefined {
  const [critical] = certificate.extensions.unknownCritical;
  if (critical !== undefined)
    return `${label(certificate)} has the critical extension ${critical}, which is not understood`;
  return outOfTime(certificate, at);
}

/** Why `issuer` may not have issued `child`; `below` counts the CA certificates between them and the leaf. */
function issuingFault(child: Certificate, issuer: Certificate, below: number, at: number): string | undefined {
  const { ca, mayCertify, pathLength } = issuer.extensions;
  if (!signatureHolds(child.signed, readKey(issuer.spki, label(issuer)), label(child))) {
    return `the signature of ${label(child)} is not one of ${label(issuer)}`;
  }
  if (!ca) return `${label(issuer)} is not a CA certificate`;
  if (!mayCertify) return `the key usage of ${label(issuer)} does not allow signing certificates`;
  if (pathLength !== undefined && below > pathLength)
    return `the chain below ${label(issuer)} is longer than its path length`;
  return ownFault(issuer, at);
}

interface Search {
  readonly roots: readonly Certificate[];
  readonly given: readonly Certificate[];
  readonly at: number;
}

/** The first path that holds, else why the last one tried does not. */
function pathFault(
  current: Certificate,
  below: number,
  seen: readonly Certificate[],
  search: Search,
): string | undefined {
  const { roots, given, at } = search;
  let fault = `no installed root for ${label(current)}: issuer "${current.issuer.text}" is unknown`;
  const issued = (candidate: Certificate) => same(candidate.subjectDer, current.issuerDer);
  for (const root of roots.filter(issued)) {
    const found = issuingFault(current, root, below, at);
    if (found === undefined) return undefined;
    fault = found;
  }
  for (const next of given.filter((candidate) => issued(candidate) && !seen.includes(candidate))) {
    const selfIssued = same(next.subjectDer, next.issuerDer); // does not count for path lengths (RFC 5280, 4.2.1.9)
    const found =
      issuingFault(current, next, below, at) ?? pathFault(next, below + (selfIssued ? 0 : 1), [...seen, next], search);
    if (found === undefined) return undefined;
    fault = found;
  }
  return fault;
}

/**
 * Path validation (RFC 5280, section 6, as A00.FR.308, 403 and 411 ask): signatures, validity at `at` (epoch ms, wall time), CA flag,
 * key usage, path length, critical extensions, up to one of the roots. Revocation is not looked at (A00.FR.701).
 * `leafFirstPem`: the leaf, then intermediates in any order. Returns undefined when the chain holds, else one line why not;
 * never throws on what a peer sent.
 */
export function verifyChain(leafFirstPem: string, rootsPem: readonly string[], at: number): string | undefined {
  const roots = rootsPem.flatMap((pem) => parseCertificates(pem, 'root certificate'));
  try {
    const [leaf, ...given] = parseCertificates(leafFirstPem);
    if (leaf === undefined) return 'no certificate';
    return ownFault(leaf, at) ?? pathFault(leaf, 0, [leaf], { roots, given, at });
  } catch (error) {
    if (error instanceof PkiError) return error.message;
    throw error;
  }
}
