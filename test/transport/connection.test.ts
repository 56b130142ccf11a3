import { connect as connectTcp, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Link, Listener, ListenerOptions } from '../../src/transport/index.ts';
import { rawUpgrade } from '../../src/transport/index.ts';
import { connected, connecting, listening, Witness } from './wire.ts';

const open: Listener[] = [];
async function listen(options: Partial<ListenerOptions> = {}) {
  const made = await listening(options);
  open.push(made.listener);
  return made;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close()));
});

function first(links: Link[]): Link {
  const [link] = links;
  if (link === undefined) throw new Error('no link');
  return link;
}

describe('a plain connection', () => {
  it('opens, carries text both ways and tells what happened on both ends', async () => {
    const { listener, witness, links } = await listen();
    const { link, witness: client } = await connected(listener.url, {
      credentials: { username: 'CS001', password: 'a:b:c' },
    });
    await witness.until('open');
    const received = new Promise<string>((resolve) => first(links).onText(resolve));
    await link.send('[2,"1","Heartbeat",{}]');
    expect(await received).toBe('[2,"1","Heartbeat",{}]');
    const answer = new Promise<string>((resolve) => link.onText(resolve));
    await first(links).send('[3,"1",{}]');
    expect(await answer).toBe('[3,"1",{}]');
    expect(witness.of('http')[0]?.http).toMatchObject({
      path: '/ocpp/CS001',
      identity: 'CS001',
      subprotocols: ['ocpp2.0.1'],
      authorization: { scheme: 'Basic', username: 'CS001', password: 'a:b:c' },
    });
    expect(witness.events.map(({ type }) => type)).toEqual(['attempt', 'http', 'open', 'frame', 'frame']);
    expect(client.events.map(({ type }) => type)).toEqual(['attempt', 'http', 'open', 'frame', 'frame']);
    expect(first(links)).toMatchObject({ identity: 'CS001', subprotocol: 'ocpp2.0.1', open: true });
  });

  it('decodes the identity', async () => {
    const { listener, links } = await listen();
    await connected(listener.url, { url: `${listener.url}/RDAM%20123`, identity: 'RDAM 123' });
    expect(first(links).identity).toBe('RDAM 123');
  });

  it('delivers what was sent before anybody listened', async () => {
    const { listener } = await listen({ onLink: (link) => void link.send('first') });
    const { link } = await connected(listener.url);
    expect(await new Promise((resolve) => link.onText(resolve))).toBe('first');
  });

  it('tells a close from a drop, and who did it', async () => {
    const { listener, witness, links } = await listen();
    const one = await connected(listener.url);
    await one.link.close(1000, 'done');
    expect(await witness.until('closed')).toMatchObject({ by: 'them', code: 1000, reason: 'done' });
    expect(await one.witness.until('closed')).toMatchObject({ by: 'us', code: 1000, reason: 'done' });
    const two = await connected(listener.url);
    two.link.drop();
    expect(await witness.until('closed', 2)).toMatchObject({ by: 'network', code: 1006 });
    expect(await two.witness.until('closed')).toMatchObject({ by: 'us', code: 1006 });
    await expect(two.link.send('x')).rejects.toThrow(/closed/);
    const late = new Promise((resolve) => two.link.onClosed((by) => resolve(by)));
    expect(await late).toBe('us');
    expect(links.every((link) => !link.open)).toBe(true);
  });

  it('taps ping and pong in both directions', async () => {
    const { listener, witness } = await listen();
    const { link, witness: client } = await connected(listener.url);
    link.ping();
    expect(await client.until('pong')).toMatchObject({ direction: 'received' });
    expect(client.of('ping')).toMatchObject([{ direction: 'sent' }]);
    expect(witness.of('ping')).toMatchObject([{ direction: 'received' }]);
    expect(witness.of('pong')).toMatchObject([{ direction: 'sent' }]);
  });

  it('is heard when a pong comes back for a ping of its own, and not over a closed link', async () => {
    const { listener, links } = await listen();
    const { link } = await connected(listener.url);
    const texts: string[] = [];
    first(links).onText((text) => texts.push(text));
    const heard = [link.send('[1]').then(() => link.heard()), link.heard()];
    expect(await Promise.all(heard)).toEqual([true, true]);
    expect(texts).toEqual(['[1]']);
    const cut = link.heard();
    link.drop();
    expect([await cut, await link.heard()]).toEqual([false, false]);
  });

  it('reports binary frames and goes on, reports oversize and closes with 1009', async () => {
    const { listener, witness, links } = await listen({ maxPayload: 100 });
    const socket = new WebSocket(`${listener.url}/CS001`, 'ocpp2.0.1');
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    await new Promise((resolve) => socket.on('open', resolve));
    await witness.until('open');
    const unreadable: unknown[] = [];
    first(links).onUnreadable((kind, bytes) => unreadable.push([kind, bytes]));
    socket.send(Buffer.from([1, 2, 3]));
    await witness.until('frame');
    expect(first(links).open).toBe(true);
    socket.send('x'.repeat(101));
    expect(await witness.until('closed')).toMatchObject({ by: 'us', code: 1009 });
    expect(await closed).toBe(1009);
    expect(unreadable).toEqual([
      ['binary', 3],
      ['oversize', 101],
    ]);
    expect(witness.of('frame')).toMatchObject([
      { binary: true, bytes: 3 },
      { oversize: true, text: '' },
    ]);
  });

  it('survives frames that break the WebSocket protocol', async () => {
    const { listener, witness } = await listen();
    const result = new Promise<void>((resolve) => {
      const tcp = connectTcp(listener.port, '127.0.0.1', () => {
        tcp.write(
          'GET /ocpp/CS001 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x3JJHMdbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: ocpp2.0.1\r\n\r\n',
        );
        tcp.once('data', () => tcp.write(Buffer.from([0xff, 0xff, 0x00, 0x13])));
      });
      tcp.on('error', () => {});
      tcp.on('close', () => resolve());
    });
    // A key of the wrong length is refused before any frame.
    expect(await witness.until('refused')).toMatchObject({ at: 'HTTP', by: 'us', status: 400 });
    await result;
    const socket = new WebSocket(`${listener.url}/CS001`, 'ocpp2.0.1');
    socket.on('error', () => {});
    await new Promise((resolve) => socket.on('open', resolve));
    Reflect.get(socket, '_socket').write(Buffer.from([0xff, 0xff, 0x00, 0x13]));
    expect(await witness.until('closed')).toMatchObject({ by: 'us', code: 1002 });
  });

  it('compresses when a station offers it and not otherwise', async () => {
    const { listener, witness } = await listen();
    const socket = new WebSocket(`${listener.url}/CS001`, 'ocpp2.0.1', { perMessageDeflate: { threshold: 0 } });
    await new Promise((resolve) => socket.on('open', resolve));
    const { extensions } = await witness.until('open');
    expect(extensions).toContain('permessage-deflate');
    const big = JSON.stringify([2, '1', 'DataTransfer', { vendorId: 'v', data: 'a'.repeat(5_000) }]);
    socket.send(big);
    expect(await witness.until('frame')).toMatchObject({ text: big, bytes: Buffer.byteLength(big) });
    await connected(listener.url);
    expect((await witness.until('open', 2)).extensions).toBe('');
    socket.close();
  });
});

