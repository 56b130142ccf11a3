import { PkiError } from './errors.ts';

const block = /-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g;

/**
 * The DER of every PEM block whose label is in `labels` (RFC 7468; text around the blocks is allowed). The base64 must be the one
 * spelling of its bytes, so that two different texts are never the same object. Throws PkiError when there is none.
 */
export function readPemBlocks(text: string, labels: readonly string[], what: string): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (const [, label = '', body = ''] of text.matchAll(block)) {
    if (labels.includes(label)) found.push(decodeBase64(body.replace(/[ \t\r\n]/g, ''), what));
  }
  if (found.length === 0) throw new PkiError(`${what}: no PEM block "${labels[0]}" (A00.FR.507)`);
  return found;
}

/** Strict base64 (RFC 4648): padded, no other characters, no stray bits. */
export function decodeBase64(text: string, what: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (text === '' || bytes.toString('base64') !== text) throw new PkiError(`${what}: not valid base64`);
  return bytes;
}

/** PEM of a DER object, lines of 64 characters. */
export function writePem(der: Uint8Array, label: string): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n');
  return `-----BEGIN ${label}-----\n${lines}-----END ${label}-----\n`;
}
