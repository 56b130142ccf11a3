import { expect, test, vi } from 'vitest';
import { ScaledClock } from '../../src/clock/index.ts';
import { RigModel } from '../../src/rig/model/index.ts';
import { createStation } from '../../src/station/index.ts';
import { createRpc, startListener } from '../../src/transport/index.ts';
import { description, memoryStore, settings, token } from './bench.ts';

test('over a real WebSocket: boot, a charging session, close', async () => {
  const clock = new ScaledClock();
  const actions: string[] = [];
  const violations: string[] = [];
  const listener = await startListener({
    securityProfile: 1,
    host: '127.0.0.1',
    port: 0,
    path: '/ocpp',
    decide: ({ identity, authorization }) =>
      identity === 'CS-1' && authorization?.password === 'a-password-of-enough-length'
        ? { accept: true, subprotocol: 'ocpp2.0.1' }
        : { accept: false, status: 401, reason: 'who?' },
    tap: () => {},
    onLink: (link) =>
      createRpc({
        link,
        clock,
        callTimeoutMs: 5000,
        onViolation: (reason) => violations.push(reason),
        onCall: async (action) => {
          actions.push(action);
          const currentTime = new Date(clock.now()).toISOString();
          if (action === 'BootNotification')
            return { kind: 'result', payload: { status: 'Accepted', interval: 300, currentTime } };
          return { kind: 'result', payload: action === 'Authorize' ? { idTokenInfo: { status: 'Accepted' } } : {} };
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
    networkProfiles: { 1: { url: `ws://127.0.0.1:${listener.port}/ocpp`, securityProfile: 1 } },
    credentials: { password: 'a-password-of-enough-length' },
    settings: settings({ 'TxCtrlr.TxStartPoint': 'EVConnected', 'TxCtrlr.TxStopPoint': 'EVConnected' }),
  });
  station.start();
  await vi.waitFor(() => expect(actions).toContain('SecurityEventNotification'), 5000);
  rig.perform({ act: 'plug', evse: 1 });
  rig.perform({ act: 'present', evse: 1, token });
  await vi.waitFor(() => expect(actions.filter((action) => action === 'TransactionEvent')).toHaveLength(3), 5000);
  expect(violations).toEqual([]);
  await station.stop();
  rig.close();
  await listener.close();
});