describe('an upgrade that is refused', () => {
  it.each([
    [401, 'wrong password'],
    [404, 'unknown station'],
    [503, 'busy'],
  ])('tells HTTP %i on both ends', async (status, reason) => {
    const { listener, witness } = await listen({ decide: () => ({ accept: false, status, reason }) });
    const { result, witness: client } = connecting(listener.url);
    expect(await result).toMatchObject({ ok: false, at: 'HTTP', by: 'them', status });
    expect(witness.of('refused')).toMatchObject([{ at: 'HTTP', by: 'us', status, reason }]);
    expect(client.of('refused')).toHaveLength(1);
  });

  it('answers 404 off the path and 426 without an upgrade', async () => {
    const { listener, witness } = await listen();
    const off = connecting(listener.url, { url: `ws://127.0.0.1:${listener.port}/other/CS001` });
    expect(await off.result).toMatchObject({ ok: false, at: 'HTTP', status: 404 });
    const plain = await fetch(`http://127.0.0.1:${listener.port}/ocpp/CS001`);
    expect(plain.status).toBe(426);
    expect(await witness.until('refused', 2)).toMatchObject({ at: 'HTTP', by: 'us', status: 426 });
  });

  it('closes at once without a subprotocol header when decided so', async () => {
    const { listener, witness } = await listen({
      decide: () => ({ accept: 'then-close', reason: 'no common subprotocol' }),
    });
    const { result } = connecting(listener.url, { subprotocols: ['ocpp1.6'] });
    expect(await result).toMatchObject({
      ok: false,
      at: 'WebSocket',
      by: 'them',
      status: 101,
      reason: expect.stringContaining('ocpp1.6'),
    });
    const none = connecting(listener.url, { subprotocols: [] });
    expect(await none.result).toMatchObject({ ok: false, at: 'WebSocket', by: 'them', status: 101 });
    expect(none.witness.events.map(({ type }) => type)).toEqual(['attempt', 'http', 'refused']);
    const tap = new Witness();
    const raw = await rawUpgrade({ url: `${listener.url}/CS001`, identity: 'CS001', deadlineMs: 5_000, tap: tap.tap });
    expect(raw).toMatchObject({ ok: true, status: 101, closed: true });
    expect(raw.ok && raw.headers['sec-websocket-protocol']).toBeUndefined();
    expect(witness.of('refused')).toMatchObject(Array(3).fill({ at: 'WebSocket', by: 'us', status: 101 }));
    expect(witness.of('open')).toHaveLength(0);
  });

  it('never echoes an offer that was not chosen', async () => {
    const { listener, links } = await listen();
    const { link } = await connected(listener.url, { subprotocols: ['ocpp1.6', 'ocpp2.0.1'] });
    expect(link.subprotocol).toBe('ocpp2.0.1');
    expect(links[0]?.http.subprotocols).toEqual(['ocpp1.6', 'ocpp2.0.1']);
  });

  it('sends any header in a raw upgrade', async () => {
    const { listener } = await listen({
      decide: ({ subprotocols }) => ({ accept: false, status: 400, reason: String(subprotocols.length) }),
    });
    const tap = new Witness();
    const url = `${listener.url}/CS001`;
    const raw = await rawUpgrade({
      url,
      identity: 'CS001',
      deadlineMs: 5_000,
      tap: tap.tap,
      headers: { 'Sec-WebSocket-Protocol': 'a, b' },
    });
    expect(raw).toMatchObject({ ok: true, status: 400, closed: true });
    expect(tap.of('http')[0]?.http.subprotocols).toEqual(['a', 'b']);
  });

  it('is refused when the decision itself fails', async () => {
    const { listener } = await listen({ decide: () => Promise.reject(new Error('boom')) });
    expect(await connecting(listener.url).result).toMatchObject({ ok: false, at: 'HTTP', status: 500 });
  });
});

