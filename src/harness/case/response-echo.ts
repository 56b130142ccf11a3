import { read } from './situation.ts';

type Echo = (request: Readonly<Record<string, unknown>>, now: () => number) => Record<string, unknown>;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function perVariable(field: string, answer: string, extra: Record<string, unknown>): Echo {
  return (request) => ({
    [answer]: listOf(request[field]).map((item) => ({
      component: read(item, 'component'),
      variable: read(item, 'variable'),
      ...(read(item, 'attributeType') === undefined ? {} : { attributeType: read(item, 'attributeType') }),
      ...extra,
    })),
  });
}

/** What an answer repeats of its request, where the schema demands it; the sentence's table is laid over it. */
const echoes: Readonly<Record<string, Echo>> = {
  SetVariables: perVariable('setVariableData', 'setVariableResult', { attributeStatus: 'Accepted' }),
  GetVariables: perVariable('getVariableData', 'getVariableResult', {
    attributeStatus: 'Accepted',
    attributeValue: '',
  }),
  GetLocalListVersion: () => ({ versionNumber: 0 }),
  GetCompositeSchedule: () => ({ status: 'Rejected' }),
  SetVariableMonitoring: (request) => ({
    setMonitoringResult: listOf(request['setMonitoringData']).map((item, index) => ({
      id: index + 1,
      status: 'Accepted',
      type: read(item, 'type'),
      severity: read(item, 'severity'),
      component: read(item, 'component'),
      variable: read(item, 'variable'),
    })),
  }),
  ClearVariableMonitoring: (request) => ({
    clearMonitoringResult: listOf(request['id']).map((id) => ({ id, status: 'Accepted' })),
  }),
  GetTransactionStatus: () => ({ messagesInQueue: false }),
  CostUpdated: () => ({}),
  UnlockConnector: () => ({ status: 'Unlocked' }),
  UnpublishFirmware: () => ({ status: 'Unpublished' }),
};

/** The part of an answer that follows from its request. */
export function echoOf(
  action: string,
  request: Readonly<Record<string, unknown>>,
  now: () => number,
): Record<string, unknown> {
  return echoes[action]?.(request, now) ?? { status: 'Accepted' };
}
