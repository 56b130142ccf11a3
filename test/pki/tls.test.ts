import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRunPki, type RunPki } from '../../src/pki/issue/index.ts';

/** The certificates of a run in real handshakes on loopback: all four suites of A00.FR.318, both ends checking. */
describe('handshakes with the run PKI', () => {
  let pki: RunPki;
  let server: Server;
  beforeAll(async () => {
    pki = await createRunPki({
      serverNames: ['localhost'],
      stationIdentity: 'CS-0001',
      organization: 'Example CSO',
      includeRsa: true,
    });
    server = createServer({
      key: pki.servers.valid.map(({ key }) => key),
      cert: pki.servers.valid.map(({ certificate }) => certificate),
      ca: [pki.csms.EC.root],
      requestCert: true,
      rejectUnauthorized: false,
    });
    server.on('secureConnection', (socket) => socket.end(`${socket.authorized} ${socket.authorizationError ?? ''}`));
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => server.close());

  const portOf = (address: AddressInfo | string | null): number =>
    typeof address === 'object' && address !== null ? address.port : 0;
  async function shake(options: {
    ciphers: string;
    root: string;
    station: keyof RunPki['stations'];
  }): Promise<{ socket: TLSSocket; said: string }> {
    const { certificate: cert, key } = pki.stations[options.station];
    const socket = connect({
      host: '127.0.0.1',
      port: portOf(server.address()),
      servername: 'localhost',
      ca: [options.root],
      cert,
      key,
      maxVersion: 'TLSv1.2',
      ciphers: options.ciphers,
    });
    await once(socket, 'secureConnect');
    let said = '';
    for await (const chunk of socket.setEncoding('utf8')) said += String(chunk);
    return { socket, said };
  }

  it.each([
    ['ECDHE-ECDSA-AES128-GCM-SHA256', 'EC'],
    ['ECDHE-ECDSA-AES256-GCM-SHA384', 'EC'],
    ['AES128-GCM-SHA256', 'RSA'],
    ['AES256-GCM-SHA384', 'RSA'],
  ] as const)('%s', async (ciphers, keyType) => {
    const { socket, said } = await shake({ ciphers, root: pki.csms[keyType]?.root ?? '', station: 'valid' });
    expect(socket.authorized).toBe(true);
    expect(said.trim()).toBe('true');
  });

  it.each([
    ['unknown CA', /^false .*(UNABLE|SELF_SIGNED)/],
    ['expired', /^false CERT_HAS_EXPIRED/],
    ['certificate of another station', /^true/],
  ] as const)('a client certificate "%s" is seen as such by the server', async (station, said) => {
    const ciphers = 'ECDHE-ECDSA-AES128-GCM-SHA256';
    expect((await shake({ ciphers, root: pki.csms.EC.root, station })).said).toMatch(said);
  });
});
