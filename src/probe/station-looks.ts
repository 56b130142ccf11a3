import { hardwareLooks } from './hardware.ts';
import type { Inventory } from './inventory.ts';
import {
  allOf,
  anyOf,
  block,
  filled,
  firstOf,
  flag,
  type Learned,
  type Look,
  member,
  onlyNo,
  onlyYes,
  there,
  writable,
} from './learn.ts';

const points = {
  EVConnected: '1',
  Authorized: '2',
  DataSigned: '3',
  PowerPathClosed: '4',
  EnergyTransfer: '5',
  ParkingBayOccupancy: '6',
};
const stops = {
  EVConnected: '1',
  Authorized: '2',
  PowerPathClosed: '3',
  EnergyTransfer: '4',
  ParkingBayOccupancy: '5',
};
const tokens = { ISO14443: 'C-30', ISO15693: 'C-31', KeyCode: 'C-32', Local: 'C-33', MacAddress: 'C-34' };

const named = (entries: readonly (readonly [string, Look])[]) => Object.fromEntries(entries);
const startLooks = Object.entries(points).map(([point, code]): [string, Look] => [
  `C-09.${code}`,
  member('TxCtrlr', 'TxStartPoint', point),
]);
const stopLooks = Object.entries(stops).map(([point, code]): [string, Look] => [
  `C-10.${code}`,
  member('TxCtrlr', 'TxStopPoint', point),
]);
const measurandLooks: readonly (readonly [string, Look])[] = [
  ['C-40.1', filled('SampledDataCtrlr', 'TxStartedMeasurands')],
  ['C-40.2', filled('SampledDataCtrlr', 'TxUpdatedMeasurands')],
  ['C-40.3', filled('SampledDataCtrlr', 'TxEndedMeasurands')],
  ['C-40.4', filled('AlignedDataCtrlr', 'Measurands')],
  ['C-40.5', filled('AlignedDataCtrlr', 'TxEndedMeasurands')],
];
const listed = (component: string, variable: string, prefix: string, words: readonly string[]) =>
  words.map((word, index): [string, Look] => [`${prefix}.${index + 1}`, member(component, variable, word)]);
const priorities = listed('DisplayMessageCtrlr', 'SupportedPriorities', 'UI-1', [
  'AlwaysFront',
  'InFront',
  'NormalCycle',
]);
const formats = listed('DisplayMessageCtrlr', 'SupportedFormats', 'UI-2', ['ASCII', 'HTML', 'URI', 'UTF8']);
const units = listed('SmartChargingCtrlr', 'RateUnit', 'SC-2', ['A', 'W']);
const any = (rows: readonly (readonly [string, Look])[]) => anyOf(...rows.map(([, look]) => look));
/** Minimum duration of a status: on the station or on an EVSE (generic in appendix 3). */
const minimumStatus: Look = (device) => {
  const [found] = device.anywhere('MinimumStatusDuration');
  if (found !== undefined) return { answer: true, from: `${found.component}.MinimumStatusDuration is there` };
  return device.complete ? { answer: false, from: 'MinimumStatusDuration is not there' } : undefined;
};
/** Announced per EVSE; one that is silent about it says nothing. */
const evseReset: Look = (device) => {
  const values = device.all('EVSE', 'AllowReset').flatMap(({ value }) => value ?? []);
  return values.length === 0
    ? undefined
    : { answer: values.includes('true'), from: `EVSE.AllowReset is ${values.join(', ')}` };
};
const valueIs =
  (component: string, variable: string, value: string, answer = true): Look =>
  (device) =>
    device.find(component, variable)?.value === value
      ? { answer, from: `${component}.${variable} is ${value}` }
      : undefined;
const unlock = (wanted: 'true' | 'false') => flag('OCPPCommCtrlr', 'UnlockOnEVSideDisconnect', wanted);
const keep = (wanted: 'true' | 'false') => flag('TxCtrlr', 'StopTxOnEVSideDisconnect', wanted);
const askFirst = (wanted: 'true' | 'false') => flag('AuthCtrlr', 'AuthorizeRemoteStart', wanted);
const isFree = (device: Inventory) => device.find('AuthCtrlr', 'Enabled')?.value === 'false';
/** Where it can be switched, only a person knows whether the product is sold without authorization. */
const withoutAuthorization: Look = (device) => {
  const enabled = device.find('AuthCtrlr', 'Enabled');
  if (isFree(device)) return { answer: true, from: 'AuthCtrlr.Enabled is false' };
  const fixed = enabled?.value === 'true' && !enabled.writable && device.complete;
  return fixed ? { answer: false, from: 'AuthCtrlr.Enabled is true and read-only' } : undefined;
};
const cache = firstOf(block('AuthCacheCtrlr'), onlyYes(there('AuthCacheCtrlr', 'Enabled')));
const noMasterPass = onlyNo(there('AuthCtrlr', 'MasterPassGroupId'));

