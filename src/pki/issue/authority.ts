import { type Authority, type Issued, signCertificate } from './certificate.ts';
import { IssueError } from './errors.ts';
import { generateKey, type KeyType, publicKeyOf } from './key.ts';
import { validities } from './validity.ts';
import { x509Library } from './x509-library.ts';

export interface AuthorityRequest {
  readonly name: string;
  readonly organization?: string;
  readonly keyType: KeyType;
  /** Made as of then, epoch ms. */
  readonly at: number;
  /** Makes a sub CA of it instead of a root. */
  readonly parent?: Authority;
}

/** A root that signs itself, or with `parent` a sub CA that may only sign leaves. */
export async function createAuthority(request: AuthorityRequest): Promise<Authority> {
  const { name, organization = 'Assay', keyType, at, parent } = request;
  const key = await generateKey(keyType);
  const plan = {
    subject: { commonName: name, organization },
    publicKey: publicKeyOf(key),
    validity: validities.root(at),
    use: 'authority' as const,
    ...(parent === undefined ? {} : { pathLength: 0 }),
  };
  const certificate = await signCertificate(plan, parent ?? { keyType, key });
  if (parent === undefined) return rootAuthority({ certificate, key }, keyType);
  return { keyType, certificate, key, intermediates: certificate + parent.intermediates, root: parent.root };
}

/** A root that was kept, as an authority again. */
export function rootAuthority({ certificate, key }: Issued, keyType: KeyType): Authority {
  return { keyType, certificate, key, intermediates: '', root: certificate };
}

/** An authority that nobody installed, for the defects `unknown root` and `unknown CA`. */
export function createUnknownAuthority(keyType: KeyType, at: number): Promise<Authority> {
  return createAuthority({ name: 'Assay Unknown Root', keyType, at });
}

/**
 * The certificate of a root as another root signs it: name and key of the one, signature of the other. What a station with
 * AdditionalRootCertificateCheck wants of a new CSMS root (M05.FR.09). PEM.
 */
export async function crossSign(root: Authority, by: Authority, at: number): Promise<string> {
  const { X509Certificate } = await x509Library();
  const { subjectName } = new X509Certificate(root.certificate);
  const [[commonName], [organization]] = [subjectName.getField('CN'), subjectName.getField('O')];
  if (commonName === undefined || organization === undefined)
    throw new IssueError('a root without common name or organization cannot be signed again');
  const subject = { commonName, organization };
  return signCertificate(
    { subject, publicKey: publicKeyOf(root.key), validity: validities.root(at), use: 'authority' },
    by,
  );
}
