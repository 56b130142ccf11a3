import type { Action } from '../ocpp/index.ts';

/** What sane default answers of a CSMS depend on. */
export interface AnswerFacts {
  readonly now: () => number; // OCPP time, epoch ms
  readonly heartbeatInterval: number; // seconds, given in BootNotificationResponse
  /** Status and group of a token as the fixtures say; unknown tokens are Unknown. */
  readonly token: (idToken: string) => { readonly status: string; readonly group?: string };
}

type Defaults = { [A in Action]?: (request: Record<string, unknown>, facts: AnswerFacts) => Record<string, unknown> };

const time = (facts: AnswerFacts) => new Date(facts.now()).toISOString();

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function idTokenInfo(token: unknown, facts: AnswerFacts): Record<string, unknown> {
  if (read(token, 'type') === 'NoAuthorization') return { status: 'Accepted' };
  const { status, group } = facts.token(String(read(token, 'idToken')));
  return { status, ...(group === undefined ? {} : { groupIdToken: { idToken: group, type: 'Central' } }) };
}

/** Answers of the CSMS role to everything a station may send (Part 2: the CSMS side of each use case). */
const csms: Defaults = {
  Authorize: (request, facts) => ({ idTokenInfo: idTokenInfo(request['idToken'], facts) }),
  BootNotification: (_request, facts) => ({
    currentTime: time(facts),
    interval: facts.heartbeatInterval,
    status: 'Accepted',
  }),
  ClearedChargingLimit: () => ({}),
  DataTransfer: () => ({ status: 'UnknownVendorId' }),
  FirmwareStatusNotification: () => ({}),
  Get15118EVCertificate: () => ({ status: 'Failed', exiResponse: '' }),
  GetCertificateStatus: () => ({ status: 'Failed' }),
  Heartbeat: (_request, facts) => ({ currentTime: time(facts) }),
  LogStatusNotification: () => ({}),
  MeterValues: () => ({}),
  NotifyChargingLimit: () => ({}),
  NotifyCustomerInformation: () => ({}),
  NotifyDisplayMessages: () => ({}),
  NotifyEVChargingNeeds: () => ({ status: 'Rejected' }),
  NotifyEVChargingSchedule: () => ({ status: 'Accepted' }),
  NotifyEvent: () => ({}),
  NotifyMonitoringReport: () => ({}),
  NotifyReport: () => ({}),
  PublishFirmwareStatusNotification: () => ({}),
  ReportChargingProfiles: () => ({}),
  ReservationStatusUpdate: () => ({}),
  SecurityEventNotification: () => ({}),
  SignCertificate: () => ({ status: 'Accepted' }),
  StatusNotification: () => ({}),
  TransactionEvent: (request, facts) =>
    request['idToken'] === undefined ? {} : { idTokenInfo: idTokenInfo(request['idToken'], facts) },
};

/** The default answer of our CSMS; undefined = this action is none a station sends. */
export function defaultCsmsAnswer(
  action: Action,
  request: Record<string, unknown>,
  facts: AnswerFacts,
): Record<string, unknown> | undefined {
  return csms[action]?.(request, facts);
}
