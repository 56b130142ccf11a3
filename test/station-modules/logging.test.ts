import { expect, test } from 'vitest';
import type { Requests } from '../../src/ocpp/index.ts';
import { createLogs, type LogLine, type Upload } from '../../src/station/logging/index.ts';
import { ask, FakeStation } from './fake-context.ts';

const line = (day: number): LogLine => ({ timestamp: `2025-12-0${day}T00:00:00Z`, text: `day ${day}` });

/** Uploads that end as told, one after the other; the last ending holds for all that follow. */
function setup(...endings: readonly (true | string | Promise<true>)[]) {
  const station = new FakeStation();
  const files: { url: string; text: string }[] = [];
  let attempt = 0;
  const upload: Upload = async (url, bytes) => {
    files.push({ url, text: new TextDecoder().decode(bytes) });
    const ending = await endings[Math.min(attempt++, endings.length - 1)];
    return typeof ending === 'string' ? { ok: false, reason: ending } : { ok: true };
  };
  const lines = (type: string) => (type === 'SecurityLog' ? [] : [line(1), line(2), line(3)]);
  return { station, files, module: createLogs(station.context, { upload, lines }) };
}
type Setup = ReturnType<typeof setup>;
type Extra = Partial<Omit<Requests['GetLog'], 'log'>> & { log?: Partial<Requests['GetLog']['log']> };
const order = ({ module }: Setup, { log, ...rest }: Extra = {}) =>
  ask(module.handlers, 'GetLog', {
    requestId: 7,
    logType: 'DiagnosticsLog',
    ...rest,
    log: { remoteLocation: 'http://127.0.0.1/logs/', ...log },
  });
const told = ({ station }: Setup) =>
  station.requests('LogStatusNotification').map(({ status, requestId }) => `${String(status)} ${String(requestId)}`);

test('N01: answered first, then uploaded, under the requestId', async () => {
  const made = setup(true);
  expect(await order(made)).toEqual({ status: 'Accepted', filename: 'CS-1-DiagnosticsLog-7.log' });
  expect(made.station.sent).toEqual([]);
  await made.station.clock.advance(0);
  expect(told(made)).toEqual(['Uploading 7', 'Uploaded 7']);
  expect(made.files).toMatchObject([
    { url: 'http://127.0.0.1/logs/CS-1-DiagnosticsLog-7.log', text: expect.stringContaining('day 3') },
  ]);
});

test('only the time that is asked for, to the very location', async () => {
  const made = setup(true);
  const log = {
    remoteLocation: 'http://127.0.0.1/one',
    oldestTimestamp: '2025-12-02T00:00:00Z',
    latestTimestamp: '2025-12-02T12:00:00Z',
  };
  await order(made, { log });
  await made.station.clock.advance(0);
  expect(made.files).toEqual([{ url: 'http://127.0.0.1/one', text: '2025-12-02T00:00:00Z day 2\n' }]);
});

test('N01.FR.05: nothing to upload is Rejected', async () => {
  const made = setup(true);
  expect(await order(made, { logType: 'SecurityLog' })).toMatchObject({ status: 'Rejected' });
  await made.station.clock.advance(60_000);
  expect(made.station.sent).toEqual([]);
});

test('N01.FR.10: UploadFailure only after all attempts', async () => {
  const made = setup('404');
  await order(made, { retries: 1, retryInterval: 10 });
  await made.station.clock.advance(0);
  expect(told(made)).toEqual(['Uploading 7']);
  await made.station.clock.advance(10_000);
  expect(told(made)).toEqual(['Uploading 7', 'UploadFailure 7']);
  expect(made.files).toHaveLength(2);
});

test('N01.FR.12, FR.20: a new request cancels the upload under way', async () => {
  const made = setup(new Promise<true>(() => {}), true);
  await order(made);
  await made.station.clock.advance(0);
  expect(await order(made, { requestId: 8 })).toMatchObject({ status: 'AcceptedCanceled' });
  await made.station.clock.advance(0);
  expect(told(made)).toEqual(['Uploading 7', 'AcceptedCanceled 7', 'Uploading 8', 'Uploaded 8']);
});

test('F06.FR.14, FR.15: triggered, Uploading while it goes on, else Idle', async () => {
  const made = setup(new Promise<true>(() => {}));
  expect(made.module.triggers?.['LogStatusNotification']?.(undefined)).toBe('Accepted');
  await made.station.clock.advance(0);
  await order(made);
  await made.station.clock.advance(0);
  made.module.triggers?.['LogStatusNotification']?.(undefined);
  await made.station.clock.advance(0);
  expect(told(made)).toEqual(['Idle undefined', 'Uploading 7', 'Uploading 7']);
});

test('power off ends the upload without a word', async () => {
  const made = setup('404');
  await order(made);
  await made.station.clock.advance(0);
  made.module.poweredOff?.();
  await made.station.clock.advance(60_000);
  expect(told(made)).toEqual(['Uploading 7']);
});
