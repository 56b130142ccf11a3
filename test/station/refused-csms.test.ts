import { expect, test, vi } from 'vitest';
import { ScaledClock } from '../../src/clock/index.ts';
import { createRunPki } from '../../src/pki/issue/index.ts';
import { RigModel } from '../../src/rig/model/index.ts';
import { createStation } from '../../src/station/index.ts';
import { createRpc, type ServerTls, startListener } from '../../src/transport/index.ts';
import { description, memoryStore, settings } from './bench.ts';

const pki = await createRunPki({
  serverNames: ['localhost'],
  stationIdentity: 'S-1',
  organization: 'CSO',
  includeRsa: false,
});
const keysOf = (name: keyof typeof pki.servers) => [...pki.servers[name]];

const refusals: [type: string, tls: ServerTls][] = [
  ['InvalidCsmsCertificate', { keys: keysOf('expired') }],
  [
    'InvalidTLSVersion',
    { keys: keysOf('valid'), minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
  ],
  ['InvalidTLSCipherSuite', { keys: keysOf('valid'), maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA' }],
];

test.each(refusals)('a CSMS that is refused: %s is told once the CSMS is right again', async (type, wrong) => {
  const clock = new ScaledClock();
  const events: unknown[] = [];
  const refused: string[] = [];
  const listener = await startListener({
    securityProfile: 2,
    host: 'localhost',
    port: 0,
    path: '/ocpp',
    tls: wrong,
    decide: () => ({ accept: true, subprotocol: 'ocpp2.0.1' }),
    tap: (event) => {
      if (event.type !== 'refused') return;
      refused.push(event.reason);
      listener.setTls({ keys: keysOf('valid') });
    },
    onLink: (link) =>
      createRpc({
        link,
        clock,
        callTimeoutMs: 5000,
        onCall: async (action, payload) => {
          if (action === 'SecurityEventNotification') events.push(payload['type']);
          const currentTime = new Date(clock.now()).toISOString();
          return {
            kind: 'result',
            payload: action === 'BootNotification' ? { status: 'Accepted', interval: 300, currentTime } : {},
          };
        },
      }),
  });
  const rig = new RigModel({ description, clock });
  const station = createStation({
    identity: 'CS-1',
    clock,
    rig,
    store: memoryStore(),
    nameplate: { model: 'Model', vendorName: 'Vendor', serialNumber: 'S-1', firmwareVersion: '1.0.0' },
    networkProfiles: { 1: { url: `wss://localhost:${listener.port}/ocpp`, securityProfile: 2 } },
    credentials: { password: 'a-password-of-enough-length' },
    trust: { csmsRoots: [pki.csms.EC.certificate] },
    settings: settings({ 'OCPPCommCtrlr.RetryBackOffWaitMinimum': '0', 'OCPPCommCtrlr.RetryBackOffRandomRange': '0' }),
  });
  station.start();
  await vi.waitFor(() => expect(events).toContain('StartupOfTheDevice'), 10_000);
  expect(refused.length).toBeGreaterThan(0);
  expect(new Set(events)).toEqual(new Set([type, 'StartupOfTheDevice']));
  await station.stop();
  rig.close();
  await listener.close();
});
