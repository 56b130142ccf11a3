import { PkiError } from './errors.ts';

/** One DER element: `bytes` with tag and length, `content` without. */
export interface Der {
  readonly tag: number;
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Context-specific, constructed tag [n]. */
export const contextTag = (n: number): number => 0xa0 | n;

function readAt(bytes: Uint8Array, offset: number, what: string): Der {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) throw new PkiError(`${what}: DER ends in the middle of an element`);
  if ((tag & 0x1f) === 0x1f) throw new PkiError(`${what}: DER tag of more than one byte`);
  let length = first;
  let start = offset + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new PkiError(`${what}: DER length that is indefinite or too long`);
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? 0);
    // One length has one spelling, so nobody can change a signed object without changing its signed bytes.
    if (length < 0x80 || length < 256 ** (count - 1))
      throw new PkiError(`${what}: DER length not in its shortest form`);
    start += count;
  }
  const end = start + length;
  if (end > bytes.length) throw new PkiError(`${what}: DER element longer than its surroundings`);
  return { tag, bytes: bytes.subarray(offset, end), content: bytes.subarray(start, end) };
}

/** The one element that fills `bytes` to the end. */
export function readDer(bytes: Uint8Array, what: string): Der {
  const element = readAt(bytes, 0, what);
  if (element.bytes.length !== bytes.length) throw new PkiError(`${what}: bytes follow the DER element`);
  return element;
}

/** The elements inside `content`, in order. */
export function readAll(content: Uint8Array, what: string): Der[] {
  const elements: Der[] = [];
  for (let offset = 0; offset < content.length; ) {
    const element = readAt(content, offset, what);
    elements.push(element);
    offset += element.bytes.length;
  }
  return elements;
}

/** `element` when it has this tag, else one line that names what is missing. */
export function expectTag(element: Der | undefined, tag: number, what: string): Der {
  if (element?.tag !== tag) throw new PkiError(`${what}: missing or of an unexpected DER type`);
  return element;
}

/** Content of a BIT STRING of whole bytes. */
export function readBits(element: Der | undefined, what: string): Uint8Array {
  const { content } = expectTag(element, tags.bitString, what);
  if (content[0] !== 0) throw new PkiError(`${what}: BIT STRING that is not of whole bytes`);
  return content.subarray(1);
}

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** OBJECT IDENTIFIER content in dotted form. */
export function readOid(element: Der | undefined, what: string): string {
  const { content } = expectTag(element, tags.oid, what);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    if (arcs.length === 0) arcs.push(Math.min(Math.floor(arc / 40), 2), arc - 40 * Math.min(Math.floor(arc / 40), 2));
    else arcs.push(arc);
    arc = 0;
  }
  return arcs.join('.');
}
