import { readFileSync } from 'node:fs';
import forge from 'node-forge';
import { describe, expect, it } from 'vitest';
import { cellRules as known, timelineRules as knownTimeline } from '../../../src/check/names.ts';
import { cellRules, type RuleContext, timelineRules } from '../../../src/check/rules/index.ts';
import { requiredVariables } from '../../../src/check/rules/required-variables.ts';
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

it('every rule has a name of the vocabulary', () => {
  expect(Object.keys(cellRules).filter((name) => !known.includes(name))).toEqual([]);
  expect(Object.keys(timelineRules).filter((name) => !knownTimeline.includes(name))).toEqual([]);
});

describe('certificates', () => {
  it('server certificate names the CSMS: common name, alternative name (odd), other name', () => {
    const rule = 'server certificate names the CSMS';
    const facts = readCertificate(server.certificate);
    expect(judge(rule, facts, { csmsHost: 'CSMS.example' })).toBeUndefined();
    expect(judge(rule, server.certificate, { csmsHost: 'other.example' })).toBeUndefined();
    expect(judge(rule, facts, { csmsHost: 'evil.example' })).toMatch(/^A00\.FR\.510/);
    expect(judge(rule, undefined, { csmsHost: 'x' })).toMatch(/no certificate/);
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

describe('charging profiles', () => {
  const period = { startPeriod: 0, limit: 6 };
  const schedule = {
    id: 1,
    startSchedule: '2026-03-01T12:00:00Z',
    duration: 300,
    chargingRateUnit: 'A',
    chargingSchedulePeriod: [period],
  };
  const profile = {
    id: 1,
    stackLevel: 0,
    chargingProfilePurpose: 'TxDefaultProfile',
    chargingProfileKind: 'Absolute',
    chargingSchedule: [schedule],
  };
  const { startSchedule: _, ...unstarted } = schedule;
  const set = (chargingProfile: object, evseId = 1): RuleContext => ({
    observation: seen(5, 'SetChargingProfileRequest', { evseId, chargingProfile }),
  });
  const legal = (chargingProfile: object, evseId = 1, more: RuleContext = {}) =>
    judge('legal charging profile', chargingProfile, { ...set(chargingProfile, evseId), ...more });
  const withPeriods = (...chargingSchedulePeriod: object[]) => ({
    ...profile,
    chargingSchedule: [{ ...schedule, chargingSchedulePeriod }],
  });

  it('legal ones, odd ones included', () => {
    expect(legal(profile)).toBeUndefined();
    expect(legal({ ...profile, chargingProfileKind: 'Relative', chargingSchedule: [unstarted] })).toBeUndefined();
    expect(legal({ ...profile, chargingProfileKind: 'Recurring', recurrencyKind: 'Daily' })).toBeUndefined();
    expect(legal({ ...profile, chargingProfilePurpose: 'TxProfile', transactionId: 't' })).toBeUndefined();
    expect(
      legal(
        withPeriods({ startPeriod: 0, limit: 0 }, { startPeriod: 60, limit: 16.1, numberPhases: 1, phaseToUse: 2 }),
      ),
    ).toBeUndefined();
    const asked = [seen(1, 'NotifyEVChargingNeedsRequest', {})];
    expect(legal({ ...profile, chargingSchedule: [schedule, schedule] }, 1, { observations: asked })).toBeUndefined();
  });
  it.each<[string, object, number]>([
    ['K01.FR.03', { ...profile, chargingProfilePurpose: 'TxProfile' }, 1],
    ['K01.FR.16', { ...profile, chargingProfilePurpose: 'TxProfile', transactionId: 't' }, 0],
    ['K01.FR.19', withPeriods({ ...period, phaseToUse: 1 }), 1],
    ['K01.FR.22', { ...profile, chargingProfilePurpose: 'ChargingStationExternalConstraints' }, 0],
    ['K01.FR.31', withPeriods({ startPeriod: 1, limit: 6 }), 1],
    ['K01.FR.34', { ...profile, chargingSchedule: [schedule, schedule] }, 1],
    ['K01.FR.35', withPeriods(period, { startPeriod: 60, limit: 6 }, { startPeriod: 30, limit: 6 }), 1],
    ['K01.FR.36', { ...profile, validFrom: '2026-03-02T00:00:00Z', validTo: '2026-03-01T00:00:00Z' }, 1],
    [
      'K01.FR.38',
      {
        ...profile,
        chargingProfilePurpose: 'ChargingStationMaxProfile',
        chargingProfileKind: 'Relative',
        chargingSchedule: [unstarted],
      },
      0,
    ],
    ['K01.FR.40', { ...profile, chargingSchedule: [unstarted] }, 1],
    ['K01.FR.41', { ...profile, chargingProfileKind: 'Relative' }, 1],
    ['ChargingProfileType.transactionId', { ...profile, transactionId: 't' }, 1],
    ['ChargingProfileType.recurrencyKind', { ...profile, chargingProfileKind: 'Recurring' }, 1],
  ])('%s is broken', (requirement, chargingProfile, evseId) => {
    expect(legal(chargingProfile, evseId)).toMatch(new RegExp(`^${requirement.replaceAll('.', '\\.')}`));
  });
  it('kind suits purpose and startSchedule', () => {
    const rule = 'kind suits purpose and startSchedule';
    expect(judge(rule, profile)).toBeUndefined();
    expect(judge(rule, { ...profile, chargingSchedule: [unstarted] })).toMatch(/^K01\.FR\.40/);
    expect(judge(rule, undefined)).toMatch(/no charging profile/);
  });
  it('schedule as configured, limit 6 or 6000', () => {
    const rule = 'schedule as configured, limit 6 or 6000';
    const configured = { schedule: { chargingRateUnit: 'A', duration: 300, numberPhases: 3 } } as const;
    const watts = {
      ...profile,
      chargingSchedule: [
        {
          ...schedule,
          chargingRateUnit: 'W',
          chargingSchedulePeriod: [{ startPeriod: 0, limit: 6000, numberPhases: 3 }],
        },
      ],
    };
    expect(judge(rule, profile, configured)).toBeUndefined();
    expect(judge(rule, watts, {})).toBeUndefined();
    expect(judge(rule, watts, configured)).toMatch(/chargingRateUnit W/);
    expect(judge(rule, withPeriods({ startPeriod: 0, limit: 6000 }), configured)).toMatch(/limit 6000 A/);
    expect(judge(rule, withPeriods({ ...period, numberPhases: 1 }), configured)).toMatch(/numberPhases 1/);
    expect(judge(rule, withPeriods(period, { startPeriod: 60, limit: 6 }), configured)).toMatch(/2 periods/);
  });
  it('within the limits: below, equal, above between two starts', () => {
    const rule = 'within the limits';
    const limits = seen(1, 'SetChargingProfileRequest', {
      chargingProfile: withPeriods({ startPeriod: 0, limit: 16 }, { startPeriod: 60, limit: 8 }),
    });
    const told = (...chargingSchedulePeriod: object[]) =>
      judge(
        rule,
        { chargingRateUnit: 'A', chargingSchedulePeriod },
        { observations: [limits], observation: seen(2, 'NotifyEVChargingScheduleRequest', {}) },
      );
    expect(told({ startPeriod: 0, limit: 10 }, { startPeriod: 60, limit: 8 })).toBeUndefined();
    expect(told({ startPeriod: 0, limit: 6 })).toBeUndefined();
    expect(told({ startPeriod: 0, limit: 10 })).toMatch(/10 A at 60 s, the limit is 8/);
  });
});

describe('reports', () => {
  const entry = (name: string, more: object = {}) => {
    const [, component = '', variable = '', instance] = /^(\w+)\.(\w+)(?:\[(\w+)\])?$/.exec(name) ?? [];
    const characteristics = { dataType: 'string', supportsMonitoring: false };
    return {
      component: { name: component },
      variable: { name: variable, ...(instance === undefined ? {} : { instance }) },
      variableAttribute: [{ value: 'x' }],
      variableCharacteristics: characteristics,
      ...more,
    };
  };
  it('mandatory variables present: all, more than all (odd), one missing, settable ones of a ConfigurationInventory', () => {
    const rule = 'mandatory variables present';
    const all = requiredVariables.map(({ name }) => entry(name));
    expect(judge(rule, all)).toBeUndefined();
    expect(judge(rule, [...all, entry('Vendor.Thing')])).toBeUndefined();
    expect(judge(rule, all.slice(1))).toBe('B07.FR.08: the report lacks AlignedDataCtrlr.Interval');
    const asked = {
      observations: [seen(1, 'GetBaseReportRequest', { reportBase: 'ConfigurationInventory' })],
      observation: seen(2, 'NotifyReportRequest', {}),
    };
    const settable = requiredVariables.filter((each) => each.settable).map(({ name }) => entry(name));
    expect(judge(rule, settable, asked)).toBeUndefined();
    expect(judge(rule, settable.slice(1), asked)).toMatch(/^B07\.FR\.07/);
  });
  const value = (text: string | undefined, variableCharacteristics: object, more: object = {}) =>
    judge('values fit characteristics', [
      entry('A.B', {
        variableAttribute: [{ ...(text === undefined ? {} : { value: text }), ...more }],
        variableCharacteristics,
      }),
    ]);
  it.each<[string | undefined, object]>([
    ['5', { dataType: 'integer', minLimit: 0, maxLimit: 5 }],
    ['5.5', { dataType: 'decimal' }],
    ['', { dataType: 'integer' }],
    [undefined, { dataType: 'boolean' }],
    ['b, a', { dataType: 'MemberList', valuesList: 'a,b,c' }],
    ['2026-03-01T12:00:00Z', { dataType: 'dateTime' }],
  ])('%j fits %j', (text, characteristics) => {
    expect(value(text, characteristics)).toBeUndefined();
  });
  it.each<[string, object, RegExp]>([
    ['6', { dataType: 'integer', maxLimit: 5 }, /above maxLimit 5/],
    ['five', { dataType: 'integer' }, /is no integer/],
    ['True', { dataType: 'boolean' }, /is no boolean/],
    ['d', { dataType: 'OptionList', valuesList: 'a,b' }, /d is not in the list/],
    ['a', { dataType: 'OptionList' }, /without valuesList/],
    ['xxx', { dataType: 'string', maxLimit: 2 }, /above maxLimit/],
  ])('%j breaks %j', (text, characteristics, reason) => {
    expect(value(text, characteristics)).toMatch(reason);
  });
  it('a WriteOnly variable shows no value, an entry has characteristics', () => {
    expect(value('x', { dataType: 'string' }, { mutability: 'WriteOnly' })).toMatch(/WriteOnly/);
    expect(judge('values fit characteristics', [entry('A.B', { variableCharacteristics: undefined })])).toMatch(
      /no characteristics/,
    );
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
});
