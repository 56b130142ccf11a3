import { createPublicKey } from 'node:crypto';
import { keyLengthFault, PkiError, readCertificate, readCsr, splitPem, verifyChain } from '../../pki/parse/index.ts';

/** Runs a check on what a CSMS sent; what cannot be read is a reason, not an exception. */
export function readable(check: () => string | undefined): string | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof PkiError) return error.message;
    throw error;
  }
}

/** Is this a certificate authority that may be trusted now (M05.FR.07)? undefined = yes. `at`: epoch ms, wall time. */
export function rootFault(pem: string, at: number): string | undefined {
  return readable(() => {
    const facts = readCertificate(pem);
    if (!facts.ca) return 'not a certificate authority';
    if (at < Date.parse(facts.validFrom)) return `not valid before ${facts.validFrom}`;
    if (at > Date.parse(facts.validTo)) return `expired ${facts.validTo}`;
    const selfSigned = facts.subject === facts.issuer;
    return (selfSigned ? verifyChain(pem, [pem], at) : undefined) ?? keyLengthFault(facts)?.reason;
  });
}

const keyOf = (pem: string) => createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString();

/**
 * Does this chain answer the CSR, is it valid now, does it lie under a CSMS root (A02.FR.06)? undefined = yes. `key`: the private
 * key of the CSR, PEM. `at`: epoch ms, wall time.
 */
export function stationCertificateFault(
  chainPem: string,
  open: { readonly csr: string; readonly key: string },
  roots: readonly string[],
  at: number,
): string | undefined {
  return readable(() => {
    const [leaf] = splitPem(chainPem);
    if (leaf === undefined) return 'no certificate';
    const facts = readCertificate(leaf);
    const asked = readCsr(open.csr);
    if (keyOf(leaf) !== keyOf(open.key)) return 'the key is not the one of the CSR';
    if (facts.commonName !== asked.commonName)
      return `common name "${facts.commonName ?? ''}" is not the one of the CSR`;
    return keyLengthFault(facts)?.reason ?? verifyChain(chainPem, roots, at);
  });
}
