import { certificateHashData, readCsr, sameHashData } from '../pki/parse/index.ts';
import { plainFraming } from '../transport/index.ts';
import type { HandlerContext } from './handlers/context.ts';
import { honestHandlers } from './handlers/index.ts';
import type { HashAlgorithm, KnownCertificate } from './options.ts';
import { composeFirmware } from './orders/firmware.ts';
import { honestComposers } from './orders/index.ts';
import { composeProfile } from './orders/smart-charging.ts';
import type { CsmsParts } from './parts.ts';
import { freshPassword, isPassword, storePassword } from './password.ts';
import type { StationRecord } from './station-record.ts';

const algorithms: readonly HashAlgorithm[] = ['SHA256', 'SHA384', 'SHA512'];

/** RDN of a subject as text, such as O; separators differ between readers. */
function organizationOf(subject: string): string | undefined {
  return /(?:^|[,\n/]\s*)O\s*=\s*"?([^,\n/"]+)/.exec(subject)?.[1]?.trim();
}

function connection({ options }: HandlerContext): CsmsParts['connection'] {
  return {
    basicAuth: ({ identity, password: stored }, username, password) =>
      stored !== undefined && username === identity && isPassword(stored, password),
    clientCertificate: ({ commonName, identity }, certificate) => {
      if (certificate === undefined) return 'no client certificate was shown (A00.FR.401)';
      const { organization } = options;
      if (organization !== undefined && organizationOf(certificate.subject) !== organization) {
        return `the client certificate is not of the organization "${organization}" (A00.FR.404)`;
      }
      const name = certificate.commonName;
      if (name !== commonName && name !== identity)
        return `the client certificate names "${name ?? 'nobody'}", not "${commonName}" (A00.FR.405)`;
      return undefined;
    },
    profileAllowed: ({ securityProfiles }, profile) => securityProfiles.has(profile),
    subprotocol: (offered) =>
      offered.includes('ocpp2.0.1')
        ? { accept: true, subprotocol: 'ocpp2.0.1' }
        : {
            accept: 'then-close',
            reason: `no ocpp2.0.1 among the offered subprotocols: ${offered.join(', ') || 'none'}`,
          },
    tls: (tls) => tls,
  };
}

function boot({ options }: HandlerContext): CsmsParts['boot'] {
  const whilePending: ReadonlySet<string> = new Set(['RequestStartTransaction', 'RequestStopTransaction']);
  return {
    decide: (record) => {
      const status = record.bootQueue.shift() ?? 'Accepted';
      const interval = status === 'Accepted' ? (options.heartbeatInterval ?? 300) : (options.bootRetryInterval ?? 10);
      return { status, interval };
    },
    mayHandleBeforeAccepted: (action, status, asked) =>
      action === 'BootNotification' || (status === 'Pending' && asked),
    mayOrder: (action, status) => status !== 'Rejected' && !(status === 'Pending' && whilePending.has(action)),
    serialNumberFits: ({ identity }, serialNumber, commonName) =>
      serialNumber === undefined || serialNumber === commonName || commonName === identity,
  };
}

/** Hash data in the algorithm the station reported for this certificate (M04.FR.07), else the one it uses, else SHA256. */
function hashData({ installedCertificates }: StationRecord, { pem, issuerPem }: KnownCertificate) {
  const all = algorithms.map((algorithm) => certificateHashData(pem, issuerPem ?? pem, algorithm));
  const reported = all.find((one) => installedCertificates.some((installed) => sameHashData(one, installed)));
  const used = installedCertificates[0]?.hashAlgorithm ?? 'SHA256';
  const [fallback] = all.filter(({ hashAlgorithm }) => hashAlgorithm === used);
  return reported ?? fallback ?? certificateHashData(pem, issuerPem ?? pem, 'SHA256');
}

function certificates({ options }: HandlerContext): CsmsParts['certificates'] {
  return {
    csrRefusal: async ({ commonName, identity }, csrPem) => {
      if (options.signCsr === undefined) return 'this CSMS has no certificate authority';
      try {
        const { signatureValid, commonName: asked } = readCsr(csrPem);
        if (!signatureValid) return 'the signature of the request does not hold';
        return asked === commonName || asked === identity
          ? undefined
          : `the request names "${asked ?? 'nobody'}", not "${commonName}"`;
      } catch (error) {
        return error instanceof Error ? error.message : 'the request cannot be read';
      }
    },
    sign: async (_record, csrPem, use) => {
      if (options.signCsr === undefined) throw new Error('this CSMS has no certificate authority');
      return options.signCsr(csrPem, use);
    },
    hashData: async (record, certificate) => hashData(record, certificate),
  };
}

/** Every seam as Part 2 wants it. */
export function honestParts(context: HandlerContext): CsmsParts {
  const { tokens } = context;
  return {
    handlers: honestHandlers(context),
    orders: honestComposers(),
    outgoing: (_action, request) => request,
    framing: plainFraming,
    connection: connection(context),
    boot: boot(context),
    authorization: {
      decide: (token) => tokens.info(token),
      // This CSMS cannot verify a contract certificate, and says so (C07.FR.17).
      contract: ({ certificate, iso15118CertificateHashData }) =>
        certificate === undefined && iso15118CertificateHashData === undefined
          ? undefined
          : { certificateStatus: 'CertChainError', status: 'Invalid' },
    },
    passwords: {
      fresh: freshPassword,
      changed: (record, password, status) => {
        if (status === 'Accepted') record.password = storePassword(password);
      },
    },
    smartCharging: { profile: composeProfile },
    firmware: { order: composeFirmware },
    certificates: certificates(context),
  };
}
