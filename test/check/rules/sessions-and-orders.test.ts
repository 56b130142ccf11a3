import { describe, expect, it } from 'vitest';
import { cellRules, type RuleContext, timelineRules } from '../../../src/check/rules/index.ts';
import type { Observation } from '../../../src/check/types.ts';
import { createAuthority, createCsr, issueFromCsr } from '../../../src/pki/issue/index.ts';
import { seen, start } from '../context.ts';

function judge(rule: string, value: unknown, context: RuleContext = {}): string | undefined {
  const found = cellRules[rule];
  if (found === undefined) throw new Error(`no rule ${rule}`);
  return found(value, context);
}
function holds(rule: string, observations: readonly Observation[], context: RuleContext): string | undefined {
  const found = timelineRules[rule];
  if (found === undefined) throw new Error(`no rule ${rule}`);
  return found(observations, context);
}
/** OCPP time, seconds after the start. */
const second = (at: number) => new Date(start + at * 1000).toISOString();

describe('queued events tell the session', () => {
  const rule = 'queued events tell the session';
  const txPoints = { start: ['EVConnected'], stop: ['EVConnected'] };
  const link = [
    seen(1, 'disconnection', {}, 10),
    seen(2, 'connection attempt', { outcome: 'refused' }, 40),
    seen(3, 'connection attempt', { outcome: 'established' }, 100),
  ];
  const event = (index: number, at: number, eventType: string, fields: Record<string, unknown> = {}): Observation => ({
    ...seen(
      index,
      'TransactionEventRequest',
      { eventType, seqNo: index, timestamp: second(at), transactionInfo: { transactionId: 't' }, ...fields },
      101 + index,
    ),
    ownTime: start + at * 1000,
  });
  const acted = (act: string, at: number) => ({ at: start + at * 1000, act, evse: 1 });
  const session = [acted('plug', 30), acted('unplug', 60)];
  const told = [event(4, 30, 'Started', { offline: true }), event(5, 60, 'Ended', { offline: true })];

  it('good: a whole session, and nothing at all', () => {
    expect(holds(rule, [...link, ...told], { acts: session, txPoints })).toBeUndefined();
    expect(holds(rule, link, { acts: [], txPoints })).toBeUndefined();
  });
  it('odd: out of order, a resend, no Updated events, an event at the edge without the flag, other start point', () => {
    const [first, last] = told;
    if (first === undefined || last === undefined) throw new Error('two events');
    expect(holds(rule, [...link, last, first, { ...first, index: 9 }], { acts: session, txPoints })).toBeUndefined();
    const edge = event(6, 99.5, 'Updated');
    expect(holds(rule, [...link, ...told, edge], { acts: session, txPoints })).toBeUndefined();
    const other = { start: ['Authorized'], stop: ['Authorized'] };
    expect(holds(rule, link, { acts: session, txPoints: other })).toBeUndefined();
  });
  it('a transaction that ran before ends while offline', () => {
    const before = event(0, 2, 'Started');
    const stop = { start: ['EVConnected'], stop: ['PowerPathClosed'] };
    const context = { acts: [acted('unplug', 60)], txPoints: stop };
    expect(holds(rule, [before, ...link, event(5, 61, 'Ended', { offline: true })], context)).toBeUndefined();
    expect(holds(rule, [before, ...link], context)).toMatch(/^E06\.FR\.01.*no queued Ended/);
  });
  it('bad: flag missing, Started missing, Ended missing, never offline', () => {
    const unmarked = [event(4, 30, 'Started'), event(5, 60, 'Ended', { offline: true })];
    expect(holds(rule, [...link, ...unmarked], { acts: session, txPoints })).toMatch(
      /^E04\.FR\.03.*Started \(seqNo 4\)/,
    );
    expect(holds(rule, link, { acts: session, txPoints })).toMatch(/^E01\.FR\.01.*plug/);
    expect(holds(rule, [...link, ...told.slice(0, 1)], { acts: session, txPoints })).toMatch(/^E06\.FR\.01.*unplug/);
    expect(holds(rule, told, { acts: session, txPoints })).toMatch(/not down and up/);
  });
});

