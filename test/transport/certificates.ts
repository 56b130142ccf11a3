import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { KeyPair } from '../../src/transport/index.ts';

/** Throwaway certificates for these tests only. */
const ec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
const day = 86_400_000;

export interface Issued extends KeyPair {
  readonly key: string;
  readonly certificate: string;
}
interface Authority {
  readonly pem: string;
  issue(options: {
    name: string;
    algorithm?: 'ec' | 'rsa';
    names?: readonly string[];
    fromDays?: number;
    toDays?: number;
  }): Promise<Issued>;
}

const pem = (label: string, bytes: ArrayBuffer): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes)
    .toString('base64')
    .replace(/(.{64})/g, '$1\n')}\n-----END ${label}-----\n`;

const serialNumber = (): string =>
  `1${Buffer.from(webcrypto.getRandomValues(new Uint8Array(8)))
    .toString('hex')
    .slice(1)}`;

export async function authority(name: string): Promise<Authority> {
  x509.cryptoProvider.set(webcrypto);
  const keys = await webcrypto.subtle.generateKey(ec, true, ['sign', 'verify']);
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: `CN=${name},O=Assay tests`,
    notBefore: new Date(Date.now() - 800 * day),
    notAfter: new Date(Date.now() + 800 * day),
    signingAlgorithm: ec,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 1, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  return {
    pem: root.toString('pem'),
    async issue({ name: commonName, algorithm = 'ec', names = [], fromDays = -400, toDays = 400 }) {
      const own = await webcrypto.subtle.generateKey(algorithm === 'ec' ? ec : rsa, true, ['sign', 'verify']);
      const alternative = names.map((value) => ({
        type: /^[\d.]+$/.test(value) ? ('ip' as const) : ('dns' as const),
        value,
      }));
      const certificate = await x509.X509CertificateGenerator.create({
        serialNumber: serialNumber(),
        subject: `CN=${commonName},O=Assay tests`,
        issuer: root.subject,
        notBefore: new Date(Date.now() + fromDays * day),
        notAfter: new Date(Date.now() + toDays * day),
        signingAlgorithm: ec,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        extensions: alternative.length > 0 ? [new x509.SubjectAlternativeNameExtension(alternative)] : [],
      });
      return {
        key: pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', own.privateKey)),
        certificate: certificate.toString('pem'),
      };
    },
  };
}
