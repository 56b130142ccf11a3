import { ScaledClock } from '../../src/clock/index.ts';
import { type Csms, type CsmsOptions, createCsms } from '../../src/csms/index.ts';
import { FakeStation } from './fake-station.ts';

export const password = '0123456789abcdef';
export const credentials = { auth: `CS-1:${password}` };

export interface CsmsBench {
  readonly csms: Csms;
  readonly url: string;
  station(options?: object): Promise<FakeStation>;
  /** Connected and Accepted. */
  booted(): Promise<FakeStation>;
  stop(): Promise<void>;
}

/** A CSMS on a free port with one station and a few tokens. */
export async function startBench(more: Partial<CsmsOptions> = {}): Promise<CsmsBench> {
  const csms = createCsms({
    clock: new ScaledClock(),
    listeners: [{ securityProfile: 1, host: '127.0.0.1', port: 0, path: '/ocpp' }],
    stations: [{ identity: 'CS-1', password, securityProfiles: [1, 2, 3] }],
    tokens: [
      { idToken: 'VALID', type: 'ISO14443', status: 'Accepted', groupIdToken: 'GROUP' },
      { idToken: 'BLOCKED', type: 'ISO14443', status: 'Blocked' },
    ],
    firmware: [
      {
        name: 'firmware',
        location: 'http://127.0.0.1/fw',
        signature: 'c2ln',
        signingCertificate: 'PEM',
        checksum: '0'.repeat(32),
      },
    ],
    logUploadUrl: 'http://127.0.0.1/logs',
    ...more,
  });
  const { listeners } = await csms.start();
  const url = `${listeners[0]?.url ?? ''}/CS-1`;
  const open: FakeStation[] = [];
  const station = async (options: object = credentials) => {
    const made = await FakeStation.connect(url, options);
    open.push(made);
    return made;
  };
  return {
    csms,
    url,
    station,
    booted: async () => {
      const made = await station();
      await made.boot();
      return made;
    },
    stop: () => csms.stop(),
  };
}

/** A Started event on EVSE 1 with a token. */
export const started = {
  eventType: 'Started',
  timestamp: '2026-01-01T00:00:00Z',
  triggerReason: 'Authorized',
  seqNo: 0,
  transactionInfo: { transactionId: 'tx-1', chargingState: 'Charging' },
  evse: { id: 1, connectorId: 1 },
  idToken: { idToken: 'VALID', type: 'ISO14443' },
};
