import { bare, fieldOf, type Row, type Rows } from '../language/index.ts';
import type { Observation } from '../types.ts';
import type { Instant, MatchContext } from './context.ts';
import { judgeRows } from './rows.ts';

const place = ['evseId', 'connectorId'];
const evse = ['evse', 'evse.*'];
/** `x` as a short `Component.Variable`, and its two parts written out. */
const variableIn = (list: string): string[] => [
  list,
  `${list}.component`,
  `${list}.component.*`,
  `${list}.variable`,
  `${list}.variable.*`,
];

/**
 * Declared selectors: rows that choose which message is meant instead of judging it (VOCABULARY.md section 3, item 2): evse and
 * connector, transactionId, requestId, component and variable, type of a security event, triggerReason of a TransactionEvent.
 * What a CSMS sends is chosen by component and variable only: evse, transaction and ids of its requests are what the
 * operator ordered, so a wrong one must be judged, not passed over.
 */
const selectors: Readonly<Record<string, readonly string[]>> = {
  'connector status': ['connector', 'evse'],
  'monitoring event': ['variable'],
  'meter reading': ['evseId', 'carrier.eventType', 'carrier.transactionInfo.transactionId'],
  'file download': ['url'],
  'file upload': ['url'],
  StatusNotificationRequest: place,
  NotifyEventRequest: variableIn('eventData'),
  MeterValuesRequest: place,
  TransactionEventRequest: ['triggerReason', ...evse, 'transactionInfo.transactionId'],
  SecurityEventNotificationRequest: ['type'],
  NotifyReportRequest: ['requestId'],
  NotifyMonitoringReportRequest: ['requestId'],
  NotifyCustomerInformationRequest: ['requestId'],
  NotifyDisplayMessagesRequest: ['requestId'],
  ReportChargingProfilesRequest: ['requestId', 'evseId'],
  LogStatusNotificationRequest: ['requestId'],
  FirmwareStatusNotificationRequest: ['requestId'],
  PublishFirmwareStatusNotificationRequest: ['requestId'],
  NotifyEVChargingNeedsRequest: ['evseId'],
  NotifyEVChargingScheduleRequest: ['evseId'],
  GetVariablesRequest: variableIn('getVariableData'),
  SetVariablesRequest: variableIn('setVariableData'),
  SetVariableMonitoringRequest: variableIn('setMonitoringData'),
};

/** Whether a row chooses a message of that name (a `where` row always does). */
export function isSelector(event: string, { kind, path, cell }: Row): boolean {
  if (kind === 'where') return true;
  if (kind === 'gap' || cell.any.some((match) => bare(match).op === 'items')) return false;
  const field = fieldOf(path);
  return (selectors[event] ?? []).some((each) =>
    each.endsWith('.*') ? field.startsWith(each.slice(0, -1)) : field === each,
  );
}

/** Whether an observation is the one that the rows mean: all its selector rows hold. */
export function selects(rows: Rows, observation: Observation, context: MatchContext, since: Instant): boolean {
  const chosen = rows.filter((row) => isSelector(observation.name, row));
  return chosen.length === 0 || judgeRows(chosen, observation, context, since).mismatches.length === 0;
}
