import type { Requests } from '../../ocpp/index.ts';
import type { CsmsHandlers } from '../parts.ts';
import { type ComponentVariable, variableName } from '../payload.ts';
import type { ReportRecord, StationRecord, VariableRecord } from '../station-record.ts';
import type { HandlerContext } from './context.ts';

/** The record of one variable, made when first heard of. */
export function variableOf(record: StationRecord, { component, variable }: ComponentVariable): VariableRecord {
  const name = variableName({ component, variable });
  const known = record.variables.get(name) ?? { component, variable, values: new Map(), mutability: undefined };
  record.variables.set(name, known);
  return known;
}

function report(
  record: StationRecord,
  kind: string,
  requestId: number,
  lines: readonly string[],
  tbc: boolean | undefined,
): void {
  const known: ReportRecord = record.reports.get(requestId) ?? {
    requestId,
    kind,
    parts: 0,
    complete: false,
    lines: [],
  };
  known.parts += 1;
  known.complete ||= tbc !== true;
  known.lines.push(...lines);
  record.reports.set(requestId, known);
}

function connectorStatus(record: StationRecord, event: Requests['NotifyEvent']['eventData'][number]): void {
  const { component, variable, actualValue } = event;
  const { evse } = component;
  if (variable.name !== 'AvailabilityState' || evse?.connectorId === undefined) return;
  const status = (['Available', 'Occupied', 'Reserved', 'Unavailable', 'Faulted'] as const).find(
    (one) => one === actualValue,
  );
  if (status !== undefined) {
    record.connectors.set(`${evse.id}/${evse.connectorId}`, { evseId: evse.id, connectorId: evse.connectorId, status });
  }
}

/** B07, B08, G01, K09, N02, N07, N09, O03: what a station tells in parts is kept, `tbc` until the last. */
export function reportHandlers({ now }: HandlerContext): CsmsHandlers {
  return {
    NotifyReport: ({ requestId, reportData = [], tbc }, { record }) => {
      for (const { component, variable, variableAttribute } of reportData) {
        const known = variableOf(record, { component, variable });
        for (const { type = 'Actual', value, mutability } of variableAttribute) {
          known.values.set(type, value);
          known.mutability = mutability ?? known.mutability;
        }
      }
      report(record, 'device model', requestId, reportData.map(variableName), tbc);
      return {};
    },
    NotifyMonitoringReport: ({ requestId, monitor = [], tbc }, { record }) => {
      for (const { component, variable, variableMonitoring } of monitor) {
        const name = variableName({ component, variable });
        for (const { id, type, value, severity } of variableMonitoring)
          record.monitors.set(id, { id, type, value, severity, variable: name });
      }
      report(record, 'monitors', requestId, monitor.map(variableName), tbc);
      return {};
    },
    NotifyEvent: (request, { record }) => {
      for (const event of request.eventData) {
        const { component, variable, actualValue } = event;
        variableOf(record, { component, variable }).values.set('Actual', actualValue);
        connectorStatus(record, event);
      }
      record.note(now(), 'NotifyEvent', request);
      return {};
    },
    NotifyCustomerInformation: ({ requestId, data, tbc }, { record }) => {
      report(record, 'customer', requestId, [data], tbc);
      return {};
    },
    NotifyDisplayMessages: ({ requestId, messageInfo = [], tbc }, { record }) => {
      report(
        record,
        'display messages',
        requestId,
        messageInfo.map(({ id, message }) => `${id}: ${message.content}`),
        tbc,
      );
      return {};
    },
    ReportChargingProfiles: ({ requestId, evseId, chargingProfile, tbc }, { record }) => {
      const lines = chargingProfile.map(
        ({ id, chargingProfilePurpose: purpose, stackLevel }) =>
          `${id}: ${purpose}, level ${stackLevel}, EVSE ${evseId}`,
      );
      report(record, 'charging profiles', requestId, lines, tbc);
      return {};
    },
  };
}
