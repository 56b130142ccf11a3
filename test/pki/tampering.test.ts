import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PkiError, readCsr, verifyChain, verifyFirmwareSignature } from '../../src/pki/parse/index.ts';

const text = (name: string) => readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8');
interface Expected {
  readonly firmwareSignatures: readonly { certificate: string; scheme: string | null; signature: string }[];
}
const { firmwareSignatures }: Expected = JSON.parse(text('expected.json'));
const firmware = readFileSync(new URL('golden/firmware.bin', import.meta.url));
const at = Date.parse('2030-01-01T00:00:00Z');

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}
const der = (pem: string) => Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64');
const pem = (bytes: Uint8Array, label: string) =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64')}\n-----END ${label}-----\n`;
// One bit of every byte, another place each time: all of them take half a minute and find nothing more.
const bitOfEveryByte = (bytes: Uint8Array) => Array.from(bytes, (_, byte) => byte * 8 + ((byte * 3) % 8));

function csrAccepted(bytes: Uint8Array): boolean {
  try {
    return readCsr(pem(bytes, 'CERTIFICATE REQUEST')).signatureValid;
  } catch (error) {
    if (error instanceof PkiError) return false;
    throw error; // anything else is a crash on what a peer sent
  }
}

describe('a flipped bit is never accepted', () => {
  it.each(['csr-ec.pem', 'csr-rsa.pem', 'csr-rsa-pss.pem'])('anywhere in %s', (name) => {
    const bytes = der(text(name));
    expect(bitOfEveryByte(bytes).filter((bit) => csrAccepted(flip(bytes, bit)))).toEqual([]);
  });

  it.each([
    ['server-ec.pem', 'root-ec.pem'],
    ['station-rsa.pem', 'root-rsa.pem'],
  ])('anywhere in the certificate %s', (name, root) => {
    const bytes = der(text(name));
    const held = (bit: number) => verifyChain(pem(flip(bytes, bit), 'CERTIFICATE'), [text(root)], at) === undefined;
    expect(bitOfEveryByte(bytes).filter(held)).toEqual([]);
  });

  const signed = firmwareSignatures.filter(({ scheme }) => scheme !== null);
  it.each(signed)('anywhere in a $scheme firmware signature, as bytes or as text', ({ certificate, signature }) => {
    const bytes = Buffer.from(signature, 'base64');
    const letters = Buffer.from(signature, 'latin1');
    const valid = (base64: string) => verifyFirmwareSignature(firmware, base64, text(certificate)).valid;
    expect(bitOfEveryByte(bytes).filter((bit) => valid(Buffer.from(flip(bytes, bit)).toString('base64')))).toEqual([]);
    expect(bitOfEveryByte(letters).filter((bit) => valid(Buffer.from(flip(letters, bit)).toString('latin1')))).toEqual(
      [],
    );
  });

  it.each(signed)('anywhere in a file with a $scheme signature', ({ certificate, signature }) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: firmware.length * 8 - 1 }), (bit) => {
        return !verifyFirmwareSignature(flip(firmware, bit), signature, text(certificate)).valid;
      }),
      { numRuns: 200 },
    );
  });

  it('a file cut short, lengthened or empty is not accepted', () => {
    const [{ certificate, signature } = { certificate: '', signature: '' }] = signed;
    for (const file of [
      firmware.subarray(1),
      firmware.subarray(0, -1),
      Buffer.concat([firmware, Buffer.alloc(1)]),
      Buffer.alloc(0),
    ]) {
      expect(verifyFirmwareSignature(file, signature, text(certificate)).valid).toBe(false);
    }
  });

  it('any bytes as certificate, CSR or signature end in a result or one line', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        const garbage = pem(bytes, 'CERTIFICATE');
        expect(verifyChain(garbage, [text('root-ec.pem')], at)).toMatch(/^[^\n]+$/);
        expect(verifyFirmwareSignature(firmware, Buffer.from(bytes).toString('base64'), garbage).valid).toBe(false);
        expect(csrAccepted(bytes)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
