import { readFileSync } from 'node:fs';
import forge from 'node-forge';
import { describe, expect, it } from 'vitest';
import { cellRules as known, timelineRules as knownTimeline } from '../../../src/check/names.ts';
import { cellRules, type RuleContext, timelineRules } from '../../../src/check/rules/index.ts';
import { createAuthority, createCsr, issueClient, issueServer } from '../../../src/pki/issue/index.ts';
import { readCertificate } from '../../../src/pki/parse/index.ts';
import { seen } from '../context.ts';

function judge(rule: string, value: unknown, context: RuleContext = {}): string | undefined {
  const found = cellRules[rule];
  if (found === undefined) throw new Error(`no rule ${rule}`);
  return found(value, context);
}
const at = Date.now();
const authority = await createAuthority({ name: 'Root', keyType: 'EC', at });
const leaf = { authority, at, organization: 'Assay' };
const server = await issueServer({
  ...leaf,
  commonName: 'csms.example',
  keyType: 'EC',
  dnsNames: ['csms.example', 'other.example'],
  ipAddresses: [],
});
const otherServer = await issueServer({
  ...leaf,
  commonName: 'elsewhere.example',
  keyType: 'EC',
  dnsNames: ['elsewhere.example'],
  ipAddresses: [],
});
const client = async (commonName: string) =>
  readCertificate((await issueClient({ ...leaf, commonName, keyType: 'EC' })).certificate);

