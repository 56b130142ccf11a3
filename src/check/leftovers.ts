import type { ConnectorTruth } from '../timeline/events.ts';
import type { Observation } from './types.ts';
import type { CheckResult } from './verdict.ts';
import { statusViews } from './views/status.ts';

/** What is known about the case when background is told from the rest. */
export interface LeftoverFacts {
  /** Status that a connector must have by rig, reservation and availability; undefined = unknown, any status is background. */
  readonly connectorStatus?: (evseId: number, connectorId: number) => string | undefined;
  /** Timeline sequence numbers of observations that were consumed: a message whose view was used is used. */
  readonly used?: ReadonlySet<number>;
}

const alwaysBackground: ReadonlySet<string> = new Set([
  'HeartbeatRequest',
  'MeterValuesRequest',
  'meter reading',
  'GetCertificateStatusRequest',
]);
const bootEvents: ReadonlySet<unknown> = new Set(['StartupOfTheDevice', 'ResetOrReboot']);
const periodic: ReadonlySet<unknown> = new Set(['MeterValuePeriodic', 'MeterValueClock']);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The status that a connector must have. */
export function statusIn({ occupied, otherwise }: ConnectorTruth, evse: number, connector: number): string {
  return occupied.some(([at, plugged]) => at === evse && plugged === connector) ? 'Occupied' : otherwise;
}

/** The reported status is the one the connector has. */
function isTrueStatus({ fields }: Pick<Observation, 'fields'>, facts: LeftoverFacts): boolean {
  const { connector, connectorStatus } = fields;
  if (facts.connectorStatus === undefined || !isRecord(connector)) return true;
  const { id, connectorId } = connector;
  if (typeof id !== 'number' || typeof connectorId !== 'number') return true;
  const truth = facts.connectorStatus(id, connectorId);
  return truth === undefined || truth === connectorStatus;
}

function isHardWired(data: unknown): boolean {
  return (
    isRecord(data) &&
    (data['eventNotificationType'] === 'HardWiredNotification' || data['eventNotificationType'] === 'HardWiredMonitor')
  );
}

/**
 * Traffic that never fails and may stay unconsumed (VOCABULARY.md section 3, item 8): heartbeats, connector status equal to the
 * truth, meter values, periodic and clock-aligned events, hard-wired notifications, OCSP look-ups, security events of boot.
 */
export function isBackground(observation: Observation, facts: LeftoverFacts = {}): boolean {
  const { name, fields } = observation;
  if (alwaysBackground.has(name)) return true;
  if (name === 'connector status') return isTrueStatus(observation, facts);
  if (name === 'StatusNotificationRequest') return statusViews(observation).every((view) => isTrueStatus(view, facts));
  if (name === 'SecurityEventNotificationRequest') return bootEvents.has(fields['type']);
  if (name === 'TransactionEventRequest')
    return fields['eventType'] === 'Updated' && periodic.has(fields['triggerReason']);
  if (name === 'monitoring event') return isHardWired(fields);
  if (name !== 'NotifyEventRequest') return false;
  const data: unknown = fields['eventData'];
  const statuses = statusViews(observation).filter((view) => view.name === 'connector status');
  if (statuses.some((view) => !isTrueStatus(view, facts))) return false;
  return Array.isArray(data) && (data.every(isHardWired) || statuses.length === data.length);
}

/** Unexpected ones of these break a case, all others are a warning (VOCABULARY.md section 3, item 9). */
function isGrave({ name, fields }: Observation): boolean {
  if (name === 'BootNotificationRequest' || name === 'CALLERROR') return true;
  if (name === 'TransactionEventRequest') return fields['eventType'] === 'Started' || fields['eventType'] === 'Ended';
  return name === 'SecurityEventNotificationRequest' && String(fields['type']).startsWith('Invalid');
}

function told({ name, index, fields }: Observation): string {
  const detail = fields['eventType'] ?? fields['type'] ?? fields['errorCode'] ?? fields['reason'];
  return `${name}${typeof detail === 'string' ? ` ${detail}` : ''} (no. ${index})`;
}

/** The checks below, by how grave what was left over is. */
export const leftoverChecks = { grave: 'monitor/leftover', other: 'monitor/unexpected' } as const;

/**
 * What the SUT sent in the body and no sentence used. `unconsumed`: observations of the SUT after the preamble. At most two
 * results: `monitor/leftover` fails, `monitor/unexpected` warns.
 */
export function judgeLeftovers(unconsumed: readonly Observation[], facts: LeftoverFacts = {}): CheckResult[] {
  const left = unconsumed.filter(
    (each) =>
      (each.name.endsWith('Request') || each.name === 'CALLERROR') &&
      facts.used?.has(each.sequence) !== true &&
      !isBackground(each, facts),
  );
  const grave = left.filter(isGrave);
  const others = left.filter((each) => !isGrave(each));
  const results: CheckResult[] = [];
  const events = (list: readonly Observation[]) => list.map(({ sequence }) => sequence);
  if (grave.length > 0) {
    const message = `not expected by any step: ${grave.map(told).join(', ')}`;
    results.push({ id: leftoverChecks.grave, level: 'SHALL', result: 'fail', message, events: events(grave) });
  }
  if (others.length > 0) {
    const message = `not looked at by any step: ${others.map(told).join(', ')}`;
    results.push({ id: leftoverChecks.other, level: 'SHOULD', result: 'warning', message, events: events(others) });
  }
  return results;
}
