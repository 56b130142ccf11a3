import { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { CertificateFacts } from './types.ts';

/** Field sizes of the named curves that do not carry theirs in the name. */
const curveBits: Readonly<Record<string, number>> = { prime256v1: 256, ed25519: 255, ed448: 448 };

function keyFacts(certificate: X509Certificate): { keyType: string; keyBits: number } {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
    const curve = asymmetricKeyDetails?.namedCurve ?? asymmetricKeyType ?? '';
    const bits = asymmetricKeyDetails?.modulusLength ?? curveBits[curve] ?? Number(/\d{3}/.exec(curve)?.[0] ?? 0);
    return { keyType: asymmetricKeyType ?? 'unknown', keyBits: bits };
  } catch {
    // A key of an algorithm OpenSSL does not know is a fact about the other side, not a failure of ours.
    return { keyType: 'unknown', keyBits: 0 };
  }
}

const oneLine = (name: string): string => name.split('\n').join(', ');

function isoTime(openssl: string): string {
  const time = new Date(openssl);
  return Number.isNaN(time.getTime()) ? openssl : time.toISOString();
}

/** Facts of one certificate; `validFrom`/`validTo` are ISO 8601, `subjectAltNames` as `DNS:...`, `IP Address:...`. */
export function certificateFacts(certificate: X509Certificate): CertificateFacts {
  const commonName = /(?:^|\n)CN=(.*)/.exec(certificate.subject ?? '')?.[1];
  return {
    subject: oneLine(certificate.subject ?? ''),
    ...(commonName === undefined ? {} : { commonName }),
    issuer: oneLine(certificate.issuer ?? ''),
    serialNumber: certificate.serialNumber,
    validFrom: isoTime(certificate.validFrom),
    validTo: isoTime(certificate.validTo),
    subjectAltNames: certificate.subjectAltName?.split(', ') ?? [],
    pem: certificate.toString(),
    ...keyFacts(certificate),
  };
}

/** The peer's certificates, leaf first, as far as the socket could link them; [] when it showed none. */
export function peerChain(socket: TLSSocket): CertificateFacts[] {
  const chain: CertificateFacts[] = [];
  const seen = new Set<string>();
  // A certificate OpenSSL can carry but not describe ends the chain we can speak about.
  try {
    let certificate: { raw?: Buffer; issuerCertificate?: unknown } | undefined = socket.getPeerCertificate(true);
    while (certificate?.raw !== undefined) {
      const encoded = certificate.raw.toString('base64');
      if (seen.has(encoded)) break; // a root points at itself
      seen.add(encoded);
      chain.push(certificateFacts(new X509Certificate(certificate.raw)));
      const issuer: unknown = certificate.issuerCertificate;
      certificate = typeof issuer === 'object' && issuer !== null ? issuer : undefined;
    }
  } catch {
    return chain;
  }
  return chain;
}
