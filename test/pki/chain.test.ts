import { beforeAll, describe, expect, it } from 'vitest';
import { type Authority, createAuthority, generateKey, issueClient, issueServer } from '../../src/pki/issue/index.ts';
import { keyLengthFault, PkiError, readCertificate, splitPem, verifyChain } from '../../src/pki/parse/index.ts';

const at = Date.parse('2026-06-01T12:00:00Z');
const organization = 'Example CSO';
const year = 365.25 * 24 * 3_600_000;

describe('verifyChain', () => {
  let root: Authority;
  let impostor: Authority; // same name, another key
  let sub: Authority;
  let leaf: string;
  const client = (authority: Authority) =>
    issueClient({ authority, commonName: 'CS-0001', organization, keyType: 'EC', at });
  beforeAll(async () => {
    root = await createAuthority({ name: 'Root', keyType: 'EC', at });
    impostor = await createAuthority({ name: 'Root', keyType: 'EC', at });
    sub = await createAuthority({ name: 'Sub', keyType: 'EC', at, parent: root });
    leaf = (await client(sub)).certificate;
  });

  it('holds over a sub CA, and shows its intermediate', () => {
    expect(splitPem(leaf)).toHaveLength(2);
    expect(verifyChain(leaf, [root.root], at)).toBeUndefined();
  });

  it('holds with intermediates twice, in any order, or with the root sent along', () => {
    const [own = '', intermediate = ''] = splitPem(leaf);
    expect(verifyChain(own + root.root + intermediate + intermediate, [root.root], at)).toBeUndefined();
  });

  it('finds the right one of two roots of one name', () => {
    expect(verifyChain(leaf, [impostor.root, root.root], at)).toBeUndefined();
    expect(verifyChain(leaf, [impostor.root], at)).toBe(
      'the signature of "O=Assay, CN=Sub" is not one of "O=Assay, CN=Root"',
    );
  });

  it('does not trust a root that only the peer sends', () => {
    expect(verifyChain(leaf + root.root, [], at)).toMatch(
      /no installed root for .*issuer "O=Assay, CN=Root" is unknown/,
    );
  });

  it('needs the intermediate', () => {
    const [own = ''] = splitPem(leaf);
    expect(verifyChain(own, [root.root], at)).toMatch(/issuer "O=Assay, CN=Sub" is unknown/);
  });

  it('does not let a leaf be an authority', async () => {
    const owned = await client(root);
    const forged = await client({
      ...root,
      certificate: owned.certificate,
      key: owned.key,
      intermediates: owned.certificate,
    });
    expect(verifyChain(forged.certificate, [root.root], at)).toBe(
      '"O=Example CSO, CN=CS-0001" is not a CA certificate',
    );
  });

  it('keeps to the path length', async () => {
    const subSub = await createAuthority({ name: 'SubSub', keyType: 'EC', at, parent: sub });
    const deep = await client(subSub);
    expect(verifyChain(deep.certificate, [root.root], at)).toBe(
      'the chain below "O=Assay, CN=Sub" is longer than its path length',
    );
  });

  it('judges validity at the given time, of the leaf and of the root', () => {
    expect(verifyChain(leaf, [root.root], at - 1.1 * year)).toMatch(/CN=CS-0001" is not yet valid/);
    expect(verifyChain(leaf, [root.root], at + 10.1 * year)).toMatch(/CN=CS-0001" expired on/);
    expect(verifyChain(root.root, [root.root], at + 16 * year)).toMatch(/CN=Root" expired on/);
  });

  it.each(['', 'no PEM', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
    'turns %j into a reason',
    (text) => {
      expect(verifyChain(text, [root.root], at)).toMatch(/^certificate: /);
    },
  );

  it('says which root cannot be read', () => {
    expect(() => verifyChain(leaf, ['nothing'], at)).toThrow(PkiError);
  });

  it('reads a serial number without leading zeros', () => {
    expect(readCertificate(leaf).serialNumber).toMatch(/^[1-7][0-9a-f]{31}$/);
  });

  it('gives certificates with one key and nothing but the defect different', async () => {
    const key = await generateKey('EC');
    const request = {
      authority: root,
      commonName: 'localhost',
      organization,
      keyType: 'EC' as const,
      dnsNames: ['localhost'],
      ipAddresses: [],
      at,
      key,
    };
    const [valid, expired] = await Promise.all([issueServer(request), issueServer({ ...request, defect: 'expired' })]);
    const {
      validFrom: _from,
      validTo: _to,
      serialNumber: _serial,
      pem: _pem,
      ...facts
    } = readCertificate(valid.certificate);
    expect(readCertificate(expired.certificate)).toMatchObject(facts);
    expect(expired.key).toBe(valid.key);
  });
});

describe('keyLengthFault', () => {
  it.each([
    ['rsa', 2048, undefined],
    ['rsa', 2047, 'A00.FR.502'],
    ['dsa', 1024, 'A00.FR.502'],
    ['rsa-pss', 3072, undefined],
    ['ec', 224, undefined],
    ['ec', 192, 'A00.FR.503'],
    ['ed25519', 256, undefined],
    ['x25519', 256, 'A00.FR.501'],
  ])('%s of %i bits: %s', (keyType, keyBits, requirement) => {
    expect(keyLengthFault({ keyType, keyBits })?.requirement).toBe(requirement);
  });
});