/**
 * What the device model of a station tells about its conformance statement (Part 5 names the variables; Part 2, referenced
 * components and variables). What is not here, or not told, stays a question to people.
 */
const looks: Readonly<Record<string, Look>> = {
  AdvancedSecurity: valueIs('SecurityCtrlr', 'SecurityProfile', '3'),
  LocalAuthList: firstOf(block('LocalAuthListCtrlr'), onlyYes(there('LocalAuthListCtrlr', 'Enabled'))),
  SmartCharging: block('SmartChargingCtrlr'),
  AdvancedDeviceManagement: block('MonitoringCtrlr'),
  AdvancedUserInterface: block('DisplayMessageCtrlr', 'TariffCostCtrlr'),
  Reservation: block('ReservationCtrlr'),
  ISO15118: onlyNo(block('ISO15118Ctrlr')),
  'C-02': flag('AuthCtrlr', 'OfflineTxForUnknownIdEnabled'),
  'C-03': there('TxCtrlr', 'MaxEnergyOnInvalidId'),
  'C-04': minimumStatus,
  'C-06': anyOf(keep('true'), keep('false')),
  'C-06.1': keep('false'),
  'C-06.2': keep('true'),
  'C-07': noMasterPass,
  'C-08': noMasterPass,
  'C-09': any(startLooks),
  ...named(startLooks),
  'C-10': any(stopLooks),
  ...named(stopLooks),
  'C-12': anyOf(unlock('true'), unlock('false')),
  'C-12.1': unlock('true'),
  'C-12.2': unlock('false'),
  'C-13': evseReset,
  'C-20': flag('ChargingStation', 'AllowNewSessionsPendingFirmwareUpdate'),
  'C-21': flag('OCPPCommCtrlr', 'QueueAllMessages'),
  'C-23': member('ClockCtrlr', 'TimeSource', 'Heartbeat'),
  'C-25': there('ClockCtrlr', 'TimeOffset'),
  'C-26': there('ClockCtrlr', 'TimeZone'),
  'C-28': flag('AlignedDataCtrlr', 'SendDuringIdle'),
  ...named(Object.entries(tokens).map(([type, code]) => [code, onlyYes(member('TokenReader', 'TokenType', type))])),
  'C-35': withoutAuthorization,
  'C-40': any(measurandLooks),
  ...named(measurandLooks),
  'C-42': anyOf(flag('SampledDataCtrlr', 'SignReadings'), flag('AlignedDataCtrlr', 'SignReadings')),
  'C-48': anyOf(askFirst('true'), askFirst('false')),
  'C-48.1': (device) => (isFree(device) ? undefined : askFirst('true')(device)),
  'C-48.2': askFirst('false'),
  'C-49': cache,
  'C-51': writable('TxCtrlr', 'TxStartPoint'),
  'C-52': writable('TxCtrlr', 'TxStopPoint'),
  'C-53': there('AuthCacheCtrlr', 'LifeTime'),
  'C-54': there('AuthCacheCtrlr', 'Policy'),
  'C-58': flag('AuthCtrlr', 'DisableRemoteAuthorization'),
  'C-59': flag('AuthCacheCtrlr', 'DisablePostAuthorize'),
  'C-61': valueIs('SecurityCtrlr', 'SecurityProfile', '1'),
  'AS-2': flag('SecurityCtrlr', 'AdditionalRootCertificateCheck'),
  'AS-3': allOf(there('SecurityCtrlr', 'CertSigningWaitMinimum'), there('SecurityCtrlr', 'CertSigningRepeatTimes')),
  'LA-1': writable('LocalAuthListCtrlr', 'Enabled'),
  'LA-3': flag('LocalAuthListCtrlr', 'DisablePostAuthorize'),
  'SC-2': any(units),
  ...named(units),
  'DM-3': there('MonitoringCtrlr', 'OfflineQueuingSeverity'),
  'R-2': flag('ReservationCtrlr', 'NonEvseSpecific'),
  'R-3': writable('ReservationCtrlr', 'Enabled'),
  'UI-1': any(priorities),
  ...named(priorities),
  'UI-2': any(formats),
  ...named(formats),
  'ISO-5': flag('ISO15118Ctrlr', 'CentralContractValidationAllowed'),
  'AQ-10': (device) =>
    device.find('SecurityCtrlr', 'BasicAuthPassword')?.monitorable === false
      ? { answer: false, from: 'SecurityCtrlr.BasicAuthPassword cannot be monitored' }
      : onlyNo(block('MonitoringCtrlr'))(device),
  ...hardwareLooks,
};

/** Answers that this device gives by itself, by term. */
export function learnedFrom(device: Inventory): ReadonlyMap<string, Learned> {
  const learned = new Map<string, Learned>();
  for (const [term, look] of Object.entries(looks)) {
    const found = look(device);
    if (found !== undefined) learned.set(term, found);
  }
  return learned;
}

/** Terms that a device model can tell anything about. */
export const tellable: readonly string[] = Object.keys(looks);
