import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { tlsBench } from './tls-bench.ts';
import { connected, connecting, listening } from './wire.ts';

const { pki, trusting, listen } = tlsBench();

describe('TLS that works', () => {
  it.each([
    ['ECDHE-ECDSA-AES128-GCM-SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
    ['ECDHE-ECDSA-AES256-GCM-SHA384', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'],
    ['AES128-GCM-SHA256', 'TLS_RSA_WITH_AES_128_GCM_SHA256'],
    ['AES256-GCM-SHA384', 'TLS_RSA_WITH_AES_256_GCM_SHA384'],
  ])('serves %s from one port', async (ciphers, suite) => {
    const { listener, witness } = await listen({ keys: [pki().server.ec, pki().server.rsa] });
    const { link } = await connected(listener.url, trusting({ ciphers, maxVersion: 'TLSv1.2' }));
    expect(link.tls).toMatchObject({ version: 'TLSv1.2', suite, authorized: true });
    const { tls } = await witness.until('tls');
    expect(tls).toMatchObject({ version: 'TLSv1.2', suite, authorized: false, offeredVersions: ['TLSv1.2'] });
    expect(tls.offeredSuites).toContain(suite);
    expect(tls.authorizationError).toBeUndefined();
  });

  it('speaks TLS 1.3 and reads the whole ClientHello', async () => {
    const { listener, witness } = await listen({ keys: [pki().server.ec] });
    const { link } = await connected(listener.url.replace('127.0.0.1', 'localhost'), trusting());
    expect(link.tls?.version).toBe('TLSv1.3');
    expect(link.tls?.peerCertificate).toMatchObject({
      commonName: 'localhost',
      keyType: 'ec',
      keyBits: 256,
      subjectAltNames: ['DNS:localhost', 'IP Address:127.0.0.1'],
    });
    expect(link.tls?.peerChain).toHaveLength(2);
    const { tls } = await witness.until('tls');
    expect(tls.serverName).toBe('localhost');
    expect(tls.offeredVersions).toEqual(['TLSv1.3', 'TLSv1.2']);
    expect(tls.offeredSuites?.slice(0, 3)).toEqual([
      'TLS_AES_256_GCM_SHA384',
      'TLS_CHACHA20_POLY1305_SHA256',
      'TLS_AES_128_GCM_SHA256',
    ]);
  });

  it('reads a ClientHello that arrives byte by byte', async () => {
    const { listener, witness } = await listen({ keys: [pki().server.ec] });
    const tcp = connectTcp(listener.port, '127.0.0.1');
    const proxied = connectTls({ socket: slow(tcp), ca: [pki().root], servername: 'localhost' });
    proxied.on('error', () => {});
    expect((await witness.until('tls')).tls.serverName).toBe('localhost');
    proxied.destroy();
    tcp.destroy();
    expect(await witness.until('refused')).toMatchObject({ at: 'TLS', by: 'them' });
  });

  it('takes a station certificate for mutual TLS', async () => {
    const { listener, links } = await listen({
      keys: [pki().server.ec, pki().server.rsa],
      clientRoots: [pki().stationRoot],
    });
    await connected(listener.url, { securityProfile: 3, ...trusting({ client: pki().station.good }) });
    expect(links[0]?.securityProfile).toBe(3);
    expect(links[0]?.tls).toMatchObject({ authorized: true, peerCertificate: { commonName: 'CS001', keyBits: 256 } });
  });

  it('changes its keys and versions live', async () => {
    const { listener, witness } = await listen({ keys: [pki().server.ec] });
    const before = await connected(listener.url, trusting());
    listener.setTls({
      keys: [pki().server.rsa],
      minVersion: 'TLSv1.1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    const old = await connected(
      listener.url,
      trusting({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    );
    expect(old.link.tls).toMatchObject({ version: 'TLSv1.1', peerCertificate: { keyType: 'rsa', keyBits: 2048 } });
    expect(before.link.open).toBe(true);
    const { result } = connecting(listener.url, trusting());
    expect(await result).toMatchObject({ ok: false, at: 'TLS' });
    expect(await witness.until('refused')).toMatchObject({
      at: 'TLS',
      hello: { offeredVersions: ['TLSv1.3', 'TLSv1.2'] },
    });
    expect(() => listener.setTls({ keys: [{ key: 'x', certificate: 'y' }] })).toThrow(/^cannot serve TLS[^\n]*$/);
  });
});

/** Writes what passes through one byte at a time for the first hundred bytes. */
function slow(tcp: ReturnType<typeof connectTcp>): typeof tcp {
  let left = 100;
  const write = tcp.write.bind(tcp);
  tcp.setNoDelay(true);
  Reflect.set(tcp, 'write', (...[bytes, ...rest]: Parameters<typeof write>) => {
    const buffer = Buffer.from(bytes);
    const head = Math.min(left, buffer.length);
    left -= head;
    for (const byte of buffer.subarray(0, head)) write(Buffer.from([byte]));
    return write(buffer.subarray(head), ...rest);
  });
  return tcp;
}

describe('versions and suites that do not meet', () => {
  it('a TLS 1.1-only server', async () => {
    const { listener, witness } = await listen({
      keys: [pki().server.rsa],
      minVersion: 'TLSv1.1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    expect(await connecting(listener.url, trusting()).result).toMatchObject({ ok: false, at: 'TLS' });
    expect(await witness.until('refused')).toMatchObject({
      at: 'TLS',
      hello: { offeredVersions: ['TLSv1.3', 'TLSv1.2'] },
    });
  });

  it('a TLS 1.1-only client gets an alert from us', async () => {
    const { listener, witness } = await listen({ keys: [pki().server.ec, pki().server.rsa] });
    const { result } = connecting(
      listener.url,
      trusting({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    );
    expect(await result).toMatchObject({
      ok: false,
      at: 'TLS',
      by: 'them',
      reason: expect.stringMatching(/alert protocol version/),
    });
    expect(await witness.until('refused')).toMatchObject({
      at: 'TLS',
      by: 'us',
      reason: expect.stringMatching(/unsupported protocol/),
      hello: { offeredVersions: ['TLSv1.1'] },
    });
  });

  it('no shared suite', async () => {
    const { listener, witness } = await listen({ keys: [pki().server.rsa] });
    const { result } = connecting(
      listener.url,
      trusting({ ciphers: 'ECDHE-RSA-CHACHA20-POLY1305', maxVersion: 'TLSv1.2' }),
    );
    expect(await result).toMatchObject({
      ok: false,
      at: 'TLS',
      by: 'them',
      reason: expect.stringMatching(/alert handshake failure/),
    });
    expect(await witness.until('refused')).toMatchObject({
      at: 'TLS',
      by: 'us',
      reason: expect.stringMatching(/no shared cipher/),
    });
  });

  it('plain HTTP on the TLS port', async () => {
    const { listener, witness } = await listen({ keys: [pki().server.ec] });
    const plain = connecting(listener.url.replace('wss:', 'ws:'));
    expect(await plain.result).toMatchObject({ ok: false, at: 'HTTP' });
    expect(await witness.until('refused')).toMatchObject({ at: 'TLS', by: 'us' });
  });

  it('refuses to start with what cannot be served', async () => {
    await expect(listening({ securityProfile: 2 })).rejects.toThrow(/security profile 2 needs TLS keys/);
  });
});
