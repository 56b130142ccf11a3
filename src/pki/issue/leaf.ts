import { createUnknownAuthority } from './authority.ts';
import { type Authority, type CertificatePlan, type Issued, type Subject, signCertificate } from './certificate.ts';
import type { ClientDefect, FirmwareSignerDefect, ServerDefect } from './defects.ts';
import { otherHost, wildcardOf } from './host-names.ts';
import { generateKey, type KeyType, publicKeyOf } from './key.ts';
import { validities } from './validity.ts';

export interface LeafRequest extends Subject {
  readonly authority: Authority;
  /** Made as of then, epoch ms. */
  readonly at: number;
  /** PKCS#8 PEM; given, the defective certificates of a row differ from the valid one in nothing but the defect. */
  readonly key?: string;
}
export interface ServerRequest extends LeafRequest {
  readonly keyType: KeyType;
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  readonly defect?: ServerDefect;
}
export interface ClientRequest extends LeafRequest {
  readonly keyType: KeyType;
  readonly defect?: ClientDefect;
}
export interface FirmwareSignerRequest extends LeafRequest {
  readonly defect?: FirmwareSignerDefect;
}

type Change = (plan: CertificatePlan, at: number) => Partial<CertificatePlan>;

/** What each defect changes in the plan of a valid certificate; an unknown issuer is no matter of the plan. */
const changes: Readonly<Record<ServerDefect | ClientDefect | FirmwareSignerDefect, Change>> = {
  expired: (_, at) => ({ validity: validities.expired(at) }),
  'not yet valid': (_, at) => ({ validity: validities['not yet valid'](at) }),
  'unknown root': () => ({}),
  'unknown CA': () => ({}),
  // Wrong by common name and by alternative name, so that both ways of checking must see it.
  'other host name': ({ subject }) => ({
    subject: { ...subject, commonName: otherHost },
    dnsNames: [otherHost],
    ipAddresses: [],
  }),
  'wildcard host name': ({ subject }) => ({
    subject: { ...subject, commonName: wildcardOf(subject.commonName) },
    dnsNames: [wildcardOf(subject.commonName)],
    ipAddresses: [],
  }),
  // Without the identity in it: a CSMS checks that the common name contains the serial number (A00.FR.405).
  'certificate of another station': ({ subject }) => ({ subject: { ...subject, commonName: 'ANOTHER-STATION' } }),
};

export type Defect = keyof typeof changes;

/** Signs `plan` with its defect; PEM chain, leaf first. */
export async function signLeaf(
  plan: CertificatePlan,
  authority: Authority,
  at: number,
  defect?: Defect,
): Promise<string> {
  const unknown = defect === 'unknown root' || defect === 'unknown CA';
  const issuer = unknown ? await createUnknownAuthority(authority.keyType, at) : authority;
  const changed = defect === undefined ? plan : { ...plan, ...changes[defect](plan, at) };
  return (await signCertificate(changed, issuer)) + issuer.intermediates;
}

async function issue(
  request: LeafRequest & { readonly defect?: Defect },
  keyType: KeyType,
  rest: Pick<CertificatePlan, 'use' | 'dnsNames' | 'ipAddresses'>,
): Promise<Issued> {
  const { commonName, organization, authority, at, defect } = request;
  const key = request.key ?? (await generateKey(keyType));
  const plan = {
    subject: { commonName, organization },
    publicKey: publicKeyOf(key),
    validity: validities.leaf(at),
    ...rest,
  };
  return { certificate: await signLeaf(plan, authority, at, defect), key };
}

/** A CSMS certificate: `commonName` is the FQDN the station was told (A00.FR.510), addresses stand in the alternative names only. */
export function issueServer(request: ServerRequest): Promise<Issued> {
  const { keyType, dnsNames, ipAddresses } = request;
  return issue(request, keyType, { use: 'server', dnsNames, ipAddresses });
}

/** A charging station certificate: `commonName` is the station's serial number, no alternative names (A00.FR.511). */
export function issueClient(request: ClientRequest): Promise<Issued> {
  return issue(request, request.keyType, { use: 'client' });
}

/** A firmware signing certificate with an RSA key, for RSA-PSS (L01.FR.04). */
export function issueFirmwareSigner(request: FirmwareSignerRequest): Promise<Issued> {
  return issue(request, 'RSA', { use: 'firmware signer' });
}
