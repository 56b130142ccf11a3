import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  certificateHashData,
  type FirmwareSignatureScheme,
  type HashAlgorithm,
  readCertificate,
  readCsr,
  verifyChain,
  verifyFirmwareSignature,
} from '../../src/pki/parse/index.ts';

const read = (name: string) => readFileSync(new URL(`golden/${name}`, import.meta.url));
const text = (name: string) => read(name).toString('utf8');

interface Expected {
  readonly hashData: readonly {
    readonly certificate: string;
    readonly issuer: string;
    readonly hashAlgorithm: HashAlgorithm;
    readonly issuerNameHash: string;
    readonly issuerKeyHash: string;
    readonly serialNumber: string;
  }[];
  readonly firmwareSignatures: readonly {
    readonly certificate: string;
    readonly scheme: FirmwareSignatureScheme | null;
    readonly signature: string;
  }[];
}
const expected: Expected = JSON.parse(text('expected.json'));
const at = Date.parse('2030-01-01T00:00:00Z');

describe('certificates made by OpenSSL', () => {
  it.each(expected.hashData)(
    'hash data of $certificate with $hashAlgorithm',
    ({ certificate, issuer, ...hashData }) => {
      expect(certificateHashData(text(certificate), text(issuer), hashData.hashAlgorithm)).toEqual(hashData);
    },
  );

  it('refuses hash data with the wrong issuer', () => {
    expect(() => certificateHashData(text('server-ec.pem'), text('root-rsa.pem'), 'SHA256')).toThrow(
      /is not the issuer/,
    );
  });

  it('reads the facts', () => {
    expect(readCertificate(text('server-ec.pem'))).toMatchObject({
      subject: 'O=Exämple CSO, CN=csms.example.com',
      commonName: 'csms.example.com',
      organization: 'Exämple CSO',
      issuer: 'C=NL, O=Exämple CSO\\, Inc., CN=Golden Root EC',
      serialNumber: 'a1b2c3d4e5f',
      validFrom: '2026-11-22T21:51:36.000Z',
      validTo: '2053-12-30T21:51:36.000Z',
      subjectAltNames: [
        'DNS:csms.example.com',
        'DNS:*.vpn.example.com',
        'IP Address:192.0.2.7',
        'IP Address:2001:db8:0:0:0:0:0:7',
      ],
      ca: false,
      keyType: 'ec',
      keyBits: 384,
    });
    expect(readCertificate(text('root-rsa.pem'))).toMatchObject({ ca: true, keyType: 'rsa', keyBits: 2048 });
  });

  it.each([
    ['server-ec.pem', 'root-ec.pem'],
    ['station-rsa.pem', 'root-rsa.pem'],
    ['root-rsa.pem', 'root-rsa.pem'],
  ])('%s holds under %s', (leaf, root) => {
    expect(verifyChain(text(leaf), [text('root-ec.pem'), text(root)], at)).toBeUndefined();
  });

  it('does not hold under another root', () => {
    expect(verifyChain(text('server-ec.pem'), [text('root-rsa.pem')], at)).toMatch(/issuer .* is unknown/);
  });
});

describe('CSRs made by OpenSSL', () => {
  it.each([
    ['csr-ec.pem', { commonName: 'csms.example.com', organization: 'Exämple CSO', keyType: 'ec', keyBits: 384 }],
    ['csr-rsa.pem', { commonName: 'CS-0001', organization: 'Example CSO', keyType: 'rsa', keyBits: 3072 }],
    ['csr-rsa-pss.pem', { subject: 'C=NL, O=Example CSO, CN=CS-0002', keyType: 'rsa', keyBits: 3072 }],
  ])('%s', (name, facts) => {
    expect(readCsr(text(name))).toMatchObject({ ...facts, signatureValid: true });
  });
});

describe('firmware signatures made by OpenSSL', () => {
  it.each(expected.firmwareSignatures)('$scheme by $certificate', ({ certificate, scheme, signature }) => {
    const result = verifyFirmwareSignature(read('firmware.bin'), signature, text(certificate));
    if (scheme === null) expect(result).toEqual({ valid: false, conforming: false });
    else expect(result).toEqual({ valid: true, scheme, conforming: scheme === 'RSA-PSS' });
  });
});
