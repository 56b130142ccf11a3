import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRunPki, crossSignedRoot } from '../../src/pki/issue/index.ts';

const at = Date.parse('2026-06-01T12:00:00Z');
const base = mkdtempSync(join(tmpdir(), 'assay-shared-roots-'));
afterAll(() => rmSync(base, { recursive: true }));

const request = {
  serverNames: ['csms.example.com'],
  stationIdentity: 'CS-0001',
  organization: 'Example CSO',
  includeRsa: false,
  at,
};

describe('the new root signed by the old one', () => {
  it('is kept beside its PKI, and made anew when it does not fit', async () => {
    const folder = join(base, 'kept');
    const file = join(folder, 'csms-new-root-by-old.pem');
    const pki = await createRunPki({ ...request, folder });
    const made = await crossSignedRoot(pki, at);
    const certificate = new X509Certificate(made);
    expect(certificate.verify(new X509Certificate(pki.csms.EC.certificate).publicKey)).toBe(true);
    expect(certificate.publicKey.equals(new X509Certificate(pki.newCsms.EC.certificate).publicKey)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(made);
    expect(await crossSignedRoot(pki, at)).toBe(made);
    for (const unfit of ['torn', pki.newCsms.EC.certificate, pki.csms.EC.certificate]) {
      writeFileSync(file, unfit);
      const again = new X509Certificate(await crossSignedRoot(pki, at));
      expect(again.verify(new X509Certificate(pki.csms.EC.certificate).publicKey)).toBe(true);
      expect(again.subject).toBe(certificate.subject);
    }
  });

  it('is made in memory where nothing is kept', async () => {
    const pki = await createRunPki(request);
    expect(await crossSignedRoot(pki, at)).not.toBe(await crossSignedRoot(pki, at));
  });
});

it('several subjects have certificates of their own below shared roots', async () => {
  const rootsFolder = join(base, 'run');
  const run = await createRunPki({ ...request, folder: rootsFolder });
  const of = (stationIdentity: string) =>
    createRunPki({ ...request, stationIdentity, folder: join(rootsFolder, `sut-${stationIdentity}`), rootsFolder });
  const [one, other] = [await of('CS-0001'), await of('CS-0002')];
  expect([one.csms, other.csms, other.manufacturer]).toEqual([run.csms, run.csms, run.manufacturer]);
  expect(new X509Certificate(other.stations.valid.certificate).subject).toContain('CS-0002');
  expect((await of('CS-0001')).stations).toEqual(one.stations);
  expect((await createRunPki({ ...request, folder: rootsFolder })).kept).toBe(true);
  // Made before there were any to share: its own roots give way.
  const early = await createRunPki({ ...request, folder: join(base, 'early') });
  const late = await createRunPki({ ...request, folder: join(base, 'early'), rootsFolder });
  expect([early.csms.EC.certificate === late.csms.EC.certificate, late.csms]).toEqual([false, run.csms]);
  expect(late.stations.valid.certificate).not.toBe(early.stations.valid.certificate);
});
