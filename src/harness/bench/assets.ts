import { readFileSync } from 'node:fs';
import type { Issued, RunPki } from '../../pki/issue/index.ts';
import { crossSignedRoot, signFirmware } from '../../pki/issue/index.ts';
import type { Assets } from '../case/fixtures.ts';
import { UsageError } from '../config/load.ts';
import type { Config } from '../config/types.ts';

/** A file server that already serves the images; gives their URLs. */
export interface PublishedFirmware {
  readonly url: (variant: 'valid' | 'slow') => string;
  readonly image: Uint8Array;
}

/** A PEM file of the configuration. */
export const readPem = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file}: cannot be read; it is named in the configuration`);
  }
};

/** One PEM block on one line ends as the schema wants it: certificates travel as PEM text. */
const pem = (certificate: string) => certificate.trim();

async function firmwareVariants(pki: RunPki, config: Config, published: PublishedFirmware) {
  const own = config.fixtures.firmware;
  const signer = pki.firmwareSigners.valid;
  const signature = own === undefined ? await signFirmware(published.image, signer.key) : readPem(own.signature).trim();
  const certificate = own === undefined ? signer.certificate : readPem(own.signingCertificate);
  const wrongSignature = await signFirmware(new TextEncoder().encode('another image'), pki.firmwareSigners.valid.key);
  const times = { retrieveDateTime: new Date(Date.now() - 86_400_000).toISOString() };
  const base = { ...times, location: published.url('valid'), signingCertificate: pem(certificate), signature };
  return {
    valid: base,
    slow: { ...base, location: published.url('slow') },
    'invalid certificate': { ...base, signingCertificate: pem(pki.firmwareSigners['unknown root'].certificate) },
    'invalid signature': { ...base, signature: wrongSignature },
  };
}

const pair = ({ certificate, key }: Issued) => ({ certificate, key });

/** What cases may name, for a station under test: everything comes from the run's own PKI. */
export async function stationAssets(pki: RunPki, config: Config, published: PublishedFirmware): Promise<Assets> {
  const variants = await firmwareVariants(pki, config, published);
  return {
    csmsRoot: pem(pki.csms.EC.certificate),
    newCsmsRoot: pem(pki.newCsms.EC.certificate),
    newCsmsRootByOld: pem(await crossSignedRoot(pki, Date.now())),
    firmwareRoot: pem(pki.manufacturer.certificate),
    client: pair(pki.stations.valid),
    clientFromUnknownCa: pair(pki.stations['unknown CA']),
    clientExpired: pair(pki.stations.expired),
    clientOfAnotherStation: pair(pki.stations['certificate of another station']),
    firmware: (variant) => variants[variant],
  };
}

/** For a CSMS under test: its roots and the station's certificates come from the configuration; the unknown CA is ours. */
export function csmsAssets(pki: RunPki, config: Config, ownCertificates: boolean): Assets {
  const { roots, client, clientExpired, clientOfAnotherStation, rootToInstall } = config.csms;
  const files = (named: { certificate: string; key: string } | undefined) =>
    named === undefined ? undefined : { certificate: readPem(named.certificate), key: readPem(named.key) };
  const own = (name: 'valid' | 'expired' | 'certificate of another station') =>
    ownCertificates ? pair(pki.stations[name]) : undefined;
  const [root] = roots;
  return {
    csmsRoot: root === undefined ? pem(pki.csms.EC.certificate) : pem(readPem(root)),
    newCsmsRoot: rootToInstall === undefined ? pem(pki.newCsms.EC.certificate) : pem(readPem(rootToInstall)),
    firmwareRoot: pem(pki.manufacturer.certificate),
    client: files(client) ?? own('valid'),
    clientFromUnknownCa: pair(pki.stations['unknown CA']),
    clientExpired: files(clientExpired) ?? own('expired'),
    clientOfAnotherStation: files(clientOfAnotherStation) ?? own('certificate of another station'),
    firmware: () => ({}),
  };
}
