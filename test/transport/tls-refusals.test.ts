import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { tlsBench } from './tls-bench.ts';
import { connected, connecting } from './wire.ts';

const { pki, trusting, listen } = tlsBench();

/** The one outside tool here: Node's own client sends no alert for a bad certificate. */
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe('a server certificate that a station refuses', () => {
  it.each(['expired', 'wrongName', 'foreign'] as const)(
    '%s: refused by the client, seen by the listener as theirs',
    async (which) => {
      const { listener, witness } = await listen({ keys: [pki().server[which]] });
      const { result, witness: client } = connecting(listener.url, trusting());
      const expected = {
        expired: /expired|EXPIRED/,
        wrongName: /evil\.example/,
        foreign: /local issuer|UNABLE|first certificate/i,
      }[which];
      expect(await result).toMatchObject({ ok: false, at: 'TLS', by: 'us', reason: expect.stringMatching(expected) });
      expect(await witness.until('refused')).toMatchObject({
        at: 'TLS',
        by: 'them',
        hello: { offeredVersions: ['TLSv1.3', 'TLSv1.2'] },
      });
      expect(client.events.map(({ type }) => type)).toEqual(['attempt', 'tls', 'refused']);
      expect(witness.of('refused')).toHaveLength(1);
    },
  );

  it.skipIf(!hasOpenssl).each(['TLSv1.2', 'TLSv1.3'] as const)(
    'a %s client that sends an alert is named with it',
    async (version) => {
      const { listener, witness } = await listen({ keys: [pki().server.foreign] });
      const client = openssl(listener.port, version);
      const refused = await witness.until('refused');
      expect(refused).toMatchObject({
        at: 'TLS',
        by: 'them',
        reason: expect.stringMatching(/alert unknown ca|before an HTTP request|during the TLS/i),
      });
      expect(refused.reason).toMatch(/alert/i);
      await client;
      expect(witness.of('refused')).toHaveLength(1);
    },
  );

  it('leaves the judgement to verify when there is one', async () => {
    const { listener } = await listen({ keys: [pki().server.expired] });
    const { link } = await connected(listener.url, trusting({ verify: () => undefined }));
    expect(link.tls).toMatchObject({ authorized: false, authorizationError: 'CERT_HAS_EXPIRED' });
    const { result } = connecting(
      listener.url,
      trusting({ verify: ({ peerCertificate }) => `not you, ${peerCertificate?.commonName}` }),
    );
    expect(await result).toMatchObject({
      ok: false,
      at: 'TLS',
      by: 'us',
      reason: expect.stringContaining('not you, localhost'),
    });
  });
});

/** A client that verifies inside OpenSSL and sends the alert of the standard, as most chargers do. */
async function openssl(port: number, version: 'TLSv1.2' | 'TLSv1.3'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-tls-'));
  writeFileSync(join(folder, 'root.pem'), pki().root);
  const flag = version === 'TLSv1.2' ? '-tls1_2' : '-tls1_3';
  const child = spawn(
    'openssl',
    ['s_client', '-connect', `127.0.0.1:${port}`, '-CAfile', join(folder, 'root.pem'), '-verify_return_error', flag],
    { stdio: ['ignore', 'ignore', 'ignore'] },
  );
  await new Promise((resolve) => child.on('close', resolve).on('error', resolve));
  rmSync(folder, { recursive: true });
}

describe('a station certificate that we refuse', () => {
  it.each([
    ['none', undefined, 'no client certificate was shown'],
    ['expired', 'expired', 'CERT_HAS_EXPIRED'],
    ['foreign', 'foreign', 'UNABLE_TO'],
  ] as const)('%s', async (_name, which, reason) => {
    for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
      const { listener, witness } = await listen({ keys: [pki().server.ec], clientRoots: [pki().stationRoot] });
      const client = which === undefined ? {} : { client: pki().station[which] };
      const { result, witness: seen } = connecting(listener.url, trusting({ ...client, maxVersion }));
      expect(await result).toMatchObject({ ok: false, at: 'TLS', by: 'them' });
      expect(await witness.until('refused')).toMatchObject({
        at: 'TLS',
        by: 'us',
        reason: expect.stringContaining(reason),
      });
      expect([witness.of('refused').length, witness.of('open').length, seen.of('refused').length]).toEqual([1, 0, 1]);
    }
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('by a %s server that demands one (OpenSSL alert)', async (version) => {
    const strict = createTlsServer({
      ...pki().server.ec,
      cert: pki().server.ec.certificate,
      ca: [pki().stationRoot],
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: version,
      maxVersion: version,
    });
    strict.on('tlsClientError', () => {});
    const port = await new Promise<number>((resolve) => {
      strict.listen(0, '127.0.0.1', () => {
        const address = strict.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const url = `wss://127.0.0.1:${port}/ocpp`;
    expect(await connecting(url, trusting()).result).toMatchObject({
      ok: false,
      at: 'TLS',
      by: 'them',
      reason: expect.stringMatching(/alert/),
    });
    expect(await connecting(url, trusting({ client: pki().station.expired })).result).toMatchObject({
      ok: false,
      at: 'TLS',
      by: 'them',
    });
    strict.close();
  });

  it('trusts several roots', async () => {
    const { listener } = await listen({ keys: [pki().server.ec], clientRoots: [pki().otherRoot, pki().stationRoot] });
    await connected(listener.url, trusting({ client: pki().station.foreign }));
  });
});
