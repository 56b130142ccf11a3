import { createPrivateKey, createPublicKey, webcrypto } from 'node:crypto';
import { type KeyType, signing } from './key.ts';

async function load() {
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  x509.cryptoProvider.set(webcrypto);
  return x509;
}
let loading: ReturnType<typeof load> | undefined;

/** @peculiar/x509, imported at first use: it costs about 400 ms that a run with a kept PKI never pays. */
export function x509Library(): ReturnType<typeof load> {
  loading ??= load();
  return loading;
}

/** A private PKCS#8 PEM as a WebCrypto key pair. */
export async function cryptoKeys(key: string, keyType: KeyType): Promise<webcrypto.CryptoKeyPair> {
  const pkcs8 = createPrivateKey(key).export({ type: 'pkcs8', format: 'der' });
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const [privateKey, publicKey] = await Promise.all([
    webcrypto.subtle.importKey('pkcs8', pkcs8, signing[keyType], true, ['sign']),
    webcrypto.subtle.importKey('spki', spki, signing[keyType], true, ['verify']),
  ]);
  return { privateKey, publicKey };
}
