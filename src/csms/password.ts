import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** A password as stored: salted hash only (A01.FR.08). */
export interface StoredPassword {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

// Cheap on purpose: every connection attempt of a test run pays for it.
const cost = { N: 1024, r: 8, p: 1 };

export function storePassword(password: string): StoredPassword {
  const salt = randomBytes(16);
  return { salt, hash: scryptSync(password, salt, 32, cost) };
}

export function isPassword(stored: StoredPassword, password: string): boolean {
  return timingSafeEqual(stored.hash, scryptSync(password, stored.salt, stored.hash.length, cost));
}

/** 32 random characters of the base64url alphabet. */
export function freshPassword(): string {
  return randomBytes(24).toString('base64url');
}