describe('a connection that is never made', () => {
  it('names a port nobody listens on', async () => {
    const { listener } = await listening();
    await listener.close();
    const { result, witness } = connecting(listener.url);
    expect(await result).toMatchObject({
      ok: false,
      at: 'TCP',
      by: 'them',
      reason: expect.stringContaining('ECONNREFUSED'),
    });
    expect(witness.events.map(({ type }) => type)).toEqual(['attempt', 'refused']);
  });

  it('refuses a URL that is none', async () => {
    expect(await connecting('http://127.0.0.1').result).toMatchObject({
      ok: false,
      at: 'TCP',
      by: 'us',
      reason: expect.stringContaining('ws://'),
    });
  });

  it('gives up at the deadline, floor 500 ms, and says on what', async () => {
    const mute = createServer((socket) => socket.on('error', () => {}));
    const port = await new Promise<number>((resolve) => {
      mute.listen(0, '127.0.0.1', () => {
        const address = mute.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const { result } = connecting(`ws://127.0.0.1:${port}/ocpp`, { deadlineMs: 1 });
    expect(await result).toMatchObject({ ok: false, at: 'HTTP', by: 'us', reason: expect.stringContaining('500 ms') });
    mute.close();
  });

  it('names host and port in use in one line', async () => {
    const { listener } = await listen();
    const second = listening({ port: listener.port });
    await expect(second).rejects.toThrow(
      new RegExp(`^cannot listen on 127\\.0\\.0\\.1:${listener.port}: the port is in use[^\\n]*$`),
    );
  });

  it('counts a visitor that leaves without a word, and one that talks nonsense', async () => {
    const { listener, witness } = await listen();
    const visitor = connectTcp(listener.port, '127.0.0.1', () => visitor.destroy());
    expect(await witness.until('refused')).toMatchObject({ at: 'TCP', by: 'them' });
    connectTcp(listener.port, '127.0.0.1')
      .on('error', () => {})
      .end('\u0000\u0001 nonsense\r\n\r\n');
    expect(await witness.until('refused', 2)).toMatchObject({ at: 'HTTP', by: 'us', status: 400 });
  });
});
