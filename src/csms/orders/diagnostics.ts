import type { CertificateHashData, IdToken } from '../options.ts';
import { defined, variableName } from '../payload.ts';
import type { Composer, OrderContext } from './context.ts';
import { portions, readCertificate, readToken, readVariables } from './read.ts';
import type { Words } from './words.ts';

/** N01. */
export const getLog: Composer<'GetLog'> = ({ options, newId }, words) => {
  const logType = words.oneOf('log', ['DiagnosticsLog', 'SecurityLog']) ?? 'DiagnosticsLog';
  if (options.logUploadUrl === undefined) throw words.impossible('this CSMS has no place for uploads');
  return [{ logType, requestId: newId(), log: { remoteLocation: options.logUploadUrl } }];
};

/** N03. */
export const setMonitoringBase: Composer<'SetMonitoringBase'> = (_context, words) => [
  { monitoringBase: words.oneOf('base', ['All', 'FactoryDefault', 'HardWiredOnly']) ?? 'All' },
];

/** N05. */
export const setMonitoringLevel: Composer<'SetMonitoringLevel'> = (_context, words) => [
  { severity: words.number('severity') ?? 9 },
];

/** N02. */
export const getMonitoringReport: Composer<'GetMonitoringReport'> = (context, words) => {
  const criteria = words
    .all('monitors')
    .map((text) => words.pick('monitors', text, ['Threshold', 'Delta', 'Periodic']));
  const variables = readVariables(words);
  const monitoringCriteria = criteria.map((one) => `${one}Monitoring` as const);
  return [
    defined({
      requestId: context.newId(),
      monitoringCriteria: monitoringCriteria.length === 0 ? undefined : monitoringCriteria,
      componentVariable: variables.length === 0 ? undefined : variables,
    }),
  ];
};

const monitorTypes = ['UpperThreshold', 'LowerThreshold', 'Delta', 'Periodic', 'PeriodicClockAligned'] as const;

/** N04; a Delta monitor without value gets 1 (N04.FR.17), a periodic one a minute. */
export const setVariableMonitoring: Composer<'SetVariableMonitoring'> = (context, words) => {
  words.need('variable');
  const types = words.all('monitor').map((text) => words.pick('monitor', text, monitorTypes));
  const values = words.all('value').map(Number);
  const severity = words.number('severity') ?? 9;
  const data = readVariables(words).map(({ component, variable }, index) => {
    const type = types[index] ?? types[0] ?? 'Delta';
    const value = values[index] ?? values[0] ?? (type === 'Delta' ? 1 : 60);
    if (Number.isNaN(value))
      throw words.wrong('value', words.need('value'), `a number for ${variableName({ component, variable })}`);
    return { value, type, severity, component, variable };
  });
  const { record } = context;
  const items = record.limit('MonitoringCtrlr.ItemsPerMessage[SetVariableMonitoring]');
  const bytes = record.limit('MonitoringCtrlr.BytesPerMessage[SetVariableMonitoring]');
  return portions(data, items, bytes).map((setMonitoringData) => ({ setMonitoringData }));
};

/** Ids of the monitors meant: those set last, or any N (known ones first, then ids nobody gave). */
function monitorIds({ record, newId }: OrderContext, words: Words): number[] {
  const text = words.text('monitors') ?? 'latest';
  const any = /^any (\d+)$/.exec(text)?.[1];
  if (any !== undefined) {
    const known = [...record.monitors.keys()];
    return Array.from({ length: Number(any) }, (_, index) => known[index] ?? newId());
  }
  words.pick('monitors', text, ['latest']);
  if (record.latestMonitorIds.length === 0) throw words.impossible('no monitor was set');
  return record.latestMonitorIds;
}

/** N06, never more at once than the station takes (N06.FR.04). */
export const clearVariableMonitoring: Composer<'ClearVariableMonitoring'> = (context, words) => {
  const { record } = context;
  const items = record.limit('MonitoringCtrlr.ItemsPerMessage[ClearVariableMonitoring]');
  const bytes = record.limit('MonitoringCtrlr.BytesPerMessage[ClearVariableMonitoring]');
  return portions(monitorIds(context, words), items, bytes).map((id) => ({ id }));
};

type Customer = { idToken: IdToken } | { customerCertificate: CertificateHashData } | { customerIdentifier: string };

/** Exactly one reference to a customer (N09, N10.FR.08): a known certificate, `identifier X`, else a token. */
async function readCustomer(context: OrderContext, words: Words): Promise<Customer> {
  const text = words.need('customer');
  const known = context.options.certificates ?? [];
  if (text.includes('-----BEGIN') || known.some(({ name }) => name.toLowerCase() === text.toLowerCase())) {
    const certificate = readCertificate(context, words, 'customer');
    return { customerCertificate: await context.parts.certificates.hashData(context.record, certificate) };
  }
  const identifier = /^identifier (.+)$/.exec(text)?.[1];
  return identifier === undefined ? { idToken: readToken(context, text) } : { customerIdentifier: identifier };
}

export const customerInformation: Composer<'CustomerInformation'> = async (context, words) => [
  {
    requestId: context.newId(),
    report: words.flag('report'),
    clear: words.flag('clear'),
    ...(await readCustomer(context, words)),
  },
];
