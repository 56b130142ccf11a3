import { hostMatches, verifyChain } from '../pki/parse/index.ts';
import { plainFraming } from '../transport/index.ts';
import type { TlsFacts } from '../transport/types.ts';
import { backOffSeconds } from './connection.ts';
import type { Core } from './core.ts';
import { passwordStringAcceptable } from './device-model/index.ts';
import { firmwareSeams } from './firmware/index.ts';
import type { Handlers, StationParts } from './parts.ts';
import { flagSetting } from './settings.ts';

/** The four suites OCPP names, their ECDHE-RSA siblings and those of TLS 1.3 (A00.FR.318-320). */
const suites = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'AES128-GCM-SHA256',
  'AES256-GCM-SHA384',
].join(':');

/** Own choice when the CSMS leaves the interval open: once a minute floods nobody (B02.FR.07, B03.FR.05). */
const ownRetrySeconds = 60;
const longestPassword = 64; // errata 2025-09, 2.1

function serverFault(core: Core, facts: TlsFacts, host: string): string | undefined {
  const [leaf, ...chain] = facts.peerChain;
  if (leaf === undefined) return 'the CSMS showed no certificate';
  const pem = [leaf, ...chain].map((certificate) => certificate.pem).join('\n');
  const fault = verifyChain(pem, core.network.csmsRoots(), core.clock.wallNow());
  if (fault !== undefined) return `the certificate of the CSMS is not valid: ${fault}`;
  const allowWildcard = flagSetting(core, 'SecurityCtrlr', 'AllowCSMSTLSWildcards');
  return hostMatches(leaf, host, { allowWildcard }) ? undefined : `the certificate of the CSMS does not name ${host}`;
}

const sameText = (a: string, b: string | undefined) => b !== undefined && a.toLowerCase() === b.toLowerCase();

/** What the station does for a block it does not have. */
function withoutSmartCharging(): StationParts['smartCharging'] {
  return {
    refusal: () => ({ reasonCode: 'UnsupportedRequest' }),
    composite: () => ({ status: 'Rejected' }),
    limitNow: () => Number.POSITIVE_INFINITY,
  };
}

/** The one honest implementation of every seam. */
export function honestParts(core: Core, handlers: Handlers): StationParts {
  return {
    handlers,
    outgoing: (_action, request) => request,
    framing: plainFraming,
    boot: {
      retryAfter: (_status, interval) => (interval > 0 ? interval : ownRetrySeconds),
      mayBeSent: (status, action, asked) => action === 'BootNotification' || (asked && status !== 'Rejected'),
      mayStartTransaction: (status) => status === 'Accepted',
    },
    connection: {
      subprotocols: () => ['ocpp2.0.1'],
      reconnectAfter: (attempt) => backOffSeconds(core, attempt),
      passwordAcceptable: (password) => passwordStringAcceptable(password, longestPassword),
      credentials: (username, password) => ({ username, password }),
      tls: (options) => ({ minVersion: 'TLSv1.2', ciphers: suites, ...options }),
      verifyServer: (facts, host) => serverFault(core, facts, host),
    },
    authorization: {
      accepted: (status) => status === 'Accepted',
      mayStop: (presented, started) =>
        sameText(presented.idToken, started.idToken) ||
        (presented.groupIdToken !== undefined && sameText(presented.groupIdToken, started.groupIdToken)),
    },
    transaction: {
      starts: (points, reached) => points.some((point) => reached.has(point)),
      stops: (points, lost) => points.some((point) => lost.has(point)),
      firstSeqNo: () => 0,
      nextSeqNo: (current) => current + 1,
      nextToSend: () => 0,
      mayCloseContactor: ({ authorized, plugged, available, limitA }) =>
        authorized && plugged && available && limitA > 0,
    },
    firmware: firmwareSeams({
      manufacturerRoots: () =>
        core.certificates?.roots('ManufacturerRootCertificate') ?? core.options.trust?.manufacturerRoots ?? [],
      wallNow: () => core.clock.wallNow(),
    }),
    certificates: core.certificates?.seams ?? {
      installable: () => 'this station installs no certificates',
      stationCertificate: () => 'this station installs no certificates',
    },
    smartCharging: core.smartCharging?.seams ?? withoutSmartCharging(),
  };
}