function weakCertificate(): string {
  const keys = forge.pki.rsa.generateKeyPair(1024);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = '01';
  certificate.setSubject([{ name: 'commonName', value: 'weak' }]);
  certificate.setIssuer([{ name: 'commonName', value: 'weak' }]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}

it('the rules are those of the vocabulary', () => {
  expect(Object.keys(cellRules).sort()).toEqual([...known].sort());
  expect(Object.keys(timelineRules).sort()).toEqual([...knownTimeline].sort());
});

describe('certificates', () => {
  it('server certificate names the CSMS: common name, alternative name (odd), other name', () => {
    const rule = 'server certificate names the CSMS';
    const facts = readCertificate(server.certificate);
    expect(judge(rule, facts, { csmsHost: 'CSMS.example' })).toBeUndefined();
    expect(judge(rule, server.certificate, { csmsHost: 'other.example' })).toBeUndefined();
    expect(judge(rule, facts, { csmsHost: 'evil.example' })).toMatch(/^A00\.FR\.510/);
    expect(judge(rule, undefined, { csmsHost: 'x' })).toMatch(/no certificate/);
    const other = readCertificate(otherServer.certificate);
    expect(judge(rule, [facts, facts], { csmsHost: 'csms.example' })).toBeUndefined();
    expect(judge(rule, [facts, other], { csmsHost: 'csms.example' })).toMatch(/^A00\.FR\.510.*elsewhere/);
    expect(judge(rule, 'rubbish', { csmsHost: 'x' })).toMatch(/^A00\.FR\.507/);
    expect(() => judge(rule, facts)).toThrow(/csmsHost/);
  });
  it('certificate keys are long enough: P-256, RSA 1024', () => {
    const rule = 'certificate keys are long enough';
    expect(judge(rule, readCertificate(server.certificate))).toBeUndefined();
    expect(judge(rule, readCertificate(weakCertificate()))).toMatch(/^A00\.FR\.502: rsa key of 1024 bits/);
  });
  it('client certificate names this station: identity, serial number told at boot (odd), other, URL', async () => {
    const rule = 'client certificate names this station';
    const boot = seen(3, 'BootNotificationRequest', { chargingStation: { serialNumber: 'SN-9' } });
    expect(judge(rule, await client('CS001'), { identity: 'CS001' })).toBeUndefined();
    expect(judge(rule, await client('SN-9'), { identity: 'CS001', observations: [boot] })).toBeUndefined();
    expect(judge(rule, await client('SN-8'), { identity: 'CS001', observations: [boot] })).toMatch(
      /^A00\.FR\.511.*SN-9 or CS001/,
    );
    expect(judge(rule, await client('192.168.1.1'), { identity: '192.168.1.1' })).toMatch(/URL or an IP/);
  });
  it('cipher suites suffice: EC pair, RSA pair with more (odd), half a pair', () => {
    const rule = 'cipher suites suffice';
    const ec = ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'];
    const rsa = ['TLS_RSA_WITH_AES_256_GCM_SHA384', 'TLS_AES_128_GCM_SHA256', 'TLS_RSA_WITH_AES_128_GCM_SHA256'];
    expect(judge(rule, ec)).toBeUndefined();
    expect(judge(rule, rsa)).toBeUndefined();
    expect(judge(rule, [ec[0], rsa[0]])).toMatch(/^A00\.FR\.319, A00\.FR\.422/);
    expect(judge(rule, undefined)).toMatch(/none known/);
  });
  it('valid CSR: own, of another maker (odd), tampered, none', async () => {
    const { csr } = await createCsr({ commonName: 'CS001', organization: 'Assay', keyType: 'EC' });
    expect(judge('valid CSR', csr)).toBeUndefined();
    expect(
      judge('valid CSR', readFileSync(new URL('../../pki/golden/csr-rsa-pss.pem', import.meta.url), 'utf8')),
    ).toBeUndefined();
    const body = Buffer.from(csr.replace(/-----[^-]+-----|\s/g, ''), 'base64');
    const last = body.length - 1;
    body[last] = (body[last] ?? 0) ^ 1;
    const tampered = `-----BEGIN CERTIFICATE REQUEST-----\n${body.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`;
    expect(judge('valid CSR', tampered)).toMatch(/^A02\.FR\.03/);
    expect(judge('valid CSR', 'rubbish')).toMatch(/^A02\.FR\.03/);
  });
});

describe('passwords', () => {
  const password = 'correct-horse-battery';
  it('password is strong enough: 16, 64 with any character (odd), 15, 65, above maxLimit', () => {
    const rule = 'password is strong enough';
    expect(judge(rule, 'a'.repeat(16))).toBeUndefined();
    expect(judge(rule, `${'"'.repeat(63)}✓`)).toBeUndefined();
    expect(judge(rule, 'a'.repeat(15))).toMatch(/^A00\.FR\.205, A00\.FR\.304: a password of 15/);
    expect(judge(rule, 'a'.repeat(65))).toMatch(/more than 64/);
    expect(judge(rule, 'a'.repeat(41), { passwordMaxLimit: 40 })).toMatch(/more than 40/);
  });
  it('Basic header of this station: right, lower case scheme (odd), other user, other password, none', () => {
    const rule = 'Basic header of this station';
    const context = { identity: 'CS001', password };
    const header = { scheme: 'Basic', username: 'CS001', password };
    expect(judge(rule, header, context)).toBeUndefined();
    expect(judge(rule, { ...header, scheme: 'basic' }, context)).toBeUndefined();
    expect(judge(rule, { ...header, username: 'cs001' }, context)).toMatch(/^A00\.FR\.204, A00\.FR\.303/);
    expect(judge(rule, { ...header, password: 'another-password-of-mine' }, context)).toMatch(/not the configured one/);
    expect(judge(rule, { ...header, scheme: 'Bearer' }, context)).toMatch(/^A00\.FR\.202/);
    expect(judge(rule, undefined, context)).toMatch(/^A00\.FR\.203/);
  });
});

describe('public key as configured', () => {
  const rule = 'public key as configured';
  const reading = (index: number, publicKey: string) =>
    seen(index, 'meter reading', {
      carrier: { transactionInfo: { transactionId: 't' } },
      sampledValue: [{ signedMeterValue: { publicKey } }],
    });
  const set = (setting: string | undefined, more: RuleContext = {}): RuleContext => ({
    variable: () => setting,
    ...more,
  });
  it('Never, EveryMeterValue, OncePerTransaction, not implemented (odd)', () => {
    expect(judge(rule, '', set('Never'))).toBeUndefined();
    expect(judge(rule, undefined, set(undefined))).toBeUndefined();
    expect(judge(rule, 'key', set('Never'))).toMatch(/Never/);
    expect(judge(rule, '', set('EveryMeterValue'))).toMatch(/no public key/);
    const observations = [reading(1, 'key'), reading(2, '')];
    const once = (index: number, value: string) =>
      judge(rule, value, set('OncePerTransaction', { observations, observation: reading(index, value) }));
    expect(once(1, 'key')).toBeUndefined();
    expect(once(2, '')).toBeUndefined();
    expect(once(2, 'key')).toMatch(/again/);
    expect(once(1, '')).toMatch(/first reading/);
  });
});

describe('Triggered boot reason follows an accepted trigger', () => {
  const rule = timelineRules['Triggered boot reason follows an accepted trigger'];
  const trigger = (index: number, status: string) => [
    { ...seen(index, 'TriggerMessageRequest', { requestedMessage: 'BootNotification' }), messageId: `m${index}` },
    { ...seen(index + 1, 'TriggerMessageResponse', { status }), messageId: `m${index}` },
  ];
  const boot = (index: number, reason: string) => seen(index, 'BootNotificationRequest', { reason });
  it('good, odd, bad', () => {
    expect(rule?.([boot(1, 'PowerUp'), ...trigger(2, 'Accepted'), boot(4, 'Triggered')], {})).toBeUndefined();
    expect(rule?.([boot(1, 'PowerUp'), ...trigger(2, 'NotImplemented'), boot(4, 'PowerUp')], {})).toBeUndefined();
    expect(rule?.([...trigger(2, 'Accepted'), boot(4, 'PowerUp'), boot(5, 'Triggered')], {})).toBeUndefined();
    expect(rule?.([...trigger(2, 'Accepted'), boot(4, 'PowerUp')], {})).toMatch(/^F06\.FR\.10/);
    expect(rule?.([...trigger(2, 'Rejected'), boot(4, 'Triggered')], {})).toMatch(/without an accepted trigger/);
  });
  it('leaves a boot alone that the interval asked for at the same time', () => {
    const pending = (interval: number) => seen(2, 'BootNotificationResponse', { status: 'Pending', interval }, 2);
    const retried = (interval: number, at: number) => [
      boot(1, 'PowerUp'),
      pending(interval),
      ...trigger(3, 'Accepted'),
      seen(5, 'BootNotificationRequest', { reason: 'PowerUp' }, at),
    ];
    expect(rule?.(retried(10, 12), {})).toBeUndefined();
    expect(rule?.(retried(10, 11), {})).toMatch(/^F06\.FR\.10/);
    expect(rule?.(retried(0, 12), {})).toMatch(/^F06\.FR\.10/);
    const [asked, accepted] = trigger(4, 'Accepted').map((each, turn) => ({ ...each, index: 4 + 3 * turn }));
    const crossing = [
      boot(1, 'PowerUp'),
      pending(10),
      ...(asked === undefined ? [] : [asked]),
      seen(5, 'BootNotificationRequest', { reason: 'PowerUp' }, 12),
      seen(6, 'BootNotificationResponse', { status: 'Accepted', interval: 10 }, 12),
      ...(accepted === undefined ? [] : [accepted]),
    ];
    expect(rule?.(crossing, {})).toBeUndefined();
  });
});
