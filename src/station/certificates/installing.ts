import type { Requests, Responses } from '../../ocpp/index.ts';
import { certificateHashData, PkiError, sameHashData, splitPem, verifyChain } from '../../pki/parse/index.ts';
import type { StationContext } from '../parts.ts';
import { hashOfRoot, type TrustStore } from './trust-store.ts';
import type { Root, StationKeyPair } from './types.ts';
import { rootFault } from './verdicts.ts';

type HashData = Requests['DeleteCertificate']['certificateHashData'];

export interface InstallingParts {
  readonly context: StationContext;
  readonly trust: TrustStore;
  /** Stated as SecurityCtrlr.CertificateEntries, maxLimit. */
  readonly room: number;
}

const additionalCheck = (context: StationContext) =>
  context.variable('SecurityCtrlr', 'AdditionalRootCertificateCheck') === 'true';

const activeRoot = (trust: TrustStore, use: Root['use']): Root | undefined =>
  trust.roots.find((root) => root.use === use && root.fallback !== true);

/** Honest `installable`: a valid authority, and with AdditionalRootCertificateCheck signed by the root it replaces (M05.FR.10, .11). */
export function installable({ context, trust }: InstallingParts, use: string, pem: string): string | undefined {
  const at = context.clock.wallNow();
  const fault = rootFault(pem, at);
  if (fault !== undefined) return fault;
  const old = activeRoot(trust, 'CSMSRootCertificate');
  if (use !== 'CSMSRootCertificate' || old === undefined || !additionalCheck(context)) return undefined;
  if (trust.has('CSMSRootCertificate', pem)) return undefined;
  return verifyChain(pem, [old.pem], at) === undefined ? undefined : 'not signed by the root it is to replace';
}

/** M05 */
export function installCertificate(
  parts: InstallingParts,
  { certificateType: use, certificate: pem }: Requests['InstallCertificate'],
): Responses['InstallCertificate'] {
  const { context, trust, room } = parts;
  const reason = context.parts.certificates.installable(use, pem);
  if (reason !== undefined)
    return {
      status: 'Rejected',
      statusInfo: { reasonCode: 'InvalidCertificate', additionalInfo: reason.slice(0, 512) },
    };
  try {
    const known = trust.has(use, pem);
    if (!known && trust.entries >= room) return { status: 'Rejected', statusInfo: { reasonCode: 'OutOfStorage' } }; // M05.FR.06
    const signers = trust.roots.filter((root) => root.use === use).map((root) => root.pem);
    const issuer = signers.find((signer) => signer !== pem && isIssuer(pem, signer));
    const root: Root = { use, pem, ...(issuer === undefined ? {} : { issuer }) };
    const old = activeRoot(trust, use);
    if (!known && use === 'CSMSRootCertificate' && old !== undefined && additionalCheck(context))
      trust.succeed(root, old);
    else trust.add(root);
    return { status: 'Accepted' };
  } catch (error) {
    if (error instanceof PkiError) return { status: 'Failed', statusInfo: { reasonCode: 'InvalidCertificate' } }; // M05.FR.03
    throw error;
  }
}

function isIssuer(pem: string, issuer: string): boolean {
  try {
    certificateHashData(pem, issuer, 'SHA256');
    return true;
  } catch (error) {
    if (error instanceof PkiError) return false;
    throw error;
  }
}

/** Does the hash data name the station's own certificate (M04.FR.06)? Its issuer is in the chain or among the roots. */
function namesStation(trust: TrustStore, pair: StationKeyPair | undefined, wanted: HashData): boolean {
  const [leaf, ...intermediates] = pair === undefined ? [] : splitPem(pair.certificate);
  if (leaf === undefined) return false;
  return [...intermediates, ...trust.roots.map(({ pem }) => pem)]
    .filter((issuer) => isIssuer(leaf, issuer))
    .some((issuer) => sameHashData(certificateHashData(leaf, issuer, wanted.hashAlgorithm), wanted));
}

/** M04 */
export function deleteCertificate(
  { context, trust }: InstallingParts,
  { certificateHashData: wanted }: Requests['DeleteCertificate'],
): Responses['DeleteCertificate'] {
  if (namesStation(trust, trust.current, wanted) || namesStation(trust, trust.previous, wanted))
    return { status: 'Failed' };
  const root = trust.findByHash(wanted);
  if (root === undefined) return { status: 'NotFound' };
  const others = trust.roots.filter(({ use, pem }) => use === root.use && pem !== root.pem);
  const needed = root.use === 'CSMSRootCertificate' && context.variable('SecurityCtrlr', 'SecurityProfile') !== '1';
  // M04.FR.03: without a CSMS root a TLS station could never connect again.
  if (needed && others.length === 0)
    return { status: 'Failed', statusInfo: { reasonCode: 'Unspecified', additionalInfo: 'the last CSMS root' } };
  trust.remove(root);
  return { status: 'Accepted' };
}

/** M03: hash data by SHA256, the algorithm the CSMS is then to delete with (M04.FR.07). */
export function installedIds(
  { trust }: InstallingParts,
  { certificateType }: Requests['GetInstalledCertificateIds'],
): Responses['GetInstalledCertificateIds'] {
  const found = trust.roots.filter(({ use }) => certificateType === undefined || certificateType.includes(use));
  if (found.length === 0) return { status: 'NotFound' };
  return {
    status: 'Accepted',
    certificateHashDataChain: found.map((root) => ({
      certificateType: root.use,
      certificateHashData: hashOfRoot(root, 'SHA256'),
    })),
  };
}
