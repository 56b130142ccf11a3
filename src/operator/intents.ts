import type { Intent } from './types.ts';

/**
 * Words an order may carry, by message (VOCABULARY.md section 4): closed lists of what a person is told. Never ids, transactionId,
 * hash data, CSR, chain, signature, URL, start or version number: those the CSMS must make itself.
 */
export const intentWords: Readonly<Record<string, readonly string[]>> = {
  CancelReservation: ['reservation'],
  CertificateSigned: [],
  ChangeAvailability: ['status', 'evse', 'connector'],
  ClearCache: [],
  ClearChargingProfile: ['profile', 'purpose', 'evse', 'stack level'],
  ClearDisplayMessage: ['message'],
  ClearVariableMonitoring: ['monitors'],
  CostUpdated: ['transaction'],
  CustomerInformation: ['customer', 'report', 'clear'],
  DeleteCertificate: ['certificate'],
  GetBaseReport: ['report'],
  GetChargingProfiles: ['evse', 'purpose', 'stack level', 'limit source', 'profile'],
  GetCompositeSchedule: ['evse', 'duration', 'rate unit'],
  GetDisplayMessages: ['message', 'priority', 'state'],
  GetInstalledCertificateIds: ['certificate type'],
  GetLocalListVersion: [],
  GetLog: ['log'],
  GetMonitoringReport: ['monitors', 'variable'],
  GetReport: ['criteria', 'variable'],
  GetTransactionStatus: ['transaction'],
  GetVariables: ['variable'],
  InstallCertificate: ['certificate type', 'certificate'],
  PublishFirmware: ['firmware'],
  RequestStartTransaction: ['token', 'evse', 'limit'],
  RequestStopTransaction: ['transaction'],
  ReserveNow: ['evse', 'connector type', 'token', 'group', 'until'],
  Reset: ['type', 'evse'],
  SendLocalList: ['update', 'add', 'remove'],
  SetChargingProfile: [
    'purpose',
    'evse',
    'limit',
    'rate unit',
    'duration',
    'kind',
    'recurrency',
    'stack level',
    'replaces',
    'transaction',
  ],
  SetDisplayMessage: ['text', 'priority', 'state', 'format', 'from', 'until', 'transaction', 'replaces'],
  SetMonitoringBase: ['base'],
  SetMonitoringLevel: ['severity'],
  SetNetworkProfile: ['slot', 'security profile'],
  SetVariableMonitoring: ['variable', 'monitor', 'severity', 'value'],
  SetVariables: ['variable', 'value', 'put first'],
  TriggerMessage: ['requested message', 'evse'],
  UnlockConnector: ['evse', 'connector'],
  UnpublishFirmware: ['firmware'],
  UpdateFirmware: ['firmware', 'download from', 'install from'],
};

/** What a CSMS can be configured with; status and group belong to a token. */
export const settingWords = [
  'next boot status',
  'token',
  'status',
  'group',
  'tariff',
  'password',
  'client certificate',
];

export type Rows = readonly (readonly [key: string, value: string])[];

/** All values of a key, in order. */
export function valuesOf(rows: Rows, key: string): readonly string[] {
  return rows.filter(([name]) => name === key).map(([, value]) => value);
}

/** Where on this machine the thing lies that a word names; undefined = it is no file. */
export type Place = (word: string) => string | undefined;

const list = (rows: Rows, place: Place): string =>
  rows
    .map(([key, value]) => {
      const file = place(value);
      return `${key}: ${value}${file === undefined ? '' : ` (${file})`}`;
    })
    .join('; ');

/** The intent as one sentence a person can act on. */
export function sentence(station: string, intent: Intent, place: Place = () => undefined): string {
  if (intent.kind === 'restart') return 'Restart the CSMS and wait until it accepts connections again.';
  if (intent.kind === 'view')
    return `Look up what the CSMS shows as ${intent.what} of station ${station}, and type it.`;
  if (intent.kind === 'configure') return `In the CSMS, for station ${station}, set ${list(intent.settings, place)}.`;
  const { action, words } = intent;
  const values = words.length === 0 ? '' : ` with ${list(words, place)}`;
  return `Make the CSMS send ${/^[AEIOU]/.test(action) ? 'an' : 'a'} ${action}Request to station ${station}${values}.`;
}
