import { createHash } from 'node:crypto';
import { findCase } from '../../src/catalogue/index.ts';
import type { CaseResult, Verdict } from '../../src/check/verdict.ts';
import { parseFrame } from '../../src/ocpp/frame.ts';
import type { CaseEvidence, RunFacts } from '../../src/report/index.ts';
import type { Sender, TimelineEvent, Unstamped } from '../../src/timeline/events.ts';

export const hostile = `<script>alert("1")</script>&' \u0000\u001b[31m]]>`;

export const run: RunFacts = {
  suite: '0.1.0',
  edition: '2.0.1 Edition 3',
  errata: '2025-09',
  sut: { role: 'csms', identity: 'CS001', personality: 'default' },
  clockFactor: 1,
  startedAt: Date.UTC(2026, 0, 5, 12),
  durationMs: 4321,
};

/** Stamps events one after the other, `gap` ms apart, in the body of a case unless they say otherwise. */
export function timeline(
  events: readonly (Unstamped & { readonly phase?: TimelineEvent['phase'] })[],
  gap = 37,
): TimelineEvent[] {
  return events.map((event, index) => ({
    phase: 'body' as const,
    ...event,
    sequence: index + 1,
    elapsed: 5 + index * gap,
    at: run.startedAt + index * gap,
  }));
}

export function frame(sender: Sender, message: readonly unknown[], action?: string, extra: object = {}): Unstamped {
  const raw = JSON.stringify(message);
  const parsed = parseFrame(raw);
  const named = action ?? (parsed.kind === 'call' ? parsed.action : undefined);
  return {
    type: 'frame',
    sender,
    attempt: 1,
    raw,
    hash: createHash('sha256').update(raw).digest('hex'),
    frame: parsed,
    ...(named === undefined ? {} : { action: named }),
    schemaFaults: [],
    ...extra,
  };
}

const tls = {
  version: 'TLSv1.2',
  suite: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  peerCertificate: {
    subject: 'CN=csms.example',
    commonName: 'csms.example',
    issuer: 'CN=Test root',
    serialNumber: '0A',
    validFrom: '2025-01-01',
    validTo: '2035-01-01',
    subjectAltNames: ['csms.example'],
    pem: '',
    keyType: 'ec',
    keyBits: 256,
  },
  peerChain: [],
  authorized: true,
  offeredSuites: ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
  offeredVersions: ['TLSv1.2'],
};
const profile = {
  evseId: 1,
  chargingProfile: {
    id: 7,
    stackLevel: 0,
    chargingProfilePurpose: 'TxProfile',
    chargingProfileKind: 'Relative',
    chargingSchedule: [
      { id: 1, duration: 300, chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 6 }] },
    ],
  },
};
const link = (what: string, facts: Record<string, unknown>): Unstamped => ({
  type: 'connection',
  what,
  attempt: 1,
  facts,
});
const step = (keyword: 'Given' | 'When' | 'Then', text: string, what: 'begin' | 'end'): Unstamped => ({
  type: 'step',
  keyword,
  text,
  what,
});

const meter = (n: number): Unstamped[] => [
  frame('Charging Station', [
    2,
    `m${n}`,
    'TransactionEvent',
    {
      eventType: 'Updated',
      triggerReason: 'MeterValuePeriodic',
      seqNo: n,
      transactionInfo: { transactionId: 'tx-1' },
      timestamp: '2026-01-05T12:00:00Z',
    },
  ]),
  frame('CSMS', [3, `m${n}`, {}], 'TransactionEvent'),
];

