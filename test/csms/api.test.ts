import { afterEach, beforeEach, expect, test } from 'vitest';
import { ScaledClock } from '../../src/clock/index.ts';
import { type OperatorServer, startOperatorServer } from '../../src/csms/index.ts';
import { embeddedOperator, type Intent, OperatorUnreachable, WrongOrder } from '../../src/operator/index.ts';
import { type CsmsBench, startBench, started } from './csms-bench.ts';
import { at, type FakeStation } from './fake-station.ts';

const clock = new ScaledClock();
let bench: CsmsBench;
let station: FakeStation;
let server: OperatorServer;
beforeEach(async () => {
  bench = await startBench({ clock });
  station = await bench.booted();
  server = await startOperatorServer({ csms: bench.csms, port: 0, adjustClock: (setting) => clock.adjust(setting) });
});
afterEach(async () => {
  await server.close();
  await bench.stop();
});

const get = async (path: string) => (await fetch(server.url + path)).json();
const post = (body: string) => fetch(`${server.url}/operator/orders`, { method: 'POST', body });
const order = (intent: Intent, identity = 'CS-1') => embeddedOperator({ url: server.url }).order(identity, intent);
const send = (action: string, ...words: [string, string][]): Intent => ({ kind: 'send', action, words });

test('an order reaches the station', async () => {
  expect(await order(send('Reset', ['type', 'OnIdle']))).toEqual({ outcome: 'accepted' });
  expect(await station.next()).toMatchObject({ action: 'Reset', payload: { type: 'OnIdle' } });
});

test.each([
  ['{', 'POST /operator/orders: the body is no JSON'],
  ['{}', 'station must be a text'],
  ['{"station":"CS-1","intent":{"kind":"sent"}}', 'intent.kind is "sent"; give send, configure, view or restart'],
  [
    '{"station":"CS-1","intent":{"kind":"send","action":"Reset","words":[["type"]]}}',
    'intent.words[0] must be [key, value], both texts',
  ],
  [
    '{"station":"CS-1","intent":{"kind":"send","action":"Reset","words":[["typo","x"]]}}',
    'Reset knows no "typo"; nearest is "type" (all: type, evse)',
  ],
  ['{"station":"CS-2","intent":{"kind":"restart"}}', 'no station "CS-2" is known; nearest is "CS-1"'],
  ['{"station":"CS-1","intent":{"kind":"configure","settings":[["boot","x"]]}}', /configuration knows no "boot"/],
  ['{"station":"CS-1","intent":{"kind":"view","what":"moon"}}', /no view "moon"/],
])('%s is refused with one line', async (body, error) => {
  const reply = await post(body);
  expect(reply.status).toBe(400);
  const told = String(at(await reply.json(), 'error'));
  expect(told).toMatch(error);
  expect(told).not.toContain('\n');
});

test('the driver tells wrong words from what cannot be done now, and from silence', async () => {
  await expect(order(send('Reset', ['typo', 'x']))).rejects.toThrow(WrongOrder);
  expect(await order(send('CancelReservation'))).toEqual({
    outcome: 'not-done',
    reason: 'CancelReservation: no reservation was made',
  });
  await expect(embeddedOperator({ url: 'http://127.0.0.1:1' }).order('CS-1', send('ClearCache'))).rejects.toThrow(
    OperatorUnreachable,
  );
});

test('configured boot statuses, tokens and tariff take effect', async () => {
  const settings = [
    ['next boot status', 'Pending or Rejected'],
    ['token', 'NEW'],
    ['status', 'NoCredit'],
    ['tariff', 'price per kWh'],
  ] as const;
  expect(await order({ kind: 'configure', settings })).toEqual({ outcome: 'accepted' });
  expect(await station.boot()).toMatchObject({ status: 'Pending' });
  expect(await station.boot()).toMatchObject({ status: 'Accepted' });
  const token = { idToken: 'NEW', type: 'ISO14443' };
  expect(await station.ask('Authorize', { idToken: token })).toEqual({ idTokenInfo: { status: 'NoCredit' } });
  expect(await station.ask('TransactionEvent', { ...started, eventType: 'Updated' })).toHaveProperty('totalCost', 0);
  expect(await order({ kind: 'view', what: 'transaction cost' })).toEqual({ outcome: 'accepted', shown: '0.00' });
});

test('stations, their details and a view', async () => {
  await station.ask('TransactionEvent', started);
  const report = {
    requestId: 9,
    generatedAt: '2026-01-01T00:00:00Z',
    seqNo: 0,
    tbc: false,
    reportData: [
      {
        component: { name: 'OCPPCommCtrlr' },
        variable: { name: 'HeartbeatInterval' },
        variableAttribute: [{ value: '300' }],
      },
    ],
  };
  await station.ask('NotifyReport', report);
  expect(await get('/operator/stations')).toMatchObject([
    { identity: 'CS-1', connected: true, bootStatus: 'Accepted', runningTransactions: 1 },
  ]);
  const detail = await get('/operator/stations/CS-1');
  expect(detail).toMatchObject({
    transactions: [{ transactionId: 'tx-1' }],
    reports: [{ requestId: 9, complete: true }],
  });
  expect(await order({ kind: 'view', what: 'variable OCPPCommCtrlr.HeartbeatInterval' })).toEqual({
    outcome: 'accepted',
    shown: '300',
  });
  expect(await order({ kind: 'view', what: 'monitors of A.B' })).toEqual({ outcome: 'accepted', shown: '' });
  expect((await fetch(`${server.url}/operator/stations/CS-2`)).status).toBe(404);
});

test('restart ends connections and listens on the same port again', async () => {
  await order({ kind: 'restart' });
  await station.closed;
  const again = await bench.station();
  expect(await again.ask('Heartbeat', {})).toHaveProperty('currentTime');
});

test('the clock is set', async () => {
  const epoch = Date.parse('2030-01-01T00:00:00Z');
  const reply = await fetch(`${server.url}/clock`, {
    method: 'PUT',
    body: JSON.stringify({ epoch, wallEpoch: Date.now(), factor: 1 }),
  });
  expect(reply.status).toBe(200);
  expect(String((await station.ask('Heartbeat', {}))['currentTime'])).toMatch(/^2030-01-01T00:0/);
  const wrong = await fetch(`${server.url}/clock`, { method: 'PUT', body: '{"epoch":1,"wallEpoch":1,"factor":0}' });
  expect([wrong.status, await wrong.json()]).toEqual([400, { error: 'clock: "factor" must be above 0' }]);
});

test('the page asks for nothing outside, and the log streams frames', async () => {
  const page = await (await fetch(server.url)).text();
  expect(page).not.toMatch(/https?:\/\/|src=|@import/);
  const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
  expect(() => new Function(script)).not.toThrow();
  const reader = (await fetch(`${server.url}/operator/log`)).body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  expect(first).toContain('"what":"connected"');
  await reader?.cancel();
});
