/**
 * Words an order may carry, by message: what a person would be told, never OCPP paths and never what a CSMS makes itself
 * (VOCABULARY.md section 4). Closed lists.
 */
export const orderKeys = {
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
} as const satisfies Record<string, readonly string[]>;

export type OrderAction = keyof typeof orderKeys;

const names: ReadonlySet<string> = new Set(Object.keys(orderKeys));

export function isOrderAction(action: string): action is OrderAction {
  return names.has(action);
}

export const orderActions: readonly string[] = [...names];
