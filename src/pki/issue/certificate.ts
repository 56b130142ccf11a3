import { randomBytes } from 'node:crypto';
import type { Extension } from '@peculiar/x509';
import { IssueError } from './errors.ts';
import { type KeyType, signing } from './key.ts';
import type { Validity } from './validity.ts';
import { cryptoKeys, x509Library } from './x509-library.ts';

export interface Subject {
  readonly commonName: string;
  readonly organization: string;
}
/** Who signs: a root or a sub CA. */
export interface Authority {
  readonly keyType: KeyType;
  readonly certificate: string; // PEM
  readonly key: string; // PKCS#8 PEM
  /** PEM of the certificates that a peer needs between a leaf and the root: empty for a root. */
  readonly intermediates: string;
  /** PEM of the root. */
  readonly root: string;
}
/** A certificate with its key, as TLS options want it: `certificate` is a PEM chain, leaf first, without the root. */
export interface Issued {
  readonly certificate: string;
  readonly key: string; // PKCS#8 PEM
}

export interface CertificatePlan {
  readonly subject: Subject;
  /** SubjectPublicKeyInfo PEM. */
  readonly publicKey: string;
  readonly validity: Validity;
  readonly use: 'authority' | 'server' | 'client' | 'firmware signer';
  readonly dnsNames?: readonly string[];
  readonly ipAddresses?: readonly string[];
  readonly pathLength?: number;
}

/** X.509 names hold 64 characters at most (RFC 5280, appendix A.1). */
export function nameOf({ commonName, organization }: Subject): { CN?: string[]; O?: string[] }[] {
  for (const text of [commonName, organization]) {
    if (text.length > 64)
      throw new IssueError(`certificate subject "${text}" has ${text.length} characters; X.509 allows 64: shorten it`);
  }
  return [{ O: [organization] }, { CN: [commonName] }];
}

/** 16 random bytes, positive and without a leading zero digit (A00.FR.508). */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = 0x10 + ((bytes[0] ?? 0) % 0x70);
  return bytes.toString('hex');
}

/** Key usage of A00.FR.512; no extended key usage (A00.FR.514). */
async function extensionsOf(plan: CertificatePlan, keyIsRsa: boolean): Promise<Extension[]> {
  const x509 = await x509Library();
  const { keyCertSign, cRLSign, digitalSignature, keyEncipherment } = x509.KeyUsageFlags;
  const ca = plan.use === 'authority';
  // The TLS_RSA suites of A00.FR.318 encrypt to the server's key.
  const leafUsage = plan.use === 'server' && keyIsRsa ? digitalSignature | keyEncipherment : digitalSignature;
  const names = [
    ...(plan.dnsNames ?? []).map((value) => ({ type: 'dns' as const, value })),
    ...(plan.ipAddresses ?? []).map((value) => ({ type: 'ip' as const, value })),
  ];
  return [
    new x509.BasicConstraintsExtension(ca, plan.pathLength, true),
    new x509.KeyUsagesExtension(ca ? keyCertSign | cRLSign : leafUsage, true),
    await x509.SubjectKeyIdentifierExtension.create(new x509.PublicKey(plan.publicKey)),
    ...(names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(names)]),
  ];
}

/** Signs a certificate, PEM. `issuer`: an authority, or the key of a root that signs itself. */
export async function signCertificate(
  plan: CertificatePlan,
  issuer: Authority | { readonly keyType: KeyType; readonly key: string },
): Promise<string> {
  const x509 = await x509Library();
  const { privateKey } = await cryptoKeys(issuer.key, issuer.keyType);
  const publicKey = new x509.PublicKey(plan.publicKey);
  const issuerCertificate = 'certificate' in issuer ? new x509.X509Certificate(issuer.certificate) : undefined;
  const extensions = await extensionsOf(plan, publicKey.algorithm.name.startsWith('RSA'));
  if (issuerCertificate !== undefined)
    extensions.push(await x509.AuthorityKeyIdentifierExtension.create(issuerCertificate));
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: nameOf(plan.subject),
    issuer: issuerCertificate?.subjectName ?? nameOf(plan.subject),
    notBefore: new Date(plan.validity.from),
    notAfter: new Date(plan.validity.to),
    publicKey,
    signingKey: privateKey,
    signingAlgorithm: signing[issuer.keyType],
    extensions,
  });
  return `${certificate.toString('pem')}\n`;
}
