import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  clientDefects,
  createRunPki,
  defectRows,
  firmwareSignerDefects,
  type RunPki,
  serverDefects,
  wildcardOf,
} from '../../src/pki/issue/index.ts';
import { hostMatches, keyLengthFault, readCertificate, verifyChain } from '../../src/pki/parse/index.ts';

const at = Date.parse('2026-06-01T12:00:00Z');
const year = 365.25 * 24 * 3_600_000;
const request = {
  serverNames: ['csms.example.com', '192.0.2.7'],
  stationIdentity: 'CS-0001',
  organization: 'Example CSO',
  includeRsa: true,
  at,
};

interface Recipe {
  readonly validity: Readonly<Record<string, readonly [number, number]>>;
  readonly certificates: readonly {
    readonly name: string;
    readonly commonName: string;
    readonly organization: string;
    readonly issuer: string;
    readonly key: 'EC' | 'RSA';
    readonly validity: string;
    readonly alternativeNames?: string;
    readonly onlyWith?: string;
  }[];
}
const recipe: Recipe = JSON.parse(readFileSync(new URL('../../certs/recipe.json', import.meta.url), 'utf8'));

describe('createRunPki', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-run-pki-'));
  let pki: RunPki;
  beforeAll(async () => {
    pki = await createRunPki({ ...request, folder });
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const roots = () => [pki.csms.EC.root, pki.csms.RSA?.root ?? ''];

  it.each(recipe.certificates)('makes $name as certs/recipe.json says', (row) => {
    const words: Record<string, string> = {
      '<host name>': 'csms.example.com',
      '<wildcard>': '*.example.com',
      '<organization>': request.organization,
      '<station identity>': request.stationIdentity,
    };
    const filled = (text: string) => words[text] ?? text;
    const facts = readCertificate(readFileSync(join(folder, `${row.name}.pem`), 'utf8'));
    const [from, to] = recipe.validity[row.validity] ?? [Number.NaN, Number.NaN];
    const names =
      row.alternativeNames === '<server names>'
        ? ['DNS:csms.example.com', 'IP Address:192.0.2.7']
        : [`DNS:${filled(row.commonName)}`];
    expect(facts).toMatchObject({
      commonName: filled(row.commonName),
      organization: filled(row.organization),
      keyType: row.key.toLowerCase(),
      subjectAltNames: row.alternativeNames === undefined ? [] : names,
      validFrom: new Date(at + from * year).toISOString(),
      validTo: new Date(at + to * year).toISOString(),
      ca: row.validity === 'root',
    });
    expect(facts.issuer).toMatch(new RegExp(`CN=${row.issuer}$`));
    expect(keyLengthFault(facts)).toBeUndefined();
  });

  it('makes nothing that the recipe lacks, and keeps keys to the owner', () => {
    const names = recipe.certificates.map(({ name }) => name);
    const files = readdirSync(folder);
    expect(files.sort()).toEqual(
      [...names.map((name) => `${name}.key`), ...names.map((name) => `${name}.pem`), 'manifest.json'].sort(),
    );
    if (process.platform !== 'win32') expect(statSync(join(folder, 'station-valid.key')).mode & 0o077).toBe(0);
  });

  it('makes each defect the only fault', () => {
    const judge = (certificate: string) => ({
      chain: verifyChain(certificate, roots(), at) === undefined,
      names: hostMatches(certificate, 'csms.example.com'),
    });
    for (const [name, issued] of Object.entries(pki.servers)) {
      const chain = !['expired', 'not yet valid', 'unknown root', 'new root'].includes(name);
      const named = !['other host name', 'wildcard host name'].includes(name);
      for (const { certificate } of issued)
        expect({ name, ...judge(certificate) }).toEqual({ name, chain, names: named });
    }
    const [wildcard] = pki.servers['wildcard host name'];
    expect(hostMatches(wildcard?.certificate ?? '', 'csms.example.com', { allowWildcard: true })).toBe(true);
    for (const { certificate } of pki.servers['new root']) {
      expect(verifyChain(certificate, [pki.newCsms.EC.root, pki.newCsms.RSA?.root ?? ''], at)).toBeUndefined();
    }
  });

  it('is found again, until names, key types, age or a file change', async () => {
    const kept = async (change: Partial<typeof request>) =>
      (await createRunPki({ ...request, folder, ...change })).kept;
    const again = await createRunPki({ ...request, folder });
    expect(again).toEqual({ ...pki, kept: true });
    expect(await kept({ at: at + 0.4 * year })).toBe(true);
    expect(await kept({ at: at + 0.6 * year, includeRsa: false })).toBe(false);
    expect(await kept({ at: at + 0.6 * year, includeRsa: false })).toBe(true);
    expect(await kept({ at: at + 0.6 * year, includeRsa: false, stationIdentity: 'CS-0002' })).toBe(false);
    writeFileSync(join(folder, 'station-valid.pem'), readFileSync(join(folder, 'mo-root.pem')));
    expect(await kept({ at: at + 0.6 * year, includeRsa: false, stationIdentity: 'CS-0002' })).toBe(false);
  });

  it('keeps its roots for another identity, host name or age: devices may trust them already', async () => {
    const before = await createRunPki({ ...request, folder });
    const change = { stationIdentity: 'CS-0003', serverNames: ['other.example.com'], at: at + year };
    const after = await createRunPki({ ...request, folder, ...change });
    expect(after.kept).toBe(false);
    expect([after.csms, after.newCsms, after.manufacturer]).toEqual([before.csms, before.newCsms, before.manufacturer]);
    expect(after.stations.valid.certificate).not.toBe(before.stations.valid.certificate);
  });

  it.each([
    [{ serverNames: ['192.0.2.7'] }, /no host name in \[192\.0\.2\.7\]/],
    [{ serverNames: ['wss://csms.example.com'] }, /"wss:\/\/csms\.example\.com" is not a host name/],
    [{ stationIdentity: '192.0.2.9' }, /must be a serial number/],
    [{ stationIdentity: 'https://cs' }, /must be a serial number/],
    [{ organization: 'x'.repeat(65) }, /has 65 characters; X\.509 allows 64/],
    [{ folder: join(import.meta.filename, 'below') }, /PKI folder .* cannot be written/],
  ])('says in one line what is wrong with %j', async (change, message) => {
    await expect(createRunPki({ ...request, includeRsa: false, ...change })).rejects.toThrow(message);
  });
});

describe('defect rows', () => {
  it('are one for each defect that can be made', () => {
    const made = [
      ...serverDefects.map((defect) => `server ${defect}`),
      ...clientDefects.map((defect) => `client ${defect}`),
      ...firmwareSignerDefects.map((defect) => `firmware signer ${defect}`),
    ];
    expect(defectRows.map(({ role, defect }) => `${role} ${defect}`)).toEqual(made);
  });

  it('each cite a requirement and allow at least one outcome', () => {
    for (const { requirement, outcomes } of defectRows) {
      expect(requirement.every((id) => /^[A-P]\d\d\.FR\.\d+$/.test(id))).toBe(true);
      expect(requirement.length * outcomes.length).toBeGreaterThan(0);
    }
  });

  it('a wildcard covers the name it is made for only by its star', () => {
    expect([wildcardOf('csms.example.com'), wildcardOf('localhost')]).toEqual(['*.example.com', 'l*']);
  });
});
