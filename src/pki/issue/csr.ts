import { type Authority, nameOf, type Subject } from './certificate.ts';
import type { ClientDefect } from './defects.ts';
import { IssueError } from './errors.ts';
import { generateKey, type KeyType, signing } from './key.ts';
import { signLeaf } from './leaf.ts';
import { validities } from './validity.ts';
import { cryptoKeys, x509Library } from './x509-library.ts';

export interface CsrRequest extends Subject {
  readonly keyType: KeyType;
  /** PKCS#8 PEM of that type; left out, a new key is made. */
  readonly key?: string;
}

/** A CSR (PEM) and the private key it is for (PKCS#8 PEM). */
export async function createCsr(request: CsrRequest): Promise<{ readonly csr: string; readonly key: string }> {
  const x509 = await x509Library();
  const key = request.key ?? (await generateKey(request.keyType));
  const csr = await x509.Pkcs10CertificateRequestGenerator.create({
    name: nameOf(request),
    keys: await cryptoKeys(key, request.keyType),
    signingAlgorithm: signing[request.keyType],
  });
  return { csr: `${csr.toString('pem')}\n`, key };
}

/**
 * A client certificate for the subject and key of a CSR, PEM chain leaf first. Throws IssueError when the CSR cannot be read, its
 * signature is wrong, or it names nobody. `at`: epoch ms.
 */
export async function issueFromCsr(
  csrPem: string,
  authority: Authority,
  { at, defect }: { readonly at: number; readonly defect?: ClientDefect },
): Promise<string> {
  const x509 = await x509Library();
  let csr: InstanceType<typeof x509.Pkcs10CertificateRequest>;
  let signed: boolean;
  try {
    csr = new x509.Pkcs10CertificateRequest(csrPem);
    signed = await csr.verify();
  } catch (error) {
    throw new IssueError(`CSR cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!signed) throw new IssueError('CSR refused: its signature is not one of its own key');
  const [commonName] = csr.subjectName.getField('CN');
  const [organization] = csr.subjectName.getField('O');
  if (commonName === undefined || organization === undefined) {
    throw new IssueError(`CSR refused: subject "${csr.subject}" lacks a common name or organization (A00.FR.509, 511)`);
  }
  const plan = {
    subject: { commonName, organization },
    publicKey: csr.publicKey.toString('pem'),
    validity: validities.leaf(at),
    use: 'client' as const,
  };
  return signLeaf(plan, authority, at, defect);
}
