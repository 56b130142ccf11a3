import { readCertificate, splitPem, verifyChain } from '../../pki/parse/index.ts';
import type { KeyPair } from '../../transport/types.ts';
import type { StationContext, StationModule, StationParts } from '../parts.ts';
import { deleteCertificate, installable, installCertificate, installedIds } from './installing.ts';
import { createSigning } from './signing.ts';
import { TrustStore } from './trust-store.ts';
import type { RootUse, StationKeyPair } from './types.ts';
import { stationCertificateFault } from './verdicts.ts';

/** A03.FR.02 */
const renewBeforeMs = 30 * 86_400_000;

export interface CertificatesOptions {
  /** Factory state; an existing store wins. */
  readonly roots?: readonly { readonly use: RootUse; readonly pem: string }[];
  readonly client?: StationKeyPair;
  /** Unique serial number for the CN of a CSR (A00.FR.511); default the identity. */
  readonly commonName?: string;
  /** Default EC. */
  readonly keyType?: 'EC' | 'RSA';
  /** Greatest number of certificates; default 20, as SecurityCtrlr.CertificateEntries states. */
  readonly room?: number;
  /** A new station certificate was accepted, its answer is out: connect again with it (A02.FR.08). */
  readonly renewed?: () => void;
}

export interface Certificates extends StationModule {
  /** The honest implementation of `StationParts.certificates`. */
  readonly seams: StationParts['certificates'];
  /** Roots of a use, PEM, the active one before its fallback. */
  roots(use: RootUse): readonly string[];
  /** Key and chain for the next TLS handshake; undefined = none yet. */
  clientCertificate(): KeyPair | undefined;
  /** The certificate before the last renewal, until one of the two has worked (errata 2025-09, A02.FR.28). */
  previousClientCertificate(): KeyPair | undefined;
  /** A new CSR by the station's own wish (A03). */
  requestNew(): void;
  /**
   * A connection came up: what it did without goes (A02.FR.10, M05.FR.13). `client`: which certificate was shown; `serverChain`: PEM
   * the CSMS showed, leaf first.
   */
  connected(facts?: { readonly client?: 'current' | 'previous'; readonly serverChain?: string }): void;
}

/** M03, M04, M05, A02, A03 (A02 for the station's own certificate only). */
export function createCertificates(context: StationContext, options: CertificatesOptions = {}): Certificates {
  const { roots = [], client, commonName = context.identity, keyType = 'EC', room = 20 } = options;
  const trust = new TrustStore(context.store, countEntries);
  trust.provision(roots, client);
  const parts = { context, trust, room };
  const signing = createSigning({ context, trust, commonName, keyType, renewed: options.renewed ?? (() => {}) });

  function countEntries(): void {
    context.setVariable('SecurityCtrlr', 'CertificateEntries', String(trust.entries));
  }

  const rootsOf = (use: RootUse) => {
    const found = trust.roots.filter((root) => root.use === use);
    return [
      ...found.filter(({ fallback }) => fallback !== true),
      ...found.filter(({ fallback }) => fallback === true),
    ].map(({ pem }) => pem);
  };

  function stationCertificate(chainPem: string, csr: string | undefined): string | undefined {
    const open = signing.open();
    if (csr === undefined || open === undefined) return 'no CSR is open';
    return stationCertificateFault(chainPem, open, rootsOf('CSMSRootCertificate'), context.clock.wallNow());
  }

  /** A03.FR.02: X.509 lives on wall time. */
  function expiresSoon(): boolean {
    const [leaf] = trust.current === undefined ? [] : splitPem(trust.current.certificate);
    if (leaf === undefined || signing.open() !== undefined) return false;
    return Date.parse(readCertificate(leaf).validTo) - context.clock.wallNow() < renewBeforeMs;
  }

  function settleRoots(serverChain: string | undefined): void {
    const active = rootsOf('CSMSRootCertificate')[0];
    if (serverChain === undefined || active === undefined) return;
    if (verifyChain(serverChain, [active], context.clock.wallNow()) === undefined)
      trust.dropFallback('CSMSRootCertificate');
  }

  return {
    seams: { installable: (use, pem) => installable(parts, use, pem), stationCertificate },
    handlers: {
      InstallCertificate: (request) => installCertificate(parts, request),
      DeleteCertificate: (request) => deleteCertificate(parts, request),
      GetInstalledCertificateIds: (request) => installedIds(parts, request),
      CertificateSigned: signing.certificateSigned,
    },
    triggers: {
      SignChargingStationCertificate: () => {
        signing.requestNew();
        return 'Accepted';
      },
    },
    poweredOn: countEntries,
    accepted() {
      if (expiresSoon()) signing.requestNew();
    },
    poweredOff: signing.stop,
    roots: rootsOf,
    clientCertificate: () => trust.current,
    previousClientCertificate: () => trust.previous,
    requestNew: signing.requestNew,
    connected({ client: inUse = 'current', serverChain } = {}) {
      if (inUse === 'previous' && trust.previous !== undefined)
        context.securityEvent('DiscardedRenewedClientCertificate'); // errata 2025-09, A02.FR.29
      trust.settle(inUse);
      settleRoots(serverChain);
    },
  };
}
