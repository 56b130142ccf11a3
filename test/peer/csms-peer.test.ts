import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ScaledClock } from '../../src/clock/index.ts';
import type { Action } from '../../src/ocpp/index.ts';
import type { AnswerRule, PreparedAnswer } from '../../src/peer/answers.ts';
import { CsmsPeer, type CsmsPeerOptions } from '../../src/peer/csms-peer.ts';
import type { WireEvent } from '../../src/transport/types.ts';
import { FakeStation } from '../csms/fake-station.ts';

const identity = 'CS-1';
const password = 'a-password-of-enough-length';
const auth = `${identity}:${password}`;
const every = Number.POSITIVE_INFINITY;
const open: CsmsPeer[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((peer) => peer.close()));
});

async function start(more: Partial<CsmsPeerOptions> = {}): Promise<{ peer: CsmsPeer; url: string; wire: WireEvent[] }> {
  const clock = new ScaledClock();
  const wire: WireEvent[] = [];
  const peer = await CsmsPeer.start({
    clock,
    host: '127.0.0.1',
    path: '/ocpp',
    identity,
    password,
    ports: { 1: 0 },
    tls: () => undefined,
    callTimeoutMs: 10_000,
    answers: { now: () => clock.now(), heartbeatInterval: 60, token: () => ({ status: 'Accepted' }) },
    tap: (event) => wire.push(event),
    holds: () => false,
    ...more,
  });
  open.push(peer);
  return { peer, wire, url: `${peer.urls.get(1)}/${identity}` };
}

/** A link as our CSMS sees it: the client may know of it first. */
function linked(peer: CsmsPeer): Promise<void> {
  return new Promise((resolve) => {
    const stop = peer.onLink(() => {
      stop();
      resolve();
    });
  });
}
async function station(peer: CsmsPeer, url: string): Promise<FakeStation> {
  const [made] = await Promise.all([FakeStation.connect(url, { auth }), linked(peer)]);
  return made;
}

const rule = (action: Action, remaining: number, prepared: PreparedAnswer): AnswerRule => ({
  action,
  remaining,
  matches: () => true,
  prepared,
});
const boot = (status: string): PreparedAnswer => ({
  kind: 'answer',
  build: () => ({ kind: 'result', payload: { status, interval: 30, currentTime: '2026-03-01T12:00:00Z' } }),
});

describe('our CSMS and a station', () => {
  it('boot with the default answer', async () => {
    const { peer, url } = await start();
    const client = await station(peer, url);
    expect(peer.online).toBe(true);
    expect(await client.boot()).toMatchObject({ status: 'Accepted', interval: 60 });
    expect(client.faults).toEqual([]);
  });

  it('sends, and resolves with the answer', async () => {
    const { peer, url } = await start();
    const client = await station(peer, url);
    const outcome = peer.send('Reset', { type: 'Immediate' });
    const call = await client.next();
    expect(call).toMatchObject({ action: 'Reset', payload: { type: 'Immediate' } });
    call.answer({ status: 'Accepted' });
    expect(await outcome).toEqual({ kind: 'result', payload: { status: 'Accepted' } });
  });

  it('refuses to send what breaks the schema, unless on purpose', async () => {
    const { peer, url } = await start();
    const client = await station(peer, url);
    await expect(peer.send('Reset', { type: 'Never' })).rejects.toThrow(/ResetRequest does not fit its schema/);
    const outcome = peer.sendRaw('Reset', { type: 'Never' });
    const call = await client.next();
    expect(call.payload).toEqual({ type: 'Never' });
    call.answer({ status: 'Rejected' });
    expect(await outcome).toMatchObject({ kind: 'result' });
  });

  it('has nobody to send to before there is a link', async () => {
    const { peer } = await start();
    expect(peer.online).toBe(false);
    expect(await peer.send('Reset', { type: 'Immediate' })).toEqual({ kind: 'closed' });
    expect(await peer.sendRaw('Reset', {})).toEqual({ kind: 'closed' });
  });

  it('says NotSupported to a message that no station sends', async () => {
    const { peer, url } = await start();
    const client = await station(peer, url);
    expect(await client.call('Reset', { type: 'Immediate' })).toEqual([
      4,
      's1',
      'NotSupported',
      'no message of a charging station',
      {},
    ]);
  });

  it('ends the link with a close handshake or without', async () => {
    const { peer, url } = await start();
    const polite = await station(peer, url);
    await peer.disconnect();
    expect(await polite.closed).toBe(1000);
    const dropped = await station(peer, url);
    peer.drop();
    expect(await dropped.closed).toBe(1006);
    expect(peer.online).toBe(false);
  });
});

describe('accepted', () => {
  it('is a state per boot, not per connection', async () => {
    const { peer, url } = await start();
    const boots: boolean[] = [];
    peer.onBoot(() => boots.push(peer.accepted));
    const first = await station(peer, url);
    peer.answers.add(rule('BootNotification', 1, boot('Pending')));
    await first.boot();
    expect(peer.accepted).toBe(false);
    const second = await station(peer, url);
    await second.ask('Heartbeat', {});
    expect(peer.accepted).toBe(false);
    await second.boot();
    const third = await station(peer, url);
    await third.ask('Heartbeat', {});
    expect(peer.accepted).toBe(true);
    expect(boots).toEqual([false, true]);
  });

  it('is believed of a station that does not boot, and ends with a Rejected', async () => {
    const { peer, url } = await start();
    expect(peer.accepted).toBe(true);
    const client = await station(peer, url);
    peer.answers.add(rule('BootNotification', every, boot('Rejected')));
    await client.boot();
    expect(peer.accepted).toBe(false);
  });

  it('is not decided by a CALLERROR', async () => {
    const { peer, url } = await start();
    const client = await station(peer, url);
    peer.answers.add(
      rule('BootNotification', 1, { kind: 'answer', build: () => ({ kind: 'error', errorCode: 'InternalError' }) }),
    );
    await expect(client.boot()).rejects.toThrow('InternalError');
    expect(peer.accepted).toBe(true);
  });
});