describe('meter readings', () => {
  const reading = (index: number, at: number, context = 'Sample.Clock'): Observation => ({
    ...seen(index, 'meter reading', { timestamp: second(at), sampledValue: [{ context, value: 1 }] }),
    ownTime: start + at * 1000,
  });
  const aligned = 'readings are aligned to the clock';
  const every = (seconds: string | undefined): RuleContext => ({ variable: () => seconds, toleranceMs: 1000 });

  it('aligned: every 60 s, a part of a second off (odd), other contexts ignored, off by 20 s, none, unknown interval', () => {
    expect(holds(aligned, [reading(1, 0), reading(2, 60), reading(3, 120)], every('60'))).toBeUndefined();
    expect(holds(aligned, [reading(1, 59.4), reading(2, 120.6)], every('60'))).toBeUndefined();
    expect(holds(aligned, [reading(1, 60), reading(2, 73, 'Sample.Periodic')], every('60'))).toBeUndefined();
    expect(holds(aligned, [reading(1, 60), reading(2, 80)], every('60'))).toMatch(/multiple of 60 s.*12:01:20/);
    expect(holds(aligned, [reading(2, 73, 'Sample.Periodic')], every('60'))).toMatch(/no reading/);
    expect(holds(aligned, [reading(1, 60)], every(undefined))).toMatch(/not known/);
  });
  it('EV only for SoC: none at the EV, SoC at the EV (odd), energy at the EV', () => {
    const whole = (...sampledValue: object[]): RuleContext => ({
      observation: seen(1, 'meter reading', { sampledValue }),
    });
    const soc = { measurand: 'SoC', location: 'EV' };
    expect(judge('EV only for SoC', 'Outlet', whole({ location: 'Outlet' }, {}))).toBeUndefined();
    expect(judge('EV only for SoC', 'EV', whole(soc, { location: 'Inlet' }))).toBeUndefined();
    expect(judge('EV only for SoC', 'EV', whole(soc, { location: 'EV' }))).toMatch(/Energy\.Active\.Import\.Register/);
  });
});

describe('readable values present', () => {
  const entry = (component: string, variable: string, attribute: object) => ({
    component: { name: component },
    variable: { name: variable },
    variableAttribute: [attribute],
  });
  const rule = 'readable values present';
  it('value, empty value (odd), WriteOnly, EVSE.Power and unset Target (odd), none', () => {
    expect(judge(rule, [entry('A', 'B', { value: '1' }), entry('A', 'C', { value: '' })])).toBeUndefined();
    expect(judge(rule, [entry('SecurityCtrlr', 'BasicAuthPassword', { mutability: 'WriteOnly' })])).toBeUndefined();
    expect(judge(rule, [entry('EVSE', 'Power', {}), entry('A', 'B', { type: 'Target' })])).toBeUndefined();
    expect(judge(rule, [entry('A', 'B', { mutability: 'ReadOnly' })])).toMatch(/^B07\.FR\.08.*A\.B/);
  });
});

describe('what the operator ordered', () => {
  const rule = 'all variables asked for, once each';
  const words = [
    'AuthCtrlr.AuthorizeRemoteStart',
    'DeviceDataCtrlr.ItemsPerMessage[GetReport]',
    'EVSE@1.AvailabilityState',
  ];
  const orders = [
    { sequence: 2, action: 'GetVariables', words: words.map((word): [string, string] => ['variable', word]) },
  ];
  const item = (name: string, variable: string, more: object = {}, instance?: string) => ({
    component: { name, ...more },
    variable: { name: variable, ...(instance === undefined ? {} : { instance }) },
  });
  const first = item('AuthCtrlr', 'AuthorizeRemoteStart');
  const second_ = item('DeviceDataCtrlr', 'ItemsPerMessage', {}, 'GetReport');
  const third = item('EVSE', 'AvailabilityState', { evse: { id: 1 } });
  const ask = (index: number, ...getVariableData: object[]) => seen(index, 'GetVariablesRequest', { getVariableData });
  const last = (observations: readonly Observation[], more = false): RuleContext => {
    const observation = observations.at(-1);
    if (observation === undefined) throw new Error('an observation');
    return { orders, observations, observation, more };
  };

  it('in one, in two (odd: another order), asked before the order', () => {
    expect(judge(rule, [], last([ask(3, first, second_, third)]))).toBeUndefined();
    expect(judge(rule, [], last([ask(3, third), ask(4, first, second_)]))).toBeUndefined();
    expect(judge(rule, [], last([ask(1, first), ask(3, first, second_, third)]))).toBeUndefined();
  });
  it('missing is claimed only of the last one, and not while more may come', () => {
    expect(judge(rule, [], last([ask(3, first)], true))).toBeUndefined();
    expect(judge(rule, [], last([ask(3, first)]))).toMatch(
      /not asked for: DeviceDataCtrlr\.ItemsPerMessage\[GetReport\], EVSE@1/,
    );
    const [one, two] = [ask(3, first), ask(4, second_, third)];
    expect(judge(rule, [], { orders, observations: [one, two], observation: one })).toBeUndefined();
  });
  it('bad: twice, unasked, another attribute, no order', () => {
    expect(judge(rule, [], last([ask(3, first, second_), ask(4, third, first)]))).toMatch(/more than once: AuthCtrlr/);
    expect(judge(rule, [], last([ask(3, item('A', 'B'))]))).toMatch(/nobody wanted it: A\.B/);
    expect(judge(rule, [], last([ask(3, { ...first, attributeType: 'Target' })]))).toMatch(
      /AuthorizeRemoteStart\/Target/,
    );
    expect(judge(rule, [], { orders: [], observations: [] })).toMatch(/nobody ordered/);
  });
});

