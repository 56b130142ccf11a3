import { expect, test } from 'vitest';
import type { Requests } from '../../src/ocpp/index.ts';
import { createAuthority, issueFirmwareSigner, signFirmware } from '../../src/pki/issue/index.ts';
import {
  createFirmware,
  type Download,
  type FirmwareOptions,
  firmwareSeams,
} from '../../src/station/firmware/index.ts';
import { ask, FakeStation, MemoryStore } from './fake-context.ts';

const bytes = new TextEncoder().encode('an image');
const arrives: Download = async () => ({ ok: true, bytes, sha256: 'abcdef0123456789' });
const fails: Download = async () => ({ ok: false, reason: '404' });

function setup(options: Partial<FirmwareOptions> = {}, store = new MemoryStore()) {
  const station = new FakeStation({}, store);
  station.parts.firmware = { certificate: () => 'valid', signature: () => true };
  const module = createFirmware(station.context, { version: '1.0.0', download: arrives, ...options });
  return { station, module };
}
type Setup = ReturnType<typeof setup>;
type Extra = Partial<Omit<Requests['UpdateFirmware'], 'firmware'>> & {
  firmware?: Partial<Requests['UpdateFirmware']['firmware']>;
};
const order = ({ module }: Setup, { firmware = {}, ...rest }: Extra = {}) =>
  ask(module.handlers, 'UpdateFirmware', {
    requestId: 11,
    retries: 0,
    ...rest,
    firmware: {
      location: 'http://127.0.0.1/image.bin',
      retrieveDateTime: '2025-12-31T00:00:00Z',
      signingCertificate: 'PEM',
      signature: 'c2ln',
      ...firmware,
    },
  });
const statuses = ({ station }: Setup) => station.requests('FirmwareStatusNotification').map(({ status }) => status);

test('L01: the whole way, the reboot, and Installed by the new firmware', async () => {
  const store = new MemoryStore();
  const first = setup({}, store);
  expect(await order(first)).toEqual({ status: 'Accepted' });
  expect(first.station.sent).toEqual([]);
  await first.station.clock.advance(5000);
  expect(statuses(first)).toEqual(['Downloading', 'Downloaded', 'SignatureVerified', 'Installing', 'InstallRebooting']);
  expect(first.station.requests('FirmwareStatusNotification').every(({ requestId }) => requestId === 11)).toBe(true);
  expect(first.station.reboots).toEqual(['FirmwareUpdate']);
  expect(await order(first)).toMatchObject({ status: 'Rejected' });
  const second = setup({}, store);
  expect(second.module.version()).toBe('1.0.0+abcdef01');
  expect(second.station.model.value('ChargingStation', 'FirmwareVersion')).toBe('1.0.0+abcdef01');
  second.module.accepted?.();
  await second.station.clock.advance(0);
  expect(second.station.sent).toEqual([
    { action: 'FirmwareStatusNotification', request: { status: 'Installed', requestId: 11 } },
  ]);
  expect(second.station.securityEvents).toEqual(['FirmwareUpdated']);
  second.module.accepted?.();
  await second.station.clock.advance(60_000);
  expect(second.station.sent).toHaveLength(1);
});

test.each([
  ['invalid', 'InvalidCertificate'],
  ['revoked', 'RevokedCertificate'],
] as const)(
  'L01.FR.21/22: a certificate that is %s ends in the answer, with an event and no status',
  async (judged, status) => {
    const all = setup();
    all.station.parts.firmware.certificate = () => judged;
    expect(await order(all)).toEqual({ status });
    await all.station.clock.advance(60_000);
    expect(all.station.securityEvents).toEqual(['InvalidFirmwareSigningCertificate']);
    expect(statuses(all)).toEqual([]);
    expect(all.module.updating()).toBe(false);
  },
);

test('L01.FR.03: a wrong signature', async () => {
  const all = setup();
  all.station.parts.firmware.signature = () => false;
  await order(all);
  await all.station.clock.advance(60_000);
  expect(statuses(all)).toEqual(['Downloading', 'Downloaded', 'InvalidSignature']);
  expect(all.station.securityEvents).toEqual(['InvalidFirmwareSignature']);
  expect(all.station.reboots).toEqual([]);
});

test('a certificate without signature is no valid signature; without both it is L02', async () => {
  const half = setup();
  const answer = await ask(half.module.handlers, 'UpdateFirmware', {
    requestId: 1,
    firmware: { location: 'http://x/', retrieveDateTime: '2025-12-31T00:00:00Z', signingCertificate: 'PEM' },
  });
  expect(answer).toEqual({ status: 'Accepted' });
  await half.station.clock.advance(60_000);
  expect(statuses(half)).toEqual(['Downloading', 'Downloaded', 'InvalidSignature']);
  const plain = setup();
  await ask(plain.module.handlers, 'UpdateFirmware', {
    requestId: 1,
    firmware: { location: 'http://x/', retrieveDateTime: '2025-12-31T00:00:00Z' },
  });
  await plain.station.clock.advance(60_000);
  expect(statuses(plain)).toEqual(['Downloading', 'Downloaded', 'Installing', 'InstallRebooting']);
});

