import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { type Der, expectTag, readAll, readBits, tags } from './der.ts';
import { PkiError } from './errors.ts';

export interface KeyFacts {
  /** `rsa`, `rsa-pss`, `dsa`, `ec`, `ed25519`, `ed448`. */
  readonly keyType: string;
  /** RSA or DSA modulus bits, or bits of the curve's field. */
  readonly keyBits: number;
  /** SHA-256 of the SubjectPublicKeyInfo, hex: equal for the same key. */
  readonly publicKeySha256: string;
}

/** The key inside a SubjectPublicKeyInfo. */
export function readKey(spki: Der, what: string): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(spki.bytes), format: 'der', type: 'spki' });
  } catch {
    throw new PkiError(`${what}: public key that cannot be read (unknown key type or curve, or not a point of it)`);
  }
}

/** The subjectPublicKey bits of a SubjectPublicKeyInfo: what an issuerKeyHash is made of. */
export function readKeyBits(spki: Der, what: string): Uint8Array {
  return readBits(readAll(expectTag(spki, tags.sequence, what).content, what)[1], what);
}

const curveBits: Readonly<Record<string, number>> = { ed25519: 256, ed448: 448 };

export function keyFacts(spki: Der, what: string): KeyFacts {
  const key = readKey(spki, what);
  const keyType = key.asymmetricKeyType ?? 'unknown';
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  // The field size is part of every curve's name: prime256v1, secp384r1, brainpoolP320r1, sect233k1.
  const ofCurve = namedCurve === undefined ? 0 : Number(/\d{3}/.exec(namedCurve)?.[0] ?? 0);
  const publicKeySha256 = createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex');
  return { keyType, keyBits: modulusLength ?? curveBits[keyType] ?? ofCurve, publicKeySha256 };
}

const limits: Readonly<Record<string, { readonly bits: number; readonly requirement: string }>> = {
  rsa: { bits: 2048, requirement: 'A00.FR.502' },
  'rsa-pss': { bits: 2048, requirement: 'A00.FR.502' },
  dsa: { bits: 2048, requirement: 'A00.FR.502' },
  ec: { bits: 224, requirement: 'A00.FR.503' },
  ed25519: { bits: 224, requirement: 'A00.FR.503' },
  ed448: { bits: 224, requirement: 'A00.FR.503' },
};

/** undefined = long enough (A00.FR.501-503), else the requirement and what was found. */
export function keyLengthFault(
  facts: Pick<KeyFacts, 'keyType' | 'keyBits'>,
): { readonly requirement: string; readonly reason: string } | undefined {
  const limit = limits[facts.keyType];
  if (limit === undefined)
    return { requirement: 'A00.FR.501', reason: `${facts.keyType} key, which has no stated strength` };
  if (facts.keyBits >= limit.bits) return undefined;
  const { requirement, bits } = limit;
  return { requirement, reason: `${facts.keyType} key of ${facts.keyBits} bits, shorter than ${bits}` };
}
