import type { Clock } from '../clock/index.ts';
import type { AnswerRule } from '../peer/answers.ts';
import type { Peer } from '../peer/peer.ts';
import { answered, type DeviceVariable, Inventory, reported } from './inventory.ts';
import type { Learned } from './learn.ts';

/** Our CSMS seat, as far as a probe needs it. */
export interface StationLine {
  readonly peer: Peer;
  readonly clock: Clock;
  answerWith(rule: AnswerRule): void;
}

type Outcome = Awaited<ReturnType<Peer['send']>>;
type Base = 'FullInventory' | 'ConfigurationInventory' | 'SummaryInventory';
/** How long a report may pause between two parts, OCPP ms. */
const pauseMs = 30_000;

const statusOf = (outcome: Outcome): string =>
  outcome.kind === 'result'
    ? String(outcome.payload['status'])
    : outcome.kind === 'error'
      ? outcome.errorCode
      : outcome.kind === 'timeout'
        ? 'no answer'
        : 'connection lost';

/** Collects the parts of one report; resolves with `false` when it stops before its end. */
function collector(line: StationLine, requestId: number) {
  const parts: unknown[] = [];
  let end = (_whole: boolean) => {};
  let cancel = () => {};
  const whole = new Promise<boolean>((resolve) => {
    end = (done) => {
      cancel();
      resolve(done);
    };
  });
  const wait = () => {
    cancel();
    cancel = line.clock.after(pauseMs, () => end(false));
  };
  line.answerWith({
    action: 'NotifyReport',
    remaining: Number.POSITIVE_INFINITY,
    matches: (request) => request['requestId'] === requestId,
    prepared: {
      kind: 'answer',
      build: (request) => {
        const data = request['reportData'];
        if (Array.isArray(data)) parts.push(...data);
        if (request['tbc'] === true) wait();
        else end(true);
        return { kind: 'result', payload: {} };
      },
    },
  });
  return { parts, whole, wait, stop: () => end(false) };
}

interface Report {
  readonly status: string;
  readonly variables: readonly DeviceVariable[];
  readonly whole: boolean;
}

/** B07: asks for a base report and takes all of its parts. Changes nothing on the device. */
async function baseReport(line: StationLine, reportBase: Base): Promise<Report> {
  // Ids of our own earlier reports must not meet those of this one.
  const requestId = 1 + (Math.floor(line.clock.now()) % 2_000_000_000);
  const report = collector(line, requestId);
  const status = statusOf(await line.peer.send('GetBaseReport', { requestId, reportBase }));
  if (status !== 'Accepted') {
    report.stop();
    return { status, variables: [], whole: false };
  }
  report.wait();
  const whole = await report.whole;
  return { status, variables: report.parts.map(reported), whole };
}

/** What decides most answers, for a device that gives no reports: asked few at a time. */
const deciding: readonly (readonly [component: string, variable: string])[] = [
  ['TxCtrlr', 'TxStartPoint'],
  ['TxCtrlr', 'TxStopPoint'],
  ['TxCtrlr', 'StopTxOnEVSideDisconnect'],
  ['TxCtrlr', 'MaxEnergyOnInvalidId'],
  ['AuthCtrlr', 'Enabled'],
  ['AuthCtrlr', 'AuthorizeRemoteStart'],
  ['AuthCtrlr', 'OfflineTxForUnknownIdEnabled'],
  ['AuthCtrlr', 'DisableRemoteAuthorization'],
  ['AuthCacheCtrlr', 'Available'],
  ['AuthCacheCtrlr', 'Enabled'],
  ['AuthCacheCtrlr', 'LifeTime'],
  ['LocalAuthListCtrlr', 'Available'],
  ['LocalAuthListCtrlr', 'Enabled'],
  ['SmartChargingCtrlr', 'Available'],
  ['SmartChargingCtrlr', 'RateUnit'],
  ['MonitoringCtrlr', 'Available'],
  ['ReservationCtrlr', 'Available'],
  ['DisplayMessageCtrlr', 'Available'],
  ['SecurityCtrlr', 'SecurityProfile'],
  ['SecurityCtrlr', 'AdditionalRootCertificateCheck'],
  ['SecurityCtrlr', 'CertSigningWaitMinimum'],
  ['SecurityCtrlr', 'CertSigningRepeatTimes'],
  ['OCPPCommCtrlr', 'UnlockOnEVSideDisconnect'],
  ['ClockCtrlr', 'TimeSource'],
  ['AlignedDataCtrlr', 'SendDuringIdle'],
];
/** ItemsPerMessage is not known yet, and 1 is the least there is: small requests fit almost every device. */
const atOnce = 5;

async function byVariables({ peer }: StationLine): Promise<DeviceVariable[]> {
  const found: DeviceVariable[] = [];
  for (let first = 0; first < deciding.length; first += atOnce) {
    const getVariableData = deciding
      .slice(first, first + atOnce)
      .map(([component, variable]) => ({ component: { name: component }, variable: { name: variable } }));
    const outcome = await peer.send('GetVariables', { getVariableData });
    if (outcome.kind !== 'result') continue;
    const results = outcome.payload['getVariableResult'];
    if (Array.isArray(results)) found.push(...results.flatMap((item) => answered(item) ?? []));
  }
  return found;
}

/** The device model as far as the station tells it: everything, or what it lets be configured, or single variables. */
export async function askInventory(line: StationLine): Promise<Inventory> {
  const tried: string[] = [];
  for (const base of ['FullInventory', 'ConfigurationInventory'] as const) {
    const { status, variables, whole } = await baseReport(line, base);
    if (variables.length > 0)
      return new Inventory(whole ? base : `${base}, broken off`, variables, whole && base === 'FullInventory');
    tried.push(`${base} ${status === 'Accepted' ? 'never came' : status}`);
  }
  return new Inventory(`GetVariables (${tried.join(', ')})`, await byVariables(line), false);
}

const triggers: readonly (readonly [term: string, requestedMessage: string])[] = [
  ['C-29.1', 'MeterValues'],
  ['C-29.2', 'TransactionEvent'],
  ['C-29.3', 'LogStatusNotification'],
  ['C-29.4', 'FirmwareStatusNotification'],
  ['C-29.5', 'StatusNotification'],
];

/** What shows in answers only: the SummaryInventory, and which messages can be triggered (F06.FR.08). Changes nothing. */
export async function askAbilities(line: StationLine): Promise<ReadonlyMap<string, Learned>> {
  const learned = new Map<string, Learned>();
  const { status } = await baseReport(line, 'SummaryInventory');
  if (/^(?:Accepted|EmptyResultSet|NotSupported)$/.test(status))
    learned.set('C-56', { answer: status !== 'NotSupported', from: `GetBaseReport SummaryInventory: ${status}` });
  for (const [term, requestedMessage] of triggers) {
    // F06.FR.12: a StatusNotification is asked of a connector.
    const evse = requestedMessage === 'StatusNotification' ? { evse: { id: 1, connectorId: 1 } } : {};
    const answer = statusOf(await line.peer.send('TriggerMessage', { requestedMessage, ...evse }));
    if (/^(?:Accepted|Rejected|NotImplemented)$/.test(answer))
      learned.set(term, {
        answer: answer !== 'NotImplemented',
        from: `TriggerMessage ${requestedMessage}: ${answer}`,
      });
  }
  if (triggers.some(([term]) => learned.get(term)?.answer === true))
    learned.set('C-29', { answer: true, from: 'TriggerMessage is answered' });
  return learned;
}