test('L01.FR.30: as many retries as asked for, at their interval, then DownloadFailed', async () => {
  let attempts = 0;
  const all = setup({
    download: (...given) => {
      attempts += 1;
      return fails(...given);
    },
  });
  await order(all, { retries: 2, retryInterval: 10 });
  await all.station.clock.advance(19_999);
  expect([attempts, statuses(all)]).toEqual([2, ['Downloading']]);
  await all.station.clock.advance(1);
  expect([attempts, statuses(all)]).toEqual([3, ['Downloading', 'DownloadFailed']]);
  expect(all.module.updating()).toBe(false);
});

test('L01.FR.13/16: scheduled download, scheduled installation', async () => {
  const all = setup();
  await order(all, { firmware: { retrieveDateTime: '2026-01-01T00:01:00Z', installDateTime: '2026-01-01T00:02:00Z' } });
  await all.station.clock.advance(59_999);
  expect(statuses(all)).toEqual(['DownloadScheduled']);
  await all.station.clock.advance(1);
  expect(statuses(all).slice(1)).toEqual(['Downloading', 'Downloaded', 'SignatureVerified', 'InstallScheduled']);
  await all.station.clock.advance(59_999);
  expect(statuses(all)).toHaveLength(5);
  await all.station.clock.advance(1);
  expect(statuses(all).at(-1)).toBe('Installing');
});

test('L01.FR.06/07: waits for transactions with the other EVSEs out of order', async () => {
  const all = setup();
  all.station.begin(1, 'tx-1');
  await order(all);
  await all.station.clock.advance(60_000);
  expect(statuses(all).at(-1)).toBe('InstallScheduled');
  expect(all.station.availability).toEqual([true]);
  all.station.running.clear();
  all.module.transactionEnded();
  await all.station.clock.advance(5000);
  expect(statuses(all).slice(-2)).toEqual(['Installing', 'InstallRebooting']);
});

test('L01.FR.24: a second request cancels the first and nothing more is heard of it', async () => {
  const all = setup();
  await order(all, { firmware: { installDateTime: '2026-01-01T01:00:00Z' } });
  await all.station.clock.advance(10_000);
  expect(await order(all, { requestId: 12 })).toEqual({ status: 'AcceptedCanceled' });
  await all.station.clock.advance(7_200_000);
  const after = all.station.requests('FirmwareStatusNotification').slice(4);
  expect(after.length).toBeGreaterThan(0);
  expect(after.every(({ requestId }) => requestId === 12)).toBe(true);
  expect(all.station.reboots).toEqual(['FirmwareUpdate']);
  const stubborn = setup({ cancelable: false });
  await order(stubborn);
  expect(await order(stubborn)).toMatchObject({ status: 'Rejected' });
});

test('a power cut during the update begins it anew after the boot', async () => {
  const store = new MemoryStore();
  const first = setup({}, store);
  await order(first, { firmware: { installDateTime: '2026-01-01T01:00:00Z' } });
  await first.station.clock.advance(10_000);
  first.module.poweredOff?.();
  const second = setup({}, store);
  second.module.accepted?.();
  await second.station.clock.advance(0);
  expect(statuses(second)).toEqual(['Downloading', 'Downloaded', 'SignatureVerified', 'InstallScheduled']);
});

test('L01.FR.25/26: what a trigger brings', async () => {
  const all = setup({ download: fails });
  const trigger = async () => {
    expect(all.module.triggers?.['FirmwareStatusNotification']?.(undefined)).toBe('Accepted');
    await all.station.clock.advance(0);
    return all.station.requests('FirmwareStatusNotification').at(-1);
  };
  expect(await trigger()).toEqual({ status: 'Idle' });
  await order(all);
  await all.station.clock.advance(0);
  expect(await trigger()).toEqual({ status: 'DownloadFailed', requestId: 11 });
});

test('an empty image fails its verification', async () => {
  const all = setup({ download: async () => ({ ok: true, bytes: new Uint8Array(), sha256: '' }) });
  await order(all);
  await all.station.clock.advance(60_000);
  expect(statuses(all).at(-1)).toBe('InstallVerificationFailed');
  expect(all.station.reboots).toEqual([]);
});

test('the honest seams: chain to a manufacturer root, RSA-PSS over the whole file', async () => {
  const at = Date.now();
  const authority = await createAuthority({ name: 'Maker', keyType: 'EC', at });
  const signer = await issueFirmwareSigner({ authority, at, commonName: 'Signer', organization: 'Maker' });
  const seams = firmwareSeams({ manufacturerRoots: () => [authority.root], wallNow: () => at });
  expect(await seams.certificate(signer.certificate)).toBe('valid');
  expect(await seams.certificate('nonsense')).toBe('invalid');
  expect(await firmwareSeams({ manufacturerRoots: () => [], wallNow: () => at }).certificate(signer.certificate)).toBe(
    'invalid',
  );
  const signature = signFirmware(bytes, signer.key);
  expect(await seams.signature(bytes, signature, signer.certificate)).toBe(true);
  expect(await seams.signature(bytes.slice(1), signature, signer.certificate)).toBe(false);
});
