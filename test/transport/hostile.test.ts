import type { Server } from 'node:net';
import { connect as connectTcp, createServer } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Listener } from '../../src/transport/index.ts';
import { rawUpgrade } from '../../src/transport/index.ts';
import type { Issued } from './certificates.ts';
import { authority } from './certificates.ts';
import { connected, connecting, listening, Witness } from './wire.ts';

let root: string;
let key: Issued;
beforeAll(async () => {
  const made = await authority('Hostile Root');
  root = made.pem;
  key = await made.issue({ name: 'localhost', names: ['127.0.0.1'] });
});

const open: (Listener | Server)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** Throws bytes at a port and waits for the end of the connection. */
function throwAt(port: number, parts: readonly Uint8Array[]): Promise<void> {
  return new Promise((resolve) => {
    const socket = connectTcp(port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part);
      socket.end();
    });
    socket
      .on('error', () => {})
      .on('close', () => resolve())
      .resume();
  });
}

const starts = [
  '',
  'GET /ocpp/CS001 HTTP/1.1\r\n',
  'GET /ocpp/CS001 HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n',
  'CONNECT a:1 HTTP/1.1\r\n\r\n',
];
const tlsStarts = ['', '\u0016\u0003\u0001', '\u0016\u0003\u0001\u0000\u0005\u0001\u0000\u0000\u0001'];

describe('a listener under fire', () => {
  it.each([
    ['plain', starts],
    ['TLS', tlsStarts],
  ])('%s: every attempt ends exactly once, and stations still get through', async (kind, beginnings) => {
    const secure = kind === 'TLS';
    const { listener, witness } = await listening(secure ? { securityProfile: 2, tls: { keys: [key] } } : {});
    open.push(listener);
    const runs = 60;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 4 }),
        (start, parts) => throwAt(listener.port, [Buffer.from(start, 'latin1'), ...parts]),
      ),
      { numRuns: runs },
    );
    await witness.until('refused', runs);
    expect(witness.of('refused').map(({ attempt }) => attempt)).toEqual([
      ...new Set(witness.of('refused').map(({ attempt }) => attempt)),
    ]);
    expect(witness.of('attempt')).toHaveLength(runs);
    const { link } = await connected(listener.url, { tls: { roots: [root] } });
    expect(link.open).toBe(true);
  });
});

describe('a client before a hostile server', () => {
  const answers = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .constantFrom(
        'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx',
        'HTTP/1.1 101 x\r\n\r\n',
        'HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: no\r\n\r\n',
        'HTTP/1.1 999 \r\n\r\n',
      )
      .map((text) => Buffer.from(text)),
    fc.constant(Buffer.alloc(40_000, 'a')),
  );

  it.each(['ws', 'wss'])('%s: any answer is a refusal with one line, never a throw', async (scheme) => {
    let answer: Uint8Array = new Uint8Array();
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end(answer));
    });
    open.push(server);
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    await fc.assert(
      fc.asyncProperty(answers, async (bytes) => {
        answer = bytes;
        const { result, witness } = connecting(`${scheme}://127.0.0.1:${port}/ocpp`, { tls: { roots: [root] } });
        const settled = await result;
        expect(settled.ok).toBe(false);
        expect(settled.ok ? '' : settled.reason).toMatch(/^[^\n]+$/);
        expect(witness.of('refused')).toHaveLength(1);
        const tap = new Witness();
        await rawUpgrade({
          url: `${scheme}://127.0.0.1:${port}/ocpp/CS001`,
          identity: 'CS001',
          deadlineMs: 5_000,
          tap: tap.tap,
          tls: { roots: [root] },
        });
        expect(tap.of('refused')).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });
});
