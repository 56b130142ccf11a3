import { expectTag, readAll, tags } from './der.ts';
import { PkiError } from './errors.ts';
import { type KeyFacts, keyFacts, readKey } from './key.ts';
import { readName } from './name.ts';
import { readPemBlocks } from './pem.ts';
import { readSigned, signatureHolds } from './signed.ts';

/** A PKCS#10 request (RFC 2986). */
export interface CsrFacts extends KeyFacts {
  readonly subject: string;
  readonly commonName?: string;
  readonly organization?: string;
  /** Whether the sender owns the key. */
  readonly signatureValid: boolean;
}

/** Reads the first CSR of a PEM text; throws PkiError when it cannot be read or its signature algorithm is unknown. */
export function readCsr(pem: string): CsrFacts {
  const [der] = readPemBlocks(pem, ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'], 'CSR');
  if (der === undefined) throw new PkiError('CSR: no request');
  const signed = readSigned(der, 'CSR');
  const [version, subject, spki] = readAll(signed.body.content, 'CSR');
  expectTag(version, tags.integer, 'CSR, version');
  const { text, ...names } = readName(expectTag(subject, tags.sequence, 'CSR, subject'), 'CSR, subject');
  const key = expectTag(spki, tags.sequence, 'CSR, public key');
  return {
    subject: text,
    ...names,
    ...keyFacts(key, 'CSR'),
    signatureValid: signatureHolds(signed, readKey(key, 'CSR'), 'CSR'),
  };
}
