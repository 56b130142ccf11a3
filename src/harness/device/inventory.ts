import { addressName, ask, askReport, type DevicePort, isRecord, type Payload, records } from './port.ts';
import { certificateKey, installedCertificates } from './undo.ts';

/** Everything lasting that a station tells of itself, as text by name: `variable X`, `charging profile 5`, ... Plain JSON. */
export type DeviceInventory = Readonly<Record<string, string>>;

/** Measured or counted by the device itself: nobody changed it. */
const moving =
  /^variable (?:ClockCtrlr\.DateTime|.*\.(?:Power|Energy|Current|Voltage|Temperature|ECVariable|SoC|.*Reading|.*Register.*)|AuthCacheCtrlr\.Storage)\b/;

const inOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOrder)
    : isRecord(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, inOrder(value[key])]),
        )
      : value;
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(inOrder(value)));

/** One value an attribute that is readable; MinSet and its like have a name of their own. */
function variables(parts: readonly Payload[]): [string, string][] {
  return parts
    .flatMap(({ reportData }) => records(reportData))
    .flatMap(({ component, variable, variableAttribute }) =>
      records(variableAttribute).map(({ type, value }): [string, string] => [
        `variable ${addressName({ component, variable, attributeType: type })}`,
        value === undefined ? 'no value' : text(value),
      ]),
    );
}

const profiles = (parts: readonly Payload[]): [string, string][] =>
  parts.flatMap(({ evseId, chargingProfile }) =>
    records(chargingProfile).map((profile): [string, string] => [
      `charging profile ${String(profile['id'])}`,
      text({ evseId, profile }),
    ]),
  );

const displayMessages = (parts: readonly Payload[]): [string, string][] =>
  parts
    .flatMap(({ messageInfo }) => records(messageInfo))
    .map((message) => [`display message ${String(message['id'])}`, text(message)]);

/** By what they watch: the id of a monitor that was set again is a new one. */
const monitors = (parts: readonly Payload[]): [string, string][] =>
  parts
    .flatMap(({ monitor }) => records(monitor))
    .flatMap(({ component, variable, variableMonitoring }) =>
      records(variableMonitoring).map(({ id: _id, ...settings }): [string, string] => [
        `monitor ${addressName({ component, variable })} ${text(settings)}`,
        'set',
      ]),
    );

/**
 * Asks the station for its full inventory (B07), charging profiles (K09), installed certificates (M03), local list version (D02),
 * display messages (O03) and monitors (N02). What it does not support is not in it. The status of connectors, which reservations and
 * availability show in, is among the variables where the station has it, else what it reported last.
 */
export async function takeInventory(
  port: DevicePort & { readonly connectors?: ReadonlyMap<string, string> },
): Promise<DeviceInventory> {
  const report = async (action: string, parts: string, payload: Payload = {}) =>
    (await askReport(port, { action, parts, payload })) ?? [];
  const all: [string, string][] = [
    ...variables(await report('GetBaseReport', 'NotifyReport', { reportBase: 'FullInventory' })),
    ...profiles(
      await report('GetChargingProfiles', 'ReportChargingProfiles', {
        chargingProfile: { chargingLimitSource: ['CSO', 'EMS', 'SO', 'Other'] },
      }),
    ),
    ...displayMessages(await report('GetDisplayMessages', 'NotifyDisplayMessages')),
    ...monitors(await report('GetMonitoringReport', 'NotifyMonitoringReport')),
    ...((await installedCertificates(port)) ?? []).map((chain): [string, string] => [
      `certificate ${certificateKey(chain)}`,
      'installed',
    ]),
  ];
  const told = new Set(all.map(([name]) => name));
  for (const [place, status] of port.connectors ?? [])
    if (!told.has(`variable Connector@${place}.AvailabilityState`)) all.push([`connector ${place}`, status]);
  const version = (await ask(port, 'GetLocalListVersion', {}))?.['versionNumber'];
  if (version !== undefined) all.push(['local list version', text(version)]);
  return Object.fromEntries(all.filter(([name]) => !moving.test(name)));
}

export interface Difference {
  readonly what: string;
  /** undefined = it was, or is, not there. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What is not as it was, by name. */
export function inventoryDifferences(before: DeviceInventory, after: DeviceInventory): Difference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .filter((what) => before[what] !== after[what])
    .map((what) => ({ what, before: before[what], after: after[what] }));
}