/** A smart-charging case of a CSMS that forgets the transaction id. */
export const failingEvents = timeline([
  { ...link('tls', { type: 'tls', attempt: 1, tls }), phase: 'preamble' },
  {
    ...link('open', {
      type: 'open',
      attempt: 1,
      identity: 'CS001',
      subprotocol: 'ocpp2.0.1',
      extensions: '',
      securityProfile: 2,
    }),
    phase: 'preamble',
  },
  {
    ...frame('Charging Station', [
      2,
      '1',
      'BootNotification',
      { reason: 'PowerUp', chargingStation: { model: 'Rig', vendorName: hostile } },
    ]),
    phase: 'preamble',
  },
  {
    ...frame(
      'CSMS',
      [3, '1', { currentTime: '2026-01-05T12:00:00Z', interval: 300, status: 'Accepted' }],
      'BootNotification',
    ),
    phase: 'preamble',
  },
  step('Given', 'the state is EnergyTransferStarted', 'begin'),
  { type: 'rig', facts: { type: 'act', act: { act: 'plug', evse: 1, connector: 1 }, outcome: { outcome: 'done' } } },
  { type: 'rig', facts: { type: 'change', quantity: 'pilot', evse: 1, from: 'A', to: 'B' } },
  {
    type: 'rig',
    facts: {
      type: 'act',
      act: { act: 'present', evse: 1, token: { idToken: 'D001', type: 'ISO14443' } },
      outcome: { outcome: 'done' },
    },
  },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap(meter),
  step('Given', 'the state is EnergyTransferStarted', 'end'),
  step('When', 'the operator asks the CSMS to send a SetChargingProfileRequest', 'begin'),
  {
    type: 'operator',
    intent: {
      kind: 'send',
      action: 'SetChargingProfile',
      words: [
        ['purpose', 'TxProfile'],
        ['limit', '6 A'],
      ],
    },
    outcome: 'accepted',
  },
  step('When', 'the operator asks the CSMS to send a SetChargingProfileRequest', 'end'),
  step('Then', 'the CSMS sends a SetChargingProfileRequest [K01.FR.03]', 'begin'),
  {
    type: 'expectation.opened',
    expectation: 1,
    check: 'TC_K_60_CSMS/3-sends-set-charging-profile',
    requirements: ['K01.FR.03'],
    matcher: { field: 'chargingProfile.transactionId' },
    mark: 20,
    deadline: run.startedAt + 30_000,
  },
  frame('CSMS', [2, '99', 'SetChargingProfile', profile]),
  { type: 'expectation.closed', expectation: 1, result: 'mismatch', events: [33], message: 'transactionId' },
  {
    type: 'check',
    check: 'TC_K_60_CSMS/3-sends-set-charging-profile',
    requirement: 'K01.FR.03',
    level: 'SHALL',
    result: 'fail',
    message: `chargingProfile.transactionId is omitted, expected "tx-1" ${hostile}`,
  },
  frame('Charging Station', [3, '99', { status: 'Accepted' }], 'SetChargingProfile'),
  step('Then', 'the CSMS sends a SetChargingProfileRequest [K01.FR.03]', 'end'),
  frame('CSMS', [3, 'x', { status: 5 }], 'Heartbeat', {
    schemaFaults: [{ path: '/currentTime', keyword: 'required', message: 'is missing' }],
  }),
  frame('Charging Station', [4, '100', 'NotSupported', 'no such action', {}], 'DataTransfer'),
  { type: 'transfer', direction: 'download', url: 'http://127.0.0.1:1/fw.bin', outcome: 'complete', bytes: 1024 },
  { type: 'note', text: `a note ${hostile}` },
  { ...link('closed', { type: 'closed', attempt: 1, by: 'us', code: 1000, reason: 'end of case' }), phase: 'restore' },
]);

const brokenFrame =
  failingEvents.find((event) => event.type === 'frame' && event.action === 'SetChargingProfile')?.sequence ?? 0;

export const failing: CaseResult = {
  id: 'TC_K_60_CSMS',
  title: findCase('TC_K_60_CSMS')?.title ?? '',
  verdict: 'fail',
  checks: [
    { id: 'TC_K_60_CSMS/1-state', level: 'SHALL', result: 'pass', requirement: 'TC_K_60_CSMS/step 1' },
    {
      id: 'TC_K_60_CSMS/3-sends-set-charging-profile',
      requirement: 'K01.FR.03',
      level: 'SHALL',
      result: 'fail',
      message: `chargingProfile.transactionId is omitted ${hostile}`,
      expected: 'chargingProfile.transactionId = "tx-1"',
      actual: `omitted ${hostile}`,
      events: [brokenFrame],
    },
    {
      id: 'monitor/message-id-unique',
      requirement: 'Part 4 4.1.4',
      level: 'SHALL',
      result: 'fail',
      message: 'message id "m1" was used twice',
    },
    { id: 'monitor/call-order', level: 'SHALL', result: 'pass' },
  ],
  durationMs: 1234.5,
  subject: 'default/profile 2',
};

/** A case of each verdict. */
export function evidence(verdict: Verdict): CaseEvidence {
  const official = findCase('TC_B_01_CSMS');
  const bad = verdict === 'fail' || verdict === 'inconclusive' || verdict === 'error';
  const result: CaseResult = {
    id: 'TC_B_01_CSMS',
    title: official?.title ?? '',
    verdict,
    ...(verdict === 'inconclusive' ? { cause: 'rig' as const } : {}),
    ...(verdict === 'pass' || verdict === 'fail' || verdict === 'none' ? {} : { reason: `because of ${verdict}` }),
    checks: bad
      ? [
          {
            id: 'TC_B_01_CSMS/1-x',
            level: 'SHALL',
            requirement: 'B01.FR.02',
            result: verdict,
            message: 'so',
            expected: 'a',
            actual: 'b',
          },
        ]
      : verdict === 'pass'
        ? [{ id: 'TC_B_01_CSMS/1-x', level: 'SHALL', requirement: 'B01.FR.02', result: 'pass' }]
        : [],
    durationMs: 10,
  };
  return {
    result,
    role: 'csms',
    ...(official === undefined ? {} : { official }),
    startedAt: run.startedAt,
    events: timeline([step('When', 'x', 'begin'), step('When', 'x', 'end')]),
  };
}

export function failingEvidence(timelineFile?: string): CaseEvidence {
  const official = findCase('TC_K_60_CSMS');
  return {
    result: failing,
    role: 'csms',
    ...(official === undefined ? {} : { official }),
    startedAt: run.startedAt,
    events: failingEvents,
    ...(timelineFile === undefined ? {} : { timelineFile }),
  };
}
