import { Inconclusive } from '../case/outcome.ts';
import { until } from '../waiting.ts';
import { availableConnectors } from './connectors.ts';
import type { Device } from './device.ts';
import type { Topic } from './effects.ts';
import type { Change } from './journal.ts';
import { addressName, ask, askReport, type Payload, readAddresses, records } from './port.ts';

/** Answers of the conformance statement that say a block is not there: what a device does not support is not asked of it. */
const blocks: Readonly<Record<Exclude<Topic, 'connectors'>, readonly string[]>> = {
  'charging profiles': ['SmartCharging', 'SC-0'],
  'display messages': ['AdvancedUserInterface', 'UI-0'],
  monitors: ['AdvancedDeviceManagement', 'DM-0'],
};

const establish: Readonly<Record<Topic, (device: Device) => Promise<void>>> = {
  connectors: availableConnectors,
  'charging profiles': noChargingProfiles,
  'display messages': noDisplayMessages,
  monitors: noCustomMonitors,
};

/**
 * General preconditions of a case (Part 6, 2.1), beyond being connected and accepted. Everything once a run, then only what a
 * case may have changed. What is found and changed is on the run's journal. Rejects with Inconclusive where one is not met.
 */
export async function establishPreconditions(device: Device): Promise<void> {
  await readSettings(device);
  if (device.due.has('start')) {
    await noBusyTransfer(device);
    await emptyQueue(device);
    device.due.delete('start');
  }
  if ([...device.connectors.values()].some((status) => status !== 'Available')) device.due.add('connectors');
  for (const topic of [...device.due]) {
    if (topic === 'start') continue;
    const absent = topic !== 'connectors' && blocks[topic].some((code) => device.config.pics[code] === false);
    if (!absent) await establish[topic](device);
    device.seen.add(topic);
    device.due.delete(topic);
  }
}

const variable = (component: string, name: string, instance?: string): Payload => ({
  component: { name: component },
  variable: { name, ...(instance === undefined ? {} : { instance }) },
});
const limit = variable('DeviceDataCtrlr', 'ItemsPerMessage', 'GetVariables');
const preAuthorize = variable('AuthCtrlr', 'LocalPreAuthorize');
const heartbeat = variable('OCPPCommCtrlr', 'HeartbeatInterval');
/** What states ask of the device, LocalPreAuthorize, and what a boot answer of ours overwrites (B01.FR.04). */
const settings: readonly Payload[] = [
  variable('TxCtrlr', 'TxStartPoint'),
  variable('TxCtrlr', 'TxStopPoint'),
  variable('TxCtrlr', 'StopTxOnInvalidId'),
  variable('SecurityCtrlr', 'AdditionalRootCertificateCheck'),
  variable('AuthCtrlr', 'Enabled'),
  variable('AuthCtrlr', 'AuthorizeRemoteStart'),
  preAuthorize,
  heartbeat,
];

/** Reads what is not known any more, and switches LocalPreAuthorize off. */
async function readSettings(device: Device): Promise<void> {
  await readUnknown(device, [limit]);
  await readUnknown(device, settings);
  const interval = device.known.get(addressName(heartbeat));
  if (interval !== undefined && interval !== '')
    device.note('run', {
      what: addressName(heartbeat),
      undo: { by: 'variable', address: heartbeat, value: interval },
    });
  if (device.known.get(addressName(preAuthorize)) === 'true') await switchOff(device, preAuthorize);
}

async function readUnknown(device: Device, wanted: readonly Payload[]): Promise<void> {
  const unknown = wanted.filter((address) => !device.known.has(addressName(address)));
  const results = await readAddresses(device, unknown);
  for (const [index, address] of unknown.entries()) {
    const value = results[index]?.['attributeValue'];
    // Not there is an answer too: it is not asked again.
    if (results[index] !== undefined) device.known.set(addressName(address), typeof value === 'string' ? value : '');
  }
}

async function switchOff(device: Device, address: Payload): Promise<void> {
  const payload = { setVariableData: [{ ...address, attributeValue: 'false' }] };
  const ended = await device.changing('SetVariables', payload, 'run');
  const outcome = await device.bench.peer.send('SetVariables', payload);
  ended(outcome);
  const status =
    outcome.kind === 'result' ? records(outcome.payload['setVariableResult'])[0]?.['attributeStatus'] : outcome.kind;
  if (status !== 'Accepted' && status !== 'RebootRequired')
    throw new Inconclusive('preamble', `${addressName(address)} is true and cannot be set to false: ${String(status)}`);
  device.known.set(addressName(address), 'false');
}

/** Firmware and log statuses after which nothing is under way (FirmwareStatusEnumType, UploadLogStatusEnumType). */
const busy =
  /^(?:Downloading|Downloaded|DownloadScheduled|DownloadPaused|Install\w*ing|InstallScheduled|SignatureVerified|Uploading)$/;

/** No transfer of diagnostics, no download, no installation: asked once, the device tells its present status (L01.FR.25, N01.FR.12). */
async function noBusyTransfer(device: Device): Promise<void> {
  for (const [message, code] of [
    ['FirmwareStatusNotification', 'C-29.4'],
    ['LogStatusNotification', 'C-29.3'],
  ] as const) {
    if (device.config.pics[code] === false) continue;
    const status = await triggered(device, message);
    if (typeof status === 'string' && busy.test(status))
      throw new Inconclusive(
        'sut-not-ready',
        `the Charging Station is busy: ${message} says ${status}; wait for its end`,
      );
  }
}

