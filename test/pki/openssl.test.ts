import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createAuthority,
  createCsr,
  createRunPki,
  issueFromCsr,
  type RunPki,
  signFirmware,
} from '../../src/pki/issue/index.ts';
import {
  certificateHashData,
  readCertificate,
  readCsr,
  splitPem,
  verifyFirmwareSignature,
} from '../../src/pki/parse/index.ts';

const found = spawnSync('openssl', ['version']).status === 0;
if (!found && process.env.CI !== undefined)
  throw new Error('openssl is not on the path: install it, these tests compare with it');

/** What we make, read by OpenSSL; what OpenSSL says, compared with what we read. */
describe.skipIf(!found)('against the openssl command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-pki-'));
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const verify = (root: string, certificate: string) =>
    spawnSync(
      'openssl',
      [
        'verify',
        '-x509_strict',
        '-CAfile',
        file('root', root),
        '-untrusted',
        file('chain', certificate),
        file('leaf', certificate),
      ],
      {
        encoding: 'utf8',
      },
    );
  let pki: RunPki;
  beforeAll(async () => {
    pki = await createRunPki({
      serverNames: ['localhost', '127.0.0.1', '::1'],
      stationIdentity: 'CS-0001',
      organization: 'Example CSO',
      includeRsa: true,
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('every valid certificate verifies', () => {
    const [ec, rsa] = pki.servers.valid;
    for (const [root, certificate] of [
      [pki.csms.EC.root, ec?.certificate],
      [pki.csms.RSA?.root, rsa?.certificate],
      [pki.newCsms.EC.root, pki.servers['new root'][0]?.certificate],
      [pki.csms.EC.root, pki.stations.valid.certificate],
      [pki.manufacturer.root, pki.firmwareSigners.valid.certificate],
      [pki.v2g.root, pki.v2g.root],
      [pki.mo.root, pki.mo.root],
    ]) {
      expect(verify(root ?? '', certificate ?? '').stdout).toMatch(/: OK\n$/);
    }
  });

  it.each([
    ['expired', 'certificate has expired'],
    ['not yet valid', 'certificate is not yet valid'],
    ['unknown root', 'unable to get local issuer certificate'],
  ] as const)('a server certificate "%s" fails with: %s', (name, error) => {
    const [ec, rsa] = pki.servers[name];
    expect(verify(pki.csms.EC.root, ec?.certificate ?? '').stderr).toContain(error);
    expect(verify(pki.csms.RSA?.root ?? '', rsa?.certificate ?? '').stderr).toContain(error);
  });

  it.each(['SHA256', 'SHA384', 'SHA512'] as const)(
    'hash data with %s is the CertID of an OCSP request',
    (hashAlgorithm) => {
      const issuer = file('issuer.pem', pki.csms.EC.root);
      const leaf = file('leaf.pem', pki.stations.valid.certificate);
      const text = openssl(
        'ocsp',
        '-issuer',
        issuer,
        `-${hashAlgorithm.toLowerCase()}`,
        '-cert',
        leaf,
        '-no_nonce',
        '-req_text',
      );
      const certId = Object.fromEntries(
        [...text.replaceAll('\\\n', '').matchAll(/(Name Hash|Key Hash|Serial Number): ([0-9A-F]+)/g)].map(
          ([, key, hex]) => [key, hex?.toLowerCase()],
        ),
      );
      expect(certificateHashData(pki.stations.valid.certificate, pki.csms.EC.root, hashAlgorithm)).toEqual({
        hashAlgorithm,
        issuerNameHash: certId['Name Hash'],
        issuerKeyHash: certId['Key Hash'],
        serialNumber: certId['Serial Number'],
      });
    },
  );

  it.each(['EC', 'RSA'] as const)(
    'a CSR with an %s key verifies, and so does the certificate made from it',
    async (keyType) => {
      const { csr, key } = await createCsr({ commonName: 'CS-0001', organization: 'Example CSO', keyType });
      expect(openssl('req', '-in', file('csr.pem', csr), '-noout', '-verify', '-subject')).toContain(
        'O = Example CSO, CN = CS-0001',
      );
      expect(readCsr(csr)).toMatchObject({ commonName: 'CS-0001', organization: 'Example CSO', signatureValid: true });
      const sub = await createAuthority({ name: 'Sub', keyType: 'EC', at: Date.now(), parent: pki.csms.EC });
      const chain = await issueFromCsr(csr, sub, { at: Date.now() });
      expect(verify(pki.csms.EC.root, chain).stdout).toMatch(/: OK\n$/);
      const publicKey = openssl('pkey', '-in', file('key.pem', key), '-pubout');
      expect(openssl('x509', '-in', file('made.pem', chain), '-noout', '-pubkey')).toBe(publicKey);
    },
  );

  it('a CSR of openssl becomes a certificate, a spoiled one does not', async () => {
    const config = file('req.cnf', '[req]\ndistinguished_name=dn\n[dn]\n');
    const subject = '/O=Example CSO/CN=CS-0002';
    const csr = openssl(
      'req',
      '-new',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-384',
      '-nodes',
      '-keyout',
      join(folder, 'new.key'),
      '-config',
      config,
      '-subj',
      subject,
    );
    const chain = await issueFromCsr(csr, pki.csms.EC, { at: Date.now() });
    expect(readCertificate(chain)).toMatchObject({ commonName: 'CS-0002', keyType: 'ec', keyBits: 384 });
    const bytes = Buffer.from(csr.replace(/-----[^-]+-----/g, ''), 'base64');
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    const spoiled = `-----BEGIN CERTIFICATE REQUEST-----\n${bytes.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`;
    await expect(issueFromCsr(spoiled, pki.csms.EC, { at: Date.now() })).rejects.toThrow(/^CSR /);
    await expect(issueFromCsr('none', pki.csms.EC, { at: Date.now() })).rejects.toThrow(/^CSR cannot be read/);
  });

  it('a firmware signature of ours verifies there, and one made there here', () => {
    const { certificate, key } = pki.firmwareSigners.valid;
    const firmware = file('firmware.bin', Buffer.from('firmware'.repeat(1000)));
    const content = Buffer.from('firmware'.repeat(1000));
    const pss = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'];
    const publicKey = file('public.pem', openssl('x509', '-in', file('signer.pem', certificate), '-noout', '-pubkey'));
    const ours = file('ours.sig', Buffer.from(signFirmware(content, key), 'base64'));
    expect(openssl('dgst', '-sha256', ...pss, '-verify', publicKey, '-signature', ours, firmware)).toContain(
      'Verified OK',
    );
    const theirs = execFileSync('openssl', ['dgst', '-sha256', ...pss, '-sign', file('signer.key', key), firmware]);
    expect(verifyFirmwareSignature(content, theirs.toString('base64'), certificate)).toEqual({
      valid: true,
      scheme: 'RSA-PSS',
      conforming: true,
    });
  });

  it('every root is one certificate', () => {
    for (const { root } of [pki.csms.EC, pki.newCsms.EC, pki.manufacturer, pki.v2g, pki.mo])
      expect(splitPem(root)).toHaveLength(1);
  });
});
