import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Clock } from '../../src/clock/index.ts';
import { ScaledClock } from '../../src/clock/index.ts';
import { type Intent, NoOperatorTerminal, promptOperator } from '../../src/operator/index.ts';

const reset: Intent = { kind: 'send', action: 'Reset', words: [['type', 'OnIdle']] };

/** A terminal of two streams, and a clock whose wall time passes when told. */
function desk() {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk) => {
    shown += String(chunk);
  });
  const timers: { ms: number; callback: () => void }[] = [];
  const real = new ScaledClock();
  const clock: Clock = {
    factor: 1,
    now: () => real.now(),
    wallNow: () => real.wallNow(),
    monotonic: () => real.monotonic(),
    after: (ms, callback) => real.after(ms, callback),
    afterWall: (ms, callback) => {
      const timer = { ms, callback };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  };
  const pass = (ms: number) => {
    for (const timer of timers.filter((one) => one.ms <= ms)) timer.callback();
  };
  const place = (word: string) => (word === 'new CSMS root' ? 'certs/new-root.pem' : undefined);
  const operator = promptOperator({ terminal: { input, output }, clock, place });
  return { operator, type: (line: string) => input.write(`${line}\n`), shown: () => shown, pass };
}
const asked = () => new Promise((resolve) => setImmediate(resolve));

test.each([
  ['', { outcome: 'accepted' }],
  ['s the menu is missing', { outcome: 'skipped', reason: 'the menu is missing' }],
  ['f error 500', { outcome: 'not-done', reason: 'error 500' }],
])('%j answers an order', async (line, outcome) => {
  const { operator, type, shown } = desk();
  const order = operator.order('CS-1', reset);
  await asked();
  expect(shown()).toContain('Make the CSMS send a ResetRequest to station CS-1 with type: OnIdle.');
  type(line);
  expect(await order).toEqual(outcome);
});

test('a line that is no answer is asked again, and a view wants what is shown', async () => {
  const { operator, type, shown } = desk();
  const order = operator.order('CS-1', { kind: 'view', what: 'variable OCPPCommCtrlr.HeartbeatInterval' });
  await asked();
  type('');
  type('300');
  expect(await order).toEqual({ outcome: 'accepted', shown: '300' });
  expect(shown()).toContain('is no answer');
});

test('reminds, then gives up', async () => {
  const { operator, shown, pass } = desk();
  const order = operator.order('CS-1', reset);
  await asked();
  pass(60_000);
  expect(shown()).toContain('Still waiting');
  pass(300_000);
  expect(await order).toEqual({ outcome: 'not-done', reason: 'no answer within 300 s' });
});

test('orders are asked one after the other; a closed terminal ends them', async () => {
  const { operator, shown } = desk();
  const orders = [operator.order('CS-1', reset), operator.order('CS-1', { kind: 'restart' })];
  await asked();
  expect(shown()).not.toContain('Restart');
  await operator.close();
  expect(await Promise.all(orders)).toEqual([
    { outcome: 'not-done', reason: 'the terminal was closed' },
    { outcome: 'not-done', reason: 'the terminal was closed' },
  ]);
});

test('no terminal is a clear error', () => {
  expect(() => promptOperator({ terminal: { input: new PassThrough(), output: new PassThrough() } })).toThrow(
    NoOperatorTerminal,
  );
});

test('a certificate is named by the file it lies in', async () => {
  const { operator, type, shown } = desk();
  const order = operator.order('CS-1', {
    kind: 'send',
    action: 'InstallCertificate',
    words: [
      ['certificate type', 'CSMSRootCertificate'],
      ['certificate', 'new CSMS root'],
    ],
  });
  await asked();
  expect(shown()).toContain(
    'Make the CSMS send an InstallCertificateRequest to station CS-1 with certificate type: CSMSRootCertificate; certificate: new CSMS root (certs/new-root.pem).',
  );
  type('');
  await order;
});