async function triggered(device: Device, message: string): Promise<unknown> {
  let status: unknown;
  const waiters = new Set<() => void>();
  const stop = device.bench.onRequest((action, payload) => {
    if (action !== message) return;
    status = payload['status'];
    for (const again of [...waiters]) again();
  });
  try {
    const answer = await ask(device, 'TriggerMessage', { requestedMessage: message });
    if (answer?.['status'] !== 'Accepted') return undefined;
    return await until(
      device.clock,
      device.config.deadlines.message * 1000,
      {
        check: () => status,
        changed: (again) => {
          waiters.add(again);
          return () => waiters.delete(again);
        },
      },
      0,
      device.interrupt,
    );
  } finally {
    stop();
  }
}

/** No transaction message waits in the queue (E14.FR.07). */
async function emptyQueue(device: Device): Promise<void> {
  const waiting = async () => (await ask(device, 'GetTransactionStatus', {}))?.['messagesInQueue'] === true;
  if (!(await waiting())) return;
  // Every event of the queue that arrives is news; one of them is the last.
  const seconds = device.config.deadlines.transaction;
  await until(
    device.clock,
    seconds * 1000,
    { check: () => undefined, changed: (again) => device.onNews(again) },
    2000,
    device.interrupt,
  );
  if (await waiting())
    throw new Inconclusive(
      'sut-not-ready',
      `transaction messages wait in the station's queue, also after ${seconds} s`,
    );
}

/** What stood there when the run began comes back when it ends; what is found later is a remainder of the run itself. */
function noteFound(device: Device, topic: Topic, change: Change): void {
  if (!device.seen.has(topic)) device.note('run', change);
}

/** No charging schedule is active; those found come back when the run ends. External limits are not ours to clear (K10.FR.09). */
async function noChargingProfiles(device: Device): Promise<void> {
  const parts = await askReport(device, {
    action: 'GetChargingProfiles',
    parts: 'ReportChargingProfiles',
    payload: { chargingProfile: { chargingLimitSource: ['CSO', 'EMS', 'SO', 'Other'] } },
  });
  for (const { evseId, chargingProfile } of parts ?? []) {
    for (const profile of records(chargingProfile)) {
      const { id, chargingProfilePurpose: purpose } = profile;
      if (purpose === 'ChargingStationExternalConstraints') continue;
      noteFound(device, 'charging profiles', {
        what: `charging profile ${String(id)}`,
        undo:
          purpose === 'TxProfile'
            ? { by: 'nothing', why: 'it belonged to a transaction that is over' }
            : {
                by: 'request',
                action: 'SetChargingProfile',
                payload: { evseId, chargingProfile: profile },
                settled: ['Accepted'],
              },
      });
      await ask(device, 'ClearChargingProfile', { chargingProfileId: id });
    }
  }
}

async function noDisplayMessages(device: Device): Promise<void> {
  const parts = await askReport(device, { action: 'GetDisplayMessages', parts: 'NotifyDisplayMessages' });
  for (const message of (parts ?? []).flatMap(({ messageInfo }) => records(messageInfo))) {
    const { id } = message;
    const undo = { by: 'request', action: 'SetDisplayMessage', payload: { message }, settled: ['Accepted'] } as const;
    noteFound(device, 'display messages', { what: `display message ${String(id)}`, undo });
    await ask(device, 'ClearDisplayMessage', { id });
  }
}

interface Monitor {
  readonly address: Payload;
  readonly settings: Payload;
}
/** NotifyMonitoringReport as a list; it does not say which monitors are custom. */
async function monitors(device: Device): Promise<Monitor[]> {
  const parts = await askReport(device, { action: 'GetMonitoringReport', parts: 'NotifyMonitoringReport' });
  return (parts ?? [])
    .flatMap(({ monitor }) => records(monitor))
    .flatMap(({ component, variable, variableMonitoring }) =>
      records(variableMonitoring).map((settings) => ({ address: { component, variable }, settings })),
    );
}
const keyOf = ({ address, settings: { type, value, severity } }: Monitor) =>
  `${addressName(address)} ${String(type)} ${String(value)} ${String(severity)}`;

/** No custom monitor: FactoryDefault deletes them (N03.FR.04). What is missing afterwards was custom and comes back at the end. */
async function noCustomMonitors(device: Device): Promise<void> {
  const before = await monitors(device);
  if (before.length === 0) return;
  const payload = { monitoringBase: 'FactoryDefault' };
  const ended = await device.changing('SetMonitoringBase', payload, 'run');
  const outcome = await device.bench.peer.send('SetMonitoringBase', payload);
  ended(outcome);
  if (outcome.kind !== 'result' || outcome.payload['status'] !== 'Accepted') return;
  const after = new Set((await monitors(device)).map(keyOf));
  for (const monitor of before.filter((each) => !after.has(keyOf(each)))) noteMonitor(device, monitor);
}

function noteMonitor(device: Device, { address, settings }: Monitor): void {
  const { component, variable } = address;
  const { type, value, severity, transaction } = settings;
  const data = { component, variable, type, value, severity, ...(transaction === undefined ? {} : { transaction }) };
  noteFound(device, 'monitors', {
    what: `monitor on ${addressName(address)}`,
    undo: {
      by: 'request',
      action: 'SetVariableMonitoring',
      payload: { setMonitoringData: [data] },
      settled: ['Accepted', 'Duplicate'],
    },
  });
}