describe('the list no longer knows <valid token>', () => {
  const rule = 'the list no longer knows <valid token>';
  const token = () => ({ idToken: 'ABC1' });
  const idToken = { idToken: 'abc1', type: 'ISO14443' };
  const update = (index: number, updateType: string, ...localAuthorizationList: object[]) =>
    seen(index, 'SendLocalListRequest', { updateType, localAuthorizationList });
  const outcome = (...observations: Observation[]): string | undefined => {
    const observation = observations.at(-1);
    return judge(rule, [], { token, observations, ...(observation === undefined ? {} : { observation }) });
  };
  const other = { idToken: { idToken: 'X' }, idTokenInfo: { status: 'Accepted' } };

  it('removed, left out of a full list, removed first and another added later (odd)', () => {
    expect(outcome(update(1, 'Differential', { idToken }))).toBeUndefined();
    expect(outcome(update(1, 'Full', other))).toBeUndefined();
    expect(outcome(update(1, 'Differential', { idToken }), update(2, 'Differential', other))).toBeUndefined();
  });
  it('still there: not named, kept, added again; an earlier one is not judged alone', () => {
    const added = { idToken, idTokenInfo: { status: 'Accepted' } };
    expect(outcome(update(1, 'Differential', other))).toMatch(/^N10\.FR\.02/);
    expect(outcome(update(1, 'Full', added))).toMatch(/still holds/);
    expect(outcome(update(1, 'Differential', { idToken }), update(2, 'Differential', added))).toMatch(/after 2/);
    const [one, two] = [update(1, 'Differential', other), update(2, 'Differential', { idToken })];
    expect(judge(rule, [], { token, observations: [one, two], observation: one })).toBeUndefined();
  });
});

describe('certificates for a CSR and EXI', () => {
  const at = Date.now();
  const rule = 'chain answers the CSR, under the V2G root';
  it('right chain, another key, another root, no CSR, rubbish', async () => {
    const root = await createAuthority({ name: 'V2G', keyType: 'EC', at });
    const foreign = await createAuthority({ name: 'Other', keyType: 'EC', at });
    const [csr, another] = await Promise.all(
      ['CS001', 'CS002'].map((commonName) => createCsr({ commonName, organization: 'Assay', keyType: 'EC' })),
    );
    const chain = await issueFromCsr(csr?.csr ?? '', root, { at });
    const wrong = await issueFromCsr(another?.csr ?? '', root, { at });
    const unknown = await issueFromCsr(csr?.csr ?? '', foreign, { at });
    const observations = [seen(1, 'SignCertificateRequest', { csr: csr?.csr })];
    const context: RuleContext = { observations, roots: { V2G: [root.certificate] }, wallNow: at + 1000 };
    expect(judge(rule, chain, context)).toBeUndefined();
    expect(judge(rule, wrong, context)).toMatch(/^A02\.FR\.07.*another key/);
    expect(judge(rule, unknown, context)).toMatch(/^no installed root for/);
    expect(judge(rule, chain, { ...context, observations: [] })).toMatch(/no CSR/);
    expect(judge(rule, 'rubbish', context)).toMatch(/^A02\.FR\.07/);
    expect(() => judge(rule, chain, { ...context, roots: {} })).toThrow(/V2G root/);
  });
  it('base64 EXI: header, cookie (odd), not EXI, not Base64, too long, empty', () => {
    const exi = (...bytes: number[]) => Buffer.from(bytes).toString('base64');
    expect(judge('base64 EXI', exi(0x80, 0x98, 0x02))).toBeUndefined();
    expect(judge('base64 EXI', exi(0x24, 0x45, 0x58, 0x49, 0xa0))).toBeUndefined();
    expect(judge('base64 EXI', exi(0x3c, 0x3f))).toMatch(/do not begin an EXI/);
    expect(judge('base64 EXI', 'a*b=')).toMatch(/not Base64/);
    expect(judge('base64 EXI', 'gAAA'.repeat(1401))).toMatch(/at most 5600/);
    expect(judge('base64 EXI', undefined)).toMatch(/no EXI/);
  });
});
