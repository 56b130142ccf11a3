import type { KeyObject } from 'node:crypto';
import type { CertificatesOptions } from './certificates/index.ts';
import type { StationOptions } from './types.ts';

const asPem = (key: string | KeyObject): string =>
  typeof key === 'string' ? key : key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** What the factory put into the trust store. */
export function provisioned({ trust, clientKeyPair, nameplate }: StationOptions): CertificatesOptions {
  const csms = (trust?.csmsRoots ?? []).map((pem) => ({ use: 'CSMSRootCertificate' as const, pem }));
  const manufacturer = (trust?.manufacturerRoots ?? []).map((pem) => ({
    use: 'ManufacturerRootCertificate' as const,
    pem,
  }));
  return {
    roots: [...csms, ...manufacturer],
    commonName: nameplate.serialNumber, // A00.FR.511
    ...(clientKeyPair === undefined
      ? {}
      : { client: { key: asPem(clientKeyPair.key), certificate: clientKeyPair.certificate } }),
  };
}
