import { constants, createPublicKey, generateKeyPair, sign } from 'node:crypto';
import { promisify } from 'node:util';

/** EC is P-256, RSA has 2048 bits: both of A00.FR.501-503, both usable with the suites of A00.FR.318. */
export type KeyType = 'EC' | 'RSA';

const generate = promisify(generateKeyPair);

/** A new private key, PKCS#8 PEM. RSA takes a noticeable time, off the main thread. */
export async function generateKey(keyType: KeyType): Promise<string> {
  const { privateKey } =
    keyType === 'EC'
      ? await generate('ec', { namedCurve: 'prime256v1' })
      : await generate('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** SubjectPublicKeyInfo PEM of a private key. */
export function publicKeyOf(key: string): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
}

/** How an authority or a CSR of this key type signs: RSA-PSS or ECDSA, SHA-256 (A00.FR.505, 506). */
export const signing = {
  EC: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  RSA: { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 },
} as const;

/** Firmware signature as L01.FR.04 names it: RSA-PSS with SHA-256 over the whole file; base64. `key`: RSA, PKCS#8 PEM. */
export function signFirmware(file: Uint8Array, key: string): string {
  return sign('sha256', file, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }).toString('base64');
}
