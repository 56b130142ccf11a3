import { beforeAll, expect, test } from 'vitest';
import { type Authority, createAuthority, createCsr, issueClient, issueFromCsr } from '../../src/pki/issue/index.ts';
import { certificateHashData, readCsr } from '../../src/pki/parse/index.ts';
import { type CertificatesOptions, createCertificates } from '../../src/station/certificates/index.ts';
import type { DeviceModelConfig } from '../../src/station/device-model/index.ts';
import { ask, FakeStation, MemoryStore } from './fake-context.ts';

const at = Date.parse('2026-01-01T00:00:00Z');
let root: Authority;
let other: Authority;
let successor: Authority;
beforeAll(async () => {
  root = await createAuthority({ name: 'CSO root', keyType: 'EC', at });
  other = await createAuthority({ name: 'Other root', keyType: 'EC', at });
  successor = await createAuthority({ name: 'CSO root 2', keyType: 'EC', at, parent: root });
});

function setup(
  options: CertificatesOptions = {},
  overrides: Partial<DeviceModelConfig> = {},
  store = new MemoryStore(),
) {
  const station = new FakeStation({ securityProfile: 3, ...overrides }, store);
  const module = createCertificates(station.context, {
    roots: [{ use: 'CSMSRootCertificate', pem: root.root }],
    ...options,
  });
  station.parts.certificates = module.seams;
  return { station, module };
}
type Setup = ReturnType<typeof setup>;
const install = (
  { module }: Setup,
  certificate: string,
  certificateType: 'CSMSRootCertificate' | 'ManufacturerRootCertificate',
) => ask(module.handlers, 'InstallCertificate', { certificateType, certificate });
const remove = ({ module }: Setup, pem: string, issuer = pem, algorithm: 'SHA256' | 'SHA512' = 'SHA256') =>
  ask(module.handlers, 'DeleteCertificate', { certificateHashData: certificateHashData(pem, issuer, algorithm) });
const entries = ({ station }: Setup) => station.model.value('SecurityCtrlr', 'CertificateEntries');

test('M05, M03, M04: install, list, delete by any algorithm', async () => {
  const all = setup();
  expect(await install(all, other.root, 'ManufacturerRootCertificate')).toEqual({ status: 'Accepted' });
  expect(await install(all, other.root, 'ManufacturerRootCertificate')).toEqual({ status: 'Accepted' });
  expect(entries(all)).toBe('2');
  const listed = await ask(all.module.handlers, 'GetInstalledCertificateIds', {
    certificateType: ['ManufacturerRootCertificate'],
  });
  expect(listed).toEqual({
    status: 'Accepted',
    certificateHashDataChain: [
      {
        certificateType: 'ManufacturerRootCertificate',
        certificateHashData: certificateHashData(other.root, other.root, 'SHA256'),
      },
    ],
  });
  expect(await remove(all, other.root, other.root, 'SHA512')).toEqual({ status: 'Accepted' });
  expect(await remove(all, other.root)).toEqual({ status: 'NotFound' });
  const none = await ask(all.module.handlers, 'GetInstalledCertificateIds', { certificateType: ['MORootCertificate'] });
  expect(none).toEqual({ status: 'NotFound' });
  expect(entries(all)).toBe('1');
});

test('M05.FR.06/07: no room, no authority, not readable', async () => {
  const all = setup({ room: 1 });
  expect(await install(all, other.root, 'ManufacturerRootCertificate')).toMatchObject({
    statusInfo: { reasonCode: 'OutOfStorage' },
  });
  const leaf = await issueClient({ authority: root, keyType: 'EC', at, commonName: 'CS-1', organization: 'Assay' });
  expect(await install(all, leaf.certificate, 'CSMSRootCertificate')).toMatchObject({ status: 'Rejected' });
  expect(await install(all, 'nonsense', 'CSMSRootCertificate')).toMatchObject({ status: 'Rejected' });
});

test('M05.FR.10-13: with the additional check a root follows only the one that signed it', async () => {
  const values = [{ component: 'SecurityCtrlr', variable: 'AdditionalRootCertificateCheck', value: 'true' }];
  const all = setup({}, { values });
  expect(await install(all, other.root, 'CSMSRootCertificate')).toMatchObject({ status: 'Rejected' });
  expect(await install(all, successor.certificate, 'CSMSRootCertificate')).toEqual({ status: 'Accepted' });
  expect(all.module.roots('CSMSRootCertificate')).toEqual([successor.certificate, root.root]);
  all.module.connected();
  expect(all.module.roots('CSMSRootCertificate')).toHaveLength(2);
  expect(await remove(all, successor.certificate, root.root)).toEqual({ status: 'Accepted' });
  await install(all, root.root, 'CSMSRootCertificate');
  expect(all.module.roots('CSMSRootCertificate')).toEqual([root.root]);
});

test('M05.FR.13: a connection under the new root drops the fallback', async () => {
  const values = [{ component: 'SecurityCtrlr', variable: 'AdditionalRootCertificateCheck', value: 'true' }];
  const all = setup({}, { values });
  await install(all, successor.certificate, 'CSMSRootCertificate');
  const server = await issueClient({
    authority: successor,
    keyType: 'EC',
    at,
    commonName: 'csms',
    organization: 'Assay',
  });
  const underOld = await issueClient({ authority: root, keyType: 'EC', at, commonName: 'csms', organization: 'Assay' });
  all.module.connected({ serverChain: underOld.certificate });
  expect(all.module.roots('CSMSRootCertificate')).toHaveLength(2);
  all.module.connected({ serverChain: server.certificate });
  expect(all.module.roots('CSMSRootCertificate')).toEqual([successor.certificate]);
});

