import { afterEach, expect, test } from 'vitest';
import { type CsmsBench, startBench } from './csms-bench.ts';
import { FakeStation } from './fake-station.ts';

let bench: CsmsBench;
afterEach(() => bench.stop());
const status = { timestamp: '2026-01-01T00:00:00Z', connectorStatus: 'Available', evseId: 1, connectorId: 1 };

test('the first boot is Accepted with time and interval', async () => {
  bench = await startBench({ heartbeatInterval: 60 });
  const station = await bench.station();
  expect(await station.boot()).toMatchObject({ status: 'Accepted', interval: 60 });
  expect(await station.ask('StatusNotification', status)).toEqual({});
  expect(station.faults).toEqual([]);
});

test.each(['Pending', 'Rejected'] as const)(
  'while %s other messages get SecurityError, then the next boot is Accepted',
  async (first) => {
    bench = await startBench({
      stations: [{ identity: 'CS-1', password: '0123456789abcdef', securityProfiles: [1], bootStatuses: [first] }],
    });
    const station = await bench.station();
    expect(await station.boot()).toMatchObject({ status: first, interval: 10 });
    expect((await station.call('StatusNotification', status)).slice(0, 3)).toEqual([4, 's2', 'SecurityError']);
    expect(await station.boot()).toMatchObject({ status: 'Accepted' });
  },
);

test('a message before any boot gets SecurityError', async () => {
  bench = await startBench();
  const station = await bench.station();
  expect((await station.call('Heartbeat', {}))[2]).toBe('SecurityError');
});

test('while Pending what the CSMS asked for is answered, and a remote start is not sent', async () => {
  bench = await startBench({
    stations: [{ identity: 'CS-1', password: '0123456789abcdef', securityProfiles: [1], bootStatuses: ['Pending'] }],
  });
  const station = await bench.station();
  await station.boot();
  await bench.csms.order('CS-1', 'GetBaseReport', []);
  const { action, payload, answer } = await station.next();
  expect(action).toBe('GetBaseReport');
  answer({ status: 'Accepted' });
  const report = { requestId: payload['requestId'], generatedAt: '2026-01-01T00:00:00Z', seqNo: 0 };
  expect(await station.ask('NotifyReport', report)).toEqual({});
  await expect(bench.csms.order('CS-1', 'RequestStartTransaction', [['token', 'VALID']])).rejects.toThrow(/Pending/);
});

test('nothing is sent after Rejected (B03.FR.03)', async () => {
  bench = await startBench({
    stations: [{ identity: 'CS-1', password: '0123456789abcdef', securityProfiles: [1], bootStatuses: ['Rejected'] }],
  });
  const station = await bench.station();
  await station.boot();
  await expect(bench.csms.order('CS-1', 'GetVariables', [['variable', 'AuthCtrlr.Enabled']])).rejects.toThrow(
    /Rejected/,
  );
});

test('a plain reconnect needs no boot, and the newer connection replaces the older', async () => {
  bench = await startBench();
  const first = await bench.booted();
  const second = await bench.station();
  expect(await first.closed).toBe(1000);
  expect(await second.ask('Heartbeat', {})).toHaveProperty('currentTime');
});

test.each([
  ['a wrong password', 'CS-1:wrong-password-xx', '/CS-1', 'HTTP 401'],
  ['another user name', 'CS-2:0123456789abcdef', '/CS-1', 'HTTP 401'],
  ['an unknown identity', 'CS-9:0123456789abcdef', '/CS-9', 'HTTP 404'],
])('%s is refused', async (_what, auth, path, refusal) => {
  bench = await startBench();
  await expect(FakeStation.connect(bench.url.replace('/CS-1', path), { auth })).rejects.toThrow(refusal);
});

test('no offer of ocpp2.0.1 ends in a closed connection', async () => {
  bench = await startBench();
  const outcome = await FakeStation.connect(bench.url, { auth: 'CS-1:0123456789abcdef' }, 'ocpp1.6').then(
    (station) => station.closed,
    () => 'refused',
  );
  expect(outcome).toSatisfy((value: unknown) => value === 'refused' || typeof value === 'number');
});
