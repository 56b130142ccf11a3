import { afterEach, expect, test } from 'vitest';
import type { CsmsOptions } from '../../src/csms/index.ts';
import { createAuthority, createCsr, issueClient, issueFromCsr, issueServer } from '../../src/pki/issue/index.ts';
import { readCertificate } from '../../src/pki/parse/index.ts';
import type { ServerTls } from '../../src/transport/types.ts';
import { type CsmsBench, credentials, password, startBench } from './csms-bench.ts';
import { FakeStation } from './fake-station.ts';

const at = Date.now();
const organization = 'CSO';
const authority = await createAuthority({ name: 'Root', organization, keyType: 'EC', at });
const stranger = await createAuthority({ name: 'Stranger', organization, keyType: 'EC', at });
const rsaAuthority = await createAuthority({ name: 'RSA root', organization, keyType: 'RSA', at });
const names = { commonName: 'localhost', organization, dnsNames: ['localhost'], ipAddresses: ['127.0.0.1'], at };
const server = await issueServer({ ...names, authority, keyType: 'EC' });
const rsaServer = await issueServer({ ...names, authority: rsaAuthority, keyType: 'RSA' });
const client = (commonName: string, by = authority, of = organization) =>
  issueClient({ commonName, organization: of, authority: by, keyType: 'EC', at });
const keys = [server, rsaServer];

let bench: CsmsBench;
afterEach(() => bench.stop());

async function start(securityProfile: 2 | 3, more: Partial<CsmsOptions> = {}) {
  const tls: ServerTls = { keys, ...(securityProfile === 3 ? { clientRoots: [authority.root] } : {}) };
  bench = await startBench({
    listeners: [{ securityProfile, host: '127.0.0.1', port: 0, path: '/ocpp', tls }],
    ...more,
  });
}
const trust = { ca: [authority.root, rsaAuthority.root], servername: 'localhost' };
const shown = ({ certificate, key }: { certificate: string; key: string }) => ({ ...trust, cert: certificate, key });

test.each([
  ['ECDHE-ECDSA-AES128-GCM-SHA256'],
  ['ECDHE-ECDSA-AES256-GCM-SHA384'],
  ['AES128-GCM-SHA256'],
  ['AES256-GCM-SHA384'],
])('security profile 2 with %s (A00.FR.318)', async (ciphers) => {
  await start(2);
  const station = await bench.station({ ...trust, ...credentials, ciphers, maxVersion: 'TLSv1.2' });
  expect(await station.boot()).toMatchObject({ status: 'Accepted' });
});

test('security profile 2 still wants the password', async () => {
  await start(2);
  await expect(FakeStation.connect(bench.url, { ...trust })).rejects.toThrow('HTTP 401');
});

test('security profile 3: the certificate of the station gets in without a password', async () => {
  await start(3, { organization });
  const station = await bench.station(shown(await client('CS-1')));
  expect(await station.boot()).toMatchObject({ status: 'Accepted' });
});

test.each([
  ['of another station', () => client('CS-2')],
  ['of another organization', () => client('CS-1', authority, 'Somebody')],
  ['of an unknown authority', () => client('CS-1', stranger)],
])('security profile 3: a certificate %s is refused', async (_what, make) => {
  await start(3, { organization });
  await expect(bench.station(shown(await make()))).rejects.toThrow();
});

test('security profile 3: another serial number in the boot ends the connection (B01.FR.12)', async () => {
  await start(3, { stations: [{ identity: 'CS-1', serialNumber: 'SN-9', securityProfiles: [3] }] });
  const station = await bench.station(shown(await client('SN-9')));
  const answer = station.boot();
  expect(await Promise.race([answer, station.closed])).toBe(1000);
});

test('a profile that is not allowed is closed (A05.FR.07)', async () => {
  await start(2, { stations: [{ identity: 'CS-1', password, securityProfiles: [3] }] });
  await expect(bench.station({ ...trust, ...credentials })).rejects.toThrow('HTTP 403');
});

test('a signing request is accepted, and the chain follows the answer (A02)', async () => {
  const signCsr = (csr: string) => issueFromCsr(csr, authority, { at });
  bench = await startBench({ signCsr });
  const station = await bench.booted();
  const { csr } = await createCsr({ commonName: 'CS-1', organization, keyType: 'EC' });
  expect(await station.ask('SignCertificate', { csr, certificateType: 'ChargingStationCertificate' })).toEqual({
    status: 'Accepted',
  });
  const { action, payload } = await station.next();
  expect(action).toBe('CertificateSigned');
  expect(payload['certificateType']).toBe('ChargingStationCertificate');
  expect(readCertificate(String(payload['certificateChain'])).commonName).toBe('CS-1');
  expect(station.faults).toEqual([]);
});

test.each([
  ['for another station', async () => (await createCsr({ commonName: 'CS-2', organization, keyType: 'EC' })).csr],
  ['that cannot be read', async () => 'nonsense'],
])('a signing request %s is rejected (A02.FR.12)', async (_what, make) => {
  bench = await startBench({ signCsr: (csr) => issueFromCsr(csr, authority, { at }) });
  const station = await bench.booted();
  expect(await station.ask('SignCertificate', { csr: await make() })).toMatchObject({ status: 'Rejected' });
});

test('a replaced seam is used: what a mutant is', async () => {
  bench = await startBench({
    shape: (parts) => ({ ...parts, authorization: { ...parts.authorization, decide: () => ({ status: 'Accepted' }) } }),
  });
  const station = await bench.booted();
  expect(await station.ask('Authorize', { idToken: { idToken: 'NOBODY', type: 'ISO14443' } })).toEqual({
    idTokenInfo: { status: 'Accepted' },
  });
});
