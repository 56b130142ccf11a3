import type { Change } from './journal.ts';
import { addressName, ask, type DevicePort, isRecord, type Payload, readAddresses, records } from './port.ts';
import { installedCertificates } from './undo.ts';

const nothing = (what: string, why: string): Change => ({ what, undo: { by: 'nothing', why } });

/** Component, variable and attribute type without the value. */
function addressOf({ component, variable, attributeType }: Payload): Payload {
  return { component, variable, ...(attributeType === undefined ? {} : { attributeType }) };
}

/** The old values of everything a SetVariables is about to write, in one GetVariables; what is known already is not asked. */
export async function variables(
  port: DevicePort,
  { setVariableData }: Payload,
  known: (what: string) => boolean,
): Promise<Change[]> {
  const wanted = records(setVariableData).filter((data) => !known(addressName(data)));
  const readable = wanted.filter((data) => !isPassword(data));
  const results = await readAddresses(port, readable.map(addressOf));
  return wanted.flatMap((data) => {
    if (isPassword(data)) return [passwordChange(port, data)];
    const result = results[readable.indexOf(data)];
    return result === undefined
      ? [nothing(addressName(data), 'its former value could not be read')]
      : changeOf(data, result);
  });
}

const isPassword = ({ variable }: Payload) => isRecord(variable) && variable['name'] === 'BasicAuthPassword';

/** Write-only, but the one in force is ours. */
function passwordChange({ bench }: DevicePort, data: Payload): Change {
  const { attributeValue } = data;
  return {
    what: addressName(data),
    undo: { by: 'variable', address: addressOf(data), value: bench.password, tried: String(attributeValue) },
  };
}

function changeOf(data: Payload, { attributeStatus, attributeValue }: Payload): Change[] {
  const what = addressName(data);
  if (attributeStatus === 'Accepted' && typeof attributeValue === 'string')
    return [{ what, undo: { by: 'variable', address: addressOf(data), value: attributeValue } }];
  if (attributeStatus === 'Accepted') return [{ what, undo: { by: 'variable', address: addressOf(data), value: '' } }];
  // What is not there cannot be changed either; what may not be read, may be.
  return attributeStatus === 'Rejected' ? [nothing(what, 'its former value may not be read (WriteOnly)')] : [];
}

/** Everything installed, to be compared afterwards. */
export async function certificates(
  port: DevicePort,
  _payload: Payload,
  known: (what: string) => boolean,
): Promise<Change[]> {
  const what = 'installed certificates';
  if (known(what)) return [];
  const before = await installedCertificates(port);
  return [
    before === undefined
      ? nothing(what, 'they cannot be listed; look for certificates of this run yourself')
      : { what, undo: { by: 'certificates', before } },
  ];
}

/** Operative is how a case finds everything (general preconditions of Part 6). */
export function availability({ operationalStatus, evse }: Payload): Change[] {
  const { id, connectorId } = isRecord(evse) ? evse : {};
  const place =
    id === undefined
      ? 'the station'
      : `EVSE ${String(id)}${connectorId === undefined ? '' : `, connector ${String(connectorId)}`}`;
  if (operationalStatus !== 'Inoperative') return [];
  const payload = { operationalStatus: 'Operative', ...(evse === undefined ? {} : { evse }) };
  return [
    {
      what: `availability of ${place}`,
      undo: { by: 'request', action: 'ChangeAvailability', payload, settled: ['Accepted', 'Scheduled'] },
    },
  ];
}

const largestVersion = 2 ** 31 - 1;

/** A list cannot be read back: it is left empty, so that no token of a test lets anybody charge, and that is said. */
export async function localList(
  port: DevicePort,
  _payload: Payload,
  known: (what: string) => boolean,
): Promise<Change[]> {
  const what = 'entries of the local authorization list';
  if (known(what)) return [];
  const version = (await ask(port, 'GetLocalListVersion', {}))?.['versionNumber'];
  const wasEmpty = version === 0;
  // The largest version: a CSMS that goes on with small changes is answered VersionMismatch and sends its whole list (D01.FR.03).
  const versionNumber = wasEmpty ? 1 : largestVersion;
  const text = wasEmpty
    ? `there was none (version 0); it is empty again, but its version stays ${versionNumber} (D01.FR.18)`
    : `version ${String(version ?? 'unknown')} cannot be read back; it is left empty with version ${versionNumber}: send it again from your CSMS`;
  return [
    nothing('the local authorization list', text),
    {
      what,
      undo: {
        by: 'request',
        action: 'SendLocalList',
        payload: { versionNumber, updateType: 'Full' },
        settled: ['Accepted'],
      },
    },
  ];
}

const settings = {
  ActiveMonitoringBase: { action: 'SetMonitoringBase', field: 'monitoringBase', what: 'the monitoring base' },
  ActiveMonitoringLevel: { action: 'SetMonitoringLevel', field: 'severity', what: 'the monitoring level' },
} as const;

/** Base and level, as far as MonitoringCtrlr tells them. */
export async function monitoringSettings(
  port: DevicePort,
  payload: Payload,
  known: (what: string) => boolean,
): Promise<Change[]> {
  const name = 'monitoringBase' in payload ? 'ActiveMonitoringBase' : 'ActiveMonitoringLevel';
  const { action, field, what } = settings[name];
  if (known(what)) return [];
  const address = { component: { name: 'MonitoringCtrlr' }, variable: { name } };
  const value = (await readAddresses(port, [address]))[0]?.['attributeValue'];
  if (typeof value !== 'string' || value === '')
    return [nothing(what, `MonitoringCtrlr.${name} does not tell the former one`)];
  const old = { [field]: field === 'severity' ? Number(value) : value };
  return [{ what, undo: { by: 'request', action, payload: old, settled: ['Accepted'] } }];
}