describe('a newer socket of the station', () => {
  it('replaces the older one, whose waiting calls are closed', async () => {
    const { peer, url } = await start();
    const old = await station(peer, url);
    const outcome = peer.send('Reset', { type: 'Immediate' });
    await old.next();
    const young = await station(peer, url);
    expect(await outcome).toEqual({ kind: 'closed' });
    await old.closed;
    expect(peer.online).toBe(true);
    expect(await young.boot()).toMatchObject({ status: 'Accepted' });
  });

  it('leaves a request of the older one without an answer: it uses up no rule', async () => {
    const { peer, url } = await start();
    const old = await station(peer, url);
    peer.answers.add(rule('BootNotification', 1, { kind: 'nothing' }));
    const waits = new Promise<void>((resolve) => {
      peer.answers.add({
        ...rule('Heartbeat', 1, { kind: 'default' }),
        matches: () => {
          resolve();
          return true;
        },
      });
    });
    const unanswered = old.boot().then(() => 'answered');
    void old.ask('Heartbeat', {});
    await waits;
    expect(peer.answers.held).toHaveLength(1);
    const young = await station(peer, url);
    expect(peer.answers.held).toEqual([]);
    peer.answers.add(rule('BootNotification', 1, boot('Pending')));
    expect(await young.boot()).toMatchObject({ status: 'Pending' });
    await old.closed;
    expect(await Promise.race([unanswered, Promise.resolve('nothing')])).toBe('nothing');
  });
});

describe('calls that a sentence answers', () => {
  const holding = () => start({ holds: (action) => action === 'DataTransfer' });
  const held = (peer: CsmsPeer) =>
    new Promise<void>((resolve) => {
      const stop = peer.onHeld(() => {
        stop();
        resolve();
      });
    });

  it('wait for it', async () => {
    const { peer, url } = await holding();
    const client = await station(peer, url);
    const waits = held(peer);
    const answer = client.ask('DataTransfer', { vendorId: 'V' });
    await waits;
    expect(peer.held).toMatchObject([{ action: 'DataTransfer', request: { vendorId: 'V' }, messageId: 's1' }]);
    expect(await client.ask('Heartbeat', {})).toHaveProperty('currentTime');
    peer.held[0]?.answer({ kind: 'result', payload: { status: 'Rejected' } });
    expect(await answer).toEqual({ status: 'Rejected' });
    expect(peer.held).toEqual([]);
  });

  it('are gone with their socket, and with the case', async () => {
    const { peer, url } = await holding();
    const first = await station(peer, url);
    const waits = held(peer);
    void first.call('DataTransfer', { vendorId: 'V' });
    await waits;
    const second = await station(peer, url);
    expect(peer.held).toEqual([]);
    const again = held(peer);
    void second.call('DataTransfer', { vendorId: 'V' });
    await again;
    peer.reset();
    expect(peer.held).toEqual([]);
    expect(peer.online).toBe(true);
  });
});

describe('connection attempts', () => {
  it('HTTP 503 once, then as usual', async () => {
    const { peer, url, wire } = await start();
    peer.policy.add({ answer: { kind: 'http', status: 503 }, remaining: 1 });
    await expect(FakeStation.connect(url, { auth })).rejects.toThrow('HTTP 503');
    const client = await station(peer, url);
    expect(await client.boot()).toMatchObject({ status: 'Accepted' });
    expect(wire.flatMap((event) => (event.type === 'refused' ? [event.status] : []))).toEqual([503]);
  });

  it('are refused while our CSMS plays offline, until the case is over', async () => {
    const { peer, url } = await start();
    peer.policy.offline = true;
    await expect(FakeStation.connect(url, { auth })).rejects.toThrow('HTTP 503');
    peer.reset();
    await station(peer, url);
    expect(peer.online).toBe(true);
  });

  it('with a wrong password or identity do not disturb the link', async () => {
    const { peer, url } = await start();
    const client = await station(peer, url);
    await expect(FakeStation.connect(url, { auth: `${identity}:wrong` })).rejects.toThrow('HTTP 401');
    await expect(FakeStation.connect(url.replace(identity, 'CS-2'), { auth })).rejects.toThrow('HTTP 404');
    expect(await client.boot()).toMatchObject({ status: 'Accepted' });
  });
});

describe('ports', () => {
  it('only those of the configuration are opened', async () => {
    const { peer } = await start();
    expect([...peer.urls.keys()]).toEqual([1]);
  });

  it('one in use is one clear line, and the others are free again', async () => {
    const blocker = createServer();
    const taken = await new Promise<number>((resolve) => {
      blocker.listen(0, '127.0.0.1', () => {
        const address = blocker.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const first = await start();
    const free = Number(new URL(first.url.replace('ws:', 'http:')).port);
    await first.peer.close();
    const tls = { keys: [] };
    await expect(
      start({ ports: { 1: free, 2: taken }, tls: (profile) => (profile === 1 ? undefined : tls) }),
    ).rejects.toThrow(`cannot listen on 127.0.0.1:${taken}: the port is in use`);
    const { peer } = await start({ ports: { 1: free } });
    expect(peer.urls.get(1)).toContain(String(free));
    await new Promise((resolve) => blocker.close(resolve));
  });
});
