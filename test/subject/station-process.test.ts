import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { ScaledClock } from '../../src/clock/index.ts';
import { embeddedRig } from '../../src/rig/drivers/index.ts';
import { personalityNames } from '../../src/subject/personalities/index.ts';
import { spawnSubject } from '../../src/subject/spawn.ts';
import { readStationOptions } from '../../src/subject/station-options.ts';
import { runStationSubject } from '../../src/subject/station-process.ts';

const entry = {
  command: process.execPath,
  args: ['--import', 'tsx', fileURLToPath(new URL('./station-entry.ts', import.meta.url))],
};
const endings: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

type Call = { action: string; payload: Record<string, unknown>; link: WebSocket };

/** A CSMS of few words: answers every CALL, boots with the statuses given, then Accepted. */
async function csms(statuses: string[] = []) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'ocpp2.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  endings.push(() => {
    for (const link of server.clients) link.terminate();
    server.close();
  });
  const calls: Call[] = [];
  const closings: number[] = [];
  let wake = () => {};
  server.on('connection', (link) => {
    link.on('close', (code) => {
      closings.push(code);
      wake();
    });
    link.on('message', (data) => {
      const frame: unknown = JSON.parse(String(data));
      if (!Array.isArray(frame) || frame[0] !== 2) return;
      const [, id, action, payload] = frame;
      const boot = { status: statuses.shift() ?? 'Accepted', interval: 300, currentTime: new Date().toISOString() };
      const answers: Record<string, object> = { BootNotification: boot, Heartbeat: { currentTime: boot.currentTime } };
      link.send(JSON.stringify([3, id, answers[action] ?? {}]));
      calls.push({ action, payload, link });
      wake();
    });
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the test server has no port');
  const until = async (holds: () => boolean) => {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { url: `ws://127.0.0.1:${address.port}/ocpp`, calls, closings, until };
}

async function station(url: string, more: object = {}) {
  const options = {
    identity: 'CS1',
    networkProfiles: { 1: { url, securityProfile: 1 } },
    password: '0123456789abcdef',
    ...more,
  };
  const subject = await spawnSubject({ role: 'station', options, entry });
  endings.push(() => subject.stop());
  return subject;
}
const boots = (calls: readonly Call[]) => calls.filter(({ action }) => action === 'BootNotification');

describe('the embedded station as a process', () => {
  it('boots, shows its rig, and after a power cycle boots again on a link that died without a word', async () => {
    const seat = await csms();
    const subject = await station(seat.url);
    expect(subject.ready).toMatchObject({ role: 'station', identity: 'CS1', personality: 'ac-3ph' });
    await seat.until(() => boots(seat.calls).length === 1);
    const rig = await embeddedRig({ url: String(subject.ready['rig']), clock: new ScaledClock() });
    endings.push(() => rig.close());
    expect((await rig.describe()).evses).toHaveLength(2);
    expect(await rig.perform({ act: 'power', change: 'cycle' })).toEqual({ outcome: 'done' });
    await seat.until(() => boots(seat.calls).length === 2);
    expect(seat.closings).toEqual([1006]);
    expect(boots(seat.calls)[1]?.payload).toMatchObject({ reason: 'PowerUp' });
    expect(await subject.stop()).toMatchObject({ code: 0 });
  });

  it('reports its mutant as applied, and as exercised when the seam is called', async () => {
    const seat = await csms(['Pending']);
    const subject = await station(seat.url, { mutant: 'deaf-to-the-interval' });
    const exercised = new Promise((resolve) => subject.onMutant(resolve));
    expect(subject.mutants[0]).toEqual({ mutant: 'deaf-to-the-interval', applied: true });
    if (subject.mutants.length === 1)
      expect(await exercised).toEqual({ mutant: 'deaf-to-the-interval', exercised: true });
    await seat.until(() => boots(seat.calls).length === 2);
  });

  it('ends when its parent is gone', async () => {
    const child = spawn(entry.command, entry.args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const ready = new Promise((resolve) => child.stdout.once('data', resolve));
    child.stdin.write(
      '{"identity":"CS1","networkProfiles":{"1":{"url":"ws://127.0.0.1:1/ocpp","securityProfile":1}}}\n',
    );
    expect(JSON.parse(String(await ready))).toMatchObject({ ready: true, role: 'station' });
    child.stdin.end();
    expect(await ended).toBe(0);
  });

  it('does not start with a personality or a mutant it does not know', async () => {
    await expect(station('ws://127.0.0.1:1/ocpp', { personality: 'ac' })).rejects.toThrow(
      /no personality "ac"; there are ac-3ph/,
    );
    await expect(station('ws://127.0.0.1:1/ocpp', { mutant: 'm' })).rejects.toThrow(
      /no station mutant "m"; there are deaf/,
    );
  });
});

it.each(personalityNames)('starts as %s, waiting for its CSMS', async (personality) => {
  const networkProfiles = { 1: { url: 'ws://127.0.0.1:1/ocpp', securityProfile: 1 as const } };
  const running = await runStationSubject({ identity: 'CS1', personality, networkProfiles }, { mutants: {} });
  endings.push(() => running.stop());
  expect(running.ready).toMatchObject({ personality, rig: expect.stringMatching(/^http:/) });
});

it.each([
  ['{"identity":"CS1"}', "must have required property 'networkProfiles'"],
  [
    '{"identity":"CS1","networkProfiles":{"1":{"url":"ws://a","securityProfile":4}}}',
    '/networkProfiles/1/securityProfile',
  ],
  ['{"identity":"CS1","networkProfiles":{"1":{"url":"ws://a","securityProfile":1}},"colour":1}', '(colour)'],
])('options %s: %s', (json, line) => {
  expect(() => readStationOptions(json)).toThrow(line);
});
