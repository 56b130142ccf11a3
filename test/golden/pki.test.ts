import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellRules } from '../../src/check/rules/index.ts';
import {
  type CertificateHashData,
  certificateHashData,
  type FirmwareSignatureScheme,
  type OcspCertificateId,
  type OcspResponse,
  type OcspSingleResponse,
  readCsr,
  readOcspRequest,
  readOcspResponse,
  verifyFirmwareSignature,
} from '../../src/pki/parse/index.ts';
import { seen } from '../check/context.ts';

interface By {
  readonly by: string;
}
interface Vectors {
  readonly certificates: Readonly<Record<string, string>>;
  readonly hashData: readonly (CertificateHashData & By & { readonly certificate: string; readonly issuer: string })[];
  readonly ocspRequests: readonly (By & { readonly der: string; readonly asks: readonly OcspCertificateId[] })[];
  readonly ocspResponses: readonly (OcspResponse & By & { readonly base64: string })[];
  readonly csrs: readonly (By & {
    readonly pem: string;
    readonly commonName: string;
    readonly organization: string;
    readonly keyType: string;
    readonly keyBits: number;
  })[];
  readonly firmware: {
    readonly image: string;
    readonly certificate: string;
    readonly signatures: readonly (By & {
      readonly scheme: FirmwareSignatureScheme | null;
      readonly signature: string;
    })[];
  };
}
const vectors: Vectors = JSON.parse(readFileSync(new URL('pki.json', import.meta.url), 'utf8'));
const { certificates, hashData, ocspRequests, ocspResponses, csrs, firmware } = vectors;
const pem = (name: string): string => certificates[name] ?? '';

/** The rule, asked about `asked` in a GetCertificateStatusRequest. */
function ruleOnResponse(ocspResult: unknown, asked: OcspCertificateId): string | undefined {
  const ocspRequestData = { ...asked, responderURL: 'http://localhost/ocsp' };
  const observations = [seen(1, 'GetCertificateStatusRequest', { ocspRequestData })];
  return cellRules['OCSP response for that certificate']?.(ocspResult, { observations });
}

/** The first vector in which one certificate has this status. */
function answerOf(status: OcspSingleResponse['status']) {
  for (const { base64, responses } of ocspResponses) {
    const single = responses.find((each) => each.status === status);
    if (single !== undefined) return { base64, single };
  }
  throw new Error(`no vector with a certificate that is ${status}`);
}
const good = answerOf('good');
const revoked = answerOf('revoked');
const unknown = answerOf('unknown');

describe('hash data by openssl and asn1crypto', () => {
  it.each(hashData)('$hashAlgorithm of $certificate', ({ by: _, certificate, issuer, ...expected }) => {
    expect(certificateHashData(pem(certificate), pem(issuer), expected.hashAlgorithm)).toEqual(expected);
  });
  it('serial numbers have no leading zeros, however the certificate writes them', () => {
    expect(new Set(hashData.map(({ serialNumber }) => serialNumber)).size).toBeGreaterThan(5);
    expect(hashData.filter(({ serialNumber }) => serialNumber.startsWith('0'))).toEqual([]);
  });
});

describe('CSRs', () => {
  it.each(csrs)('$by', ({ by: _, pem: text, ...expected }) => {
    expect(readCsr(text)).toMatchObject({ ...expected, signatureValid: true });
    expect(cellRules['valid CSR']?.(text, {})).toBeUndefined();
  });
  it.each(csrs)('$by, with another subject: the signature does not hold', ({ pem: text }) => {
    const der = Buffer.from(text.replace(/-----.*-----|\s/g, ''), 'base64');
    const at = der.indexOf(Buffer.from('NL', 'latin1'));
    der.write('BE', at, 'latin1');
    const changed = `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`;
    expect(readCsr(changed).signatureValid).toBe(false);
  });
});

describe('OCSP requests', () => {
  it.each(ocspRequests)('$by', ({ der, asks }) => {
    expect(readOcspRequest(Buffer.from(der, 'base64'))).toEqual(asks);
  });
  it('rubbish is told in one line', () => {
    expect(() => readOcspRequest(Buffer.from('3003020101', 'hex'))).toThrow(/^OCSP request.*: missing/);
    expect(() => readOcspRequest(Buffer.from('no request'))).toThrow(/^OCSP request: /);
  });
});

