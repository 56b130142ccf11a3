import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ScaledClock } from '../../src/clock/index.ts';
import type { FileServer, FileServerOptions, TransferFacts } from '../../src/files/index.ts';
import { download, startFileServer, upload, uploadLimit } from '../../src/files/index.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(
  options: Partial<FileServerOptions> = {},
): Promise<{ server: FileServer; transfers: TransferFacts[]; told: (count: number) => Promise<TransferFacts[]> }> {
  const transfers: TransferFacts[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const tap = (facts: TransferFacts): void => {
    transfers.push(facts);
    for (const { count, resolve } of waiting) if (transfers.length >= count) resolve();
  };
  const server = await startFileServer({ host: '127.0.0.1', port: 0, tap, ...options });
  open.push(server);
  const told = async (count: number): Promise<TransferFacts[]> => {
    if (transfers.length < count) await new Promise<void>((resolve) => waiting.push({ count, resolve }));
    return transfers;
  };
  return { server, transfers, told };
}

const firmware = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const deadlineMs = 10_000;

describe('downloads', () => {
  it('deliver what was published and tell it', async () => {
    const { server, told } = await serve();
    const url = server.publish('firmware/v 2.bin', firmware);
    expect(url).toBe(`${server.url}/firmware/v%202.bin`);
    const result = await download(url, { deadlineMs });
    expect(result).toMatchObject({ ok: true, sha256: hash(firmware) });
    expect(result.ok && Buffer.compare(firmware, Buffer.from(result.bytes))).toBe(0);
    expect(await told(1)).toEqual([
      { direction: 'download', url, outcome: 'complete', bytes: firmware.length, sha256: hash(firmware) },
    ]);
  });

  it('deliver an empty file and a range of one', async () => {
    const { server, told } = await serve();
    expect(await download(server.publish('/empty', Buffer.alloc(0)), { deadlineMs })).toMatchObject({
      ok: true,
      sha256: hash(Buffer.alloc(0)),
    });
    const part = await fetch(server.publish('/part', firmware), { headers: { range: 'bytes=100-199' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${firmware.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(firmware.subarray(100, 200));
    expect(await told(2)).toHaveLength(2);
  });

  it('fail with one line', async () => {
    const { server, told } = await serve();
    const refused = server.publish('/gone', firmware, { refuseWith: 503 });
    expect(await download(refused, { deadlineMs })).toEqual({ ok: false, reason: 'HTTP 503 Service Unavailable' });
    expect(await download(`${server.url}/nothing`, { deadlineMs })).toEqual({
      ok: false,
      reason: 'HTTP 404 Not Found',
    });
    expect(await download(server.publish('/big', firmware), { deadlineMs, maxBytes: 1_000 })).toEqual({
      ok: false,
      reason: 'the file is larger than 1000 bytes',
    });
    expect(await download('ftp://127.0.0.1/x', { deadlineMs })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('not an http://'),
    });
    expect(await download('nonsense', { deadlineMs })).toMatchObject({ ok: false });
    expect((await told(3)).slice(0, 2).map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
    server.withdraw('/big');
    expect(await download(`${server.url}/big`, { deadlineMs })).toMatchObject({ ok: false });
    await server.close();
    expect(await download(refused, { deadlineMs })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('end at the deadline and on abort, and count as partial', async () => {
    const { server, told } = await serve();
    const url = server.publish('/slow', firmware, { throttleBytesPerSecond: 10 });
    expect(await download(url, { deadlineMs: 1 })).toEqual({ ok: false, reason: expect.stringContaining('500 ms') });
    const [facts] = await told(1);
    expect(facts).toMatchObject({ outcome: 'partial' });
    expect(facts?.bytes).toBeLessThan(firmware.length);
    const abort = new AbortController();
    const result = download(url, { deadlineMs, signal: abort.signal });
    abort.abort();
    expect(await result).toMatchObject({ ok: false, reason: expect.stringMatching(/abort/i) });
  });

  it('are throttled in OCPP time', async () => {
    const clock = new ScaledClock({ epoch: 0, wallEpoch: Date.now(), factor: 1_000 });
    const { server } = await serve({ clock });
    const started = clock.now();
    expect(
      await download(server.publish('/slow', firmware, { throttleBytesPerSecond: 2_000 }), { deadlineMs }),
    ).toMatchObject({ ok: true });
    expect(clock.now() - started).toBeGreaterThanOrEqual(150_000);
  });

  it('say how far a broken transfer came', async () => {
    const broken = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('0123456789', () => response.destroy());
    });
    const port = await new Promise<number>((resolve) => {
      broken.listen(0, '127.0.0.1', () => {
        const address = broken.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    open.push(broken);
    expect(await download(`http://127.0.0.1:${port}/x`, { deadlineMs })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('broke off after 10 of 100 bytes'),
    });
  });

  it('follow redirects, but not for ever', async () => {
    const { server } = await serve();
    const url = server.publish('/real', firmware);
    const moving = createServer((request, response) => {
      response.writeHead(302, { Location: request.url === '/once' ? url : '/loop' }).end();
    });
    const port = await new Promise<number>((resolve) => {
      moving.listen(0, '127.0.0.1', () => {
        const address = moving.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    open.push(moving);
    expect(await download(`http://127.0.0.1:${port}/once`, { deadlineMs })).toMatchObject({
      ok: true,
      sha256: hash(firmware),
    });
    expect(await download(`http://127.0.0.1:${port}/loop`, { deadlineMs })).toEqual({
      ok: false,
      reason: 'more than 5 redirects',
    });
  });
});

describe('uploads', () => {
  it('are kept with their hash and told', async () => {
    const { server, told } = await serve();
    const heard: string[] = [];
    server.onUpload(({ path }) => heard.push(path));
    expect(await upload(`${server.url}/logs/a%20b.txt`, firmware, { deadlineMs, contentType: 'text/plain' })).toEqual({
      ok: true,
      bytes: firmware.length,
      sha256: hash(firmware),
    });
    expect(await upload(`${server.url}/again`, Buffer.from('x'), { deadlineMs, method: 'POST' })).toMatchObject({
      ok: true,
    });
    expect(server.uploads).toMatchObject([
      { path: '/logs/a b.txt', contentType: 'text/plain', sha256: hash(firmware) },
      { path: '/again' },
    ]);
    expect(heard).toEqual(['/logs/a b.txt', '/again']);
    expect(await told(2)).toMatchObject([
      { direction: 'upload', outcome: 'complete', bytes: firmware.length, sha256: hash(firmware) },
      { bytes: 1 },
    ]);
  });

  it('need the credentials where they are demanded', async () => {
    const credentials = { username: 'CS001', password: 'a:b' };
    const { server, transfers } = await serve({ credentials });
    expect(await upload(`${server.url}/x`, firmware, { deadlineMs })).toEqual({
      ok: false,
      reason: 'HTTP 401 Unauthorized',
    });
    expect(await upload(`${server.url}/x`, firmware, { deadlineMs, credentials })).toMatchObject({ ok: true });
    const inUrl = server.publish('/f', firmware).replace('http://', 'http://CS001:a%3Ab@');
    expect(await download(inUrl, { deadlineMs })).toMatchObject({ ok: true });
    expect(transfers[0]).toMatchObject({ direction: 'upload', outcome: 'refused' });
  });

  it('that break off are partial', async () => {
    const { server, told } = await serve();
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write('PUT /x HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n0123456789', () => socket.destroy());
    });
    expect(await told(1)).toMatchObject([{ direction: 'upload', outcome: 'partial' }]);
    expect(server.uploads).toHaveLength(0);
  });

  it('above the limit are refused, and old ones make room', async () => {
    const { server, told } = await serve();
    const big = Buffer.alloc(uploadLimit - 10);
    expect(await upload(`${server.url}/first`, Buffer.alloc(20), { deadlineMs })).toMatchObject({ ok: true });
    expect(await upload(`${server.url}/second`, big, { deadlineMs })).toMatchObject({ ok: true });
    expect(server.uploads.map(({ path }) => path)).toEqual(['/second']);
    expect(await upload(`${server.url}/third`, Buffer.alloc(uploadLimit + 1), { deadlineMs })).toMatchObject({
      ok: false,
    });
    expect((await told(3))[2]).toMatchObject({ outcome: 'refused' });
  });
});

it('survives requests that are none', async () => {
  const { server, told } = await serve();
  await new Promise<void>((resolve) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.end('\u0000nonsense\r\n\r\n'));
    socket
      .on('error', () => {})
      .on('close', () => resolve())
      .resume();
  });
  expect((await fetch(`${server.url}/%E0%A4%A`)).status).toBe(400);
  expect((await fetch(server.url, { method: 'DELETE' })).status).toBe(405);
  expect(await told(2)).toMatchObject([{ outcome: 'refused' }, { outcome: 'refused' }]);
});

it('names host and port in use in one line', async () => {
  const { server } = await serve();
  await expect(serve({ port: server.port })).rejects.toThrow(
    new RegExp(`^cannot serve files on 127\\.0\\.0\\.1:${server.port}: the port is in use[^\\n]*$`),
  );
});