test('M04: the last CSMS root of a TLS station and the station certificate stay', async () => {
  const client = await issueClient({ authority: root, keyType: 'EC', at, commonName: 'CS-1', organization: 'Assay' });
  const all = setup({ client });
  expect(await remove(all, client.certificate, root.root)).toMatchObject({ status: 'Failed' });
  expect(await remove(all, root.root)).toMatchObject({ status: 'Failed' });
  expect(all.module.clientCertificate()).toEqual(client);
});

const csrs = ({ station }: Setup) => station.requests('SignCertificate').map(({ csr }) => String(csr));
/** Key generation runs on the wall: waits until the request is out. */
async function asked(all: Setup, amount: number): Promise<string> {
  await all.station.clock.advance(0);
  await expect.poll(() => csrs(all).length, { timeout: 5000 }).toBe(amount);
  return csrs(all)[amount - 1] ?? '';
}
const sign = (all: Setup, certificateChain: string) =>
  ask(all.module.handlers, 'CertificateSigned', { certificateChain });

test('A02: trigger, CSR, signed certificate, reconnect', async () => {
  let renewed = 0;
  const old = await issueClient({ authority: root, keyType: 'EC', at, commonName: 'CS-1', organization: 'Assay' });
  const all = setup({ client: old, commonName: 'S-1', renewed: () => renewed++ });
  all.station.answer = () => ({ kind: 'result', payload: { status: 'Accepted' } });
  expect(all.module.triggers?.['SignChargingStationCertificate']?.(undefined)).toBe('Accepted');
  const csr = await asked(all, 1);
  expect(readCsr(csr)).toMatchObject({ commonName: 'S-1', organization: 'Assay', signatureValid: true });
  expect(await sign(all, await issueFromCsr(csr, root, { at }))).toEqual({ status: 'Accepted' });
  expect(renewed).toBe(0);
  await all.station.clock.advance(0);
  expect(renewed).toBe(1);
  expect(all.module.clientCertificate()).not.toEqual(old);
  expect(all.module.previousClientCertificate()).toEqual(old);
  all.module.connected();
  expect(all.module.previousClientCertificate()).toBeUndefined();
  await all.station.clock.advance(3_600_000);
  expect(csrs(all)).toHaveLength(1);
});

test.each(['expired', 'unknown CA', 'certificate of another station'] as const)(
  'A02.FR.07: a certificate that is %s is refused and forgotten',
  async (defect) => {
    const all = setup();
    all.module.requestNew();
    const csr = await asked(all, 1);
    expect(await sign(all, await issueFromCsr(csr, root, { at, defect }))).toMatchObject({ status: 'Rejected' });
    expect(all.station.securityEvents).toEqual(['InvalidChargingStationCertificate']);
    expect(all.module.clientCertificate()).toBeUndefined();
  },
);

test('A02.FR.06: another root, another key, no CSR at all', async () => {
  const all = setup();
  const leaf = await issueClient({ authority: root, keyType: 'EC', at, commonName: 'CS-1', organization: 'Assay' });
  expect(await sign(all, leaf.certificate)).toMatchObject({ status: 'Rejected' });
  all.module.requestNew();
  const csr = await asked(all, 1);
  expect(await sign(all, leaf.certificate)).toMatchObject({ status: 'Rejected' });
  expect(await sign(all, await issueFromCsr(csr, other, { at }))).toMatchObject({ status: 'Rejected' });
  const strange = await createCsr({ commonName: 'CS-1', organization: 'Assay', keyType: 'EC' });
  expect(await sign(all, await issueFromCsr(strange.csr, root, { at }))).toMatchObject({ status: 'Rejected' });
  expect(all.station.securityEvents).toHaveLength(4);
  const long = await ask(all.module.handlers, 'CertificateSigned', { certificateChain: 'x'.repeat(10_000) });
  expect(long).toMatchObject({ status: 'Rejected' });
  all.station.parts.certificates.stationCertificate = () => undefined;
  expect(await sign(all, leaf.certificate)).toEqual({ status: 'Accepted' });
});

test('A02.FR.17-19: the same CSR again, waiting twice as long each time, then no more', async () => {
  const all = setup();
  all.station.answer = () => ({ kind: 'result', payload: { status: 'Accepted' } });
  all.module.requestNew();
  const csr = await asked(all, 1);
  await all.station.clock.advance(29_999);
  expect(csrs(all)).toHaveLength(1);
  await all.station.clock.advance(1);
  expect(csrs(all)).toEqual([csr, csr]);
  await all.station.clock.advance(59_999);
  expect(csrs(all)).toHaveLength(2);
  await all.station.clock.advance(1);
  expect(csrs(all)).toHaveLength(3);
  await all.station.clock.advance(3_600_000);
  expect(csrs(all)).toHaveLength(3);
});

test('a rejected CSR is not repeated; a certificate near its end is renewed after the boot', async () => {
  const client = await issueClient({
    authority: root,
    keyType: 'EC',
    at,
    commonName: 'CS-1',
    organization: 'Assay',
    defect: 'expired',
  });
  const all = setup({ client });
  all.station.answer = () => ({ kind: 'result', payload: { status: 'Rejected' } });
  all.module.accepted?.();
  await asked(all, 1);
  await all.station.clock.advance(3_600_000);
  expect(csrs(all)).toHaveLength(1);
});

test('keys and roots outlive a power cycle', async () => {
  const store = new MemoryStore();
  const first = setup({}, {}, store);
  await install(first, other.root, 'ManufacturerRootCertificate');
  first.module.requestNew();
  const csr = await asked(first, 1);
  const second = setup({}, {}, store);
  expect(second.module.roots('ManufacturerRootCertificate')).toEqual([other.root]);
  expect(await sign(second, await issueFromCsr(csr, root, { at }))).toEqual({ status: 'Accepted' });
});