describe('OCSP responses', () => {
  it.each(ocspResponses)('$by', ({ by: _, base64, ...expected }) => {
    expect(readOcspResponse(base64)).toEqual(expected);
  });
  it('a changed byte of what is signed is noticed', () => {
    const der = Buffer.from(good.base64, 'base64');
    const at = der.indexOf(Buffer.from(good.single.issuerKeyHash, 'hex'));
    der.writeUInt8(der.readUInt8(at) ^ 1, at);
    expect(readOcspResponse(der.toString('base64')).signedByCarried).toBe(false);
  });
  it.each(['', 'not base64!', 'AAAA', 'MAA='])('rubbish is told in one line: "%s"', (text) => {
    expect(() => readOcspResponse(text)).toThrow(/^OCSP response/);
  });
});

describe('the rule "OCSP response for that certificate"', () => {
  const told = ocspResponses.filter(({ responses }) => responses[0]?.status === 'good');
  it.each(told)('holds: $by', ({ base64, responses }) => {
    const [single] = responses;
    if (single === undefined) throw new Error('no response');
    expect(ruleOnResponse(base64, single)).toBeUndefined();
  });
  it('holds with line breaks in the base64, upper case and a zero in front of the serial number', () => {
    const { single } = good;
    const odd = {
      ...single,
      issuerNameHash: single.issuerNameHash.toUpperCase(),
      serialNumber: `0${single.serialNumber.toUpperCase()}`,
    };
    expect(ruleOnResponse(good.base64.replace(/.{64}/g, '$&\n'), odd)).toBeUndefined();
  });
  it('fails without a response, on another certificate or issuer, on one that is not good, and when it is changed', () => {
    const { single } = good;
    expect(ruleOnResponse(undefined, single)).toMatch(/^M06\.FR\.03: there is no OCSP response/);
    expect(ruleOnResponse(good.base64, { ...single, serialNumber: 'abc' })).toMatch(/^M06\.FR\.03: it is about serial/);
    expect(ruleOnResponse(good.base64, { ...single, issuerKeyHash: 'ab' })).toMatch(/^M06\.FR\.03: it is about serial/);
    expect(ruleOnResponse(revoked.base64, revoked.single)).toMatch(/the certificate is revoked/);
    expect(ruleOnResponse(unknown.base64, unknown.single)).toMatch(/the certificate is unknown/);
    expect(ruleOnResponse('AAAA', single)).toMatch(/^M06\.FR\.08, M06\.FR\.09: OCSP response/);
    const later = ocspResponses.find(({ status }) => status === 'tryLater');
    expect(ruleOnResponse(later?.base64, single)).toMatch(/the OCSP responder says tryLater/);
    const der = Buffer.from(good.base64, 'base64');
    const at = der.indexOf(Buffer.from(single.issuerKeyHash, 'hex')) + single.issuerKeyHash.length / 2 + 2;
    der.writeUInt8(der.readUInt8(at) ^ 1, at); // another serial number under the same signature
    const changed = readOcspResponse(der.toString('base64')).responses[0];
    expect(ruleOnResponse(der.toString('base64'), changed ?? single)).toMatch(/^M06\.FR\.08: none of the certificates/);
  });
});

describe('the rule "OCSP request for contract chain"', () => {
  const chain = { leaf: 'root-ec-twenty', issuer: 'root-ec' };
  const judge = (asked: unknown, request: Record<string, unknown>) =>
    cellRules['OCSP request for contract chain']?.(asked, { observations: [seen(1, 'AuthorizeRequest', request)] });
  const asks = hashData.filter(({ certificate }) => certificate === chain.leaf);
  const certificate = `${pem(chain.leaf)}${pem(chain.issuer)}`;
  it.each(asks)('holds for $hashAlgorithm of a certificate given as hash data or as PEM', (asked) => {
    expect(judge(asked, { iso15118CertificateHashData: [asked] })).toBeUndefined();
    expect(judge(asked, { certificate })).toBeUndefined();
  });
  it('fails for another certificate, and when nothing was given', () => {
    const other = hashData.find((each) => each.certificate === 'root-rsa-twenty');
    expect(judge(other, { certificate })).toMatch(/^C07\.FR\.05: it asks about serial number/);
    expect(judge(asks[0], {})).toMatch(/the contract chain has none/);
    expect(judge('rubbish', { certificate })).toMatch(/names no certificate/);
    expect(() => judge(asks[0], { certificate: 'rubbish' })).toThrow(/contract chain of the AuthorizeRequest/);
  });
});

describe('firmware signatures', () => {
  const image = Buffer.from(firmware.image, 'base64');
  it.each(firmware.signatures)('$by', ({ scheme, signature }) => {
    const result = verifyFirmwareSignature(image, signature, firmware.certificate);
    if (scheme === null) expect(result).toEqual({ valid: false, conforming: false });
    else expect(result).toEqual({ valid: true, scheme, conforming: scheme === 'RSA-PSS' });
  });
});
