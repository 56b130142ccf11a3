import type { Core } from './core.ts';
import { DeviceModel, define, stationVariables } from './device-model/index.ts';
import type { InitialVariable, StationFeatures, StationOptions } from './types.ts';

/** A counterpart does nothing by itself unless its settings say so. */
const quietSettings: readonly InitialVariable[] = [
  { component: 'SampledDataCtrlr', variable: 'TxUpdatedInterval', value: '0' },
  { component: 'AlignedDataCtrlr', variable: 'Interval', value: '0' },
];

const writable = { mutability: 'ReadWrite' } as const;
const signingVariables = () => [
  define('SampledDataCtrlr', 'SignReadings', { value: 'false', ...writable }),
  define('AlignedDataCtrlr', 'SignReadings', { value: 'false', ...writable }),
  define('OCPPCommCtrlr', 'PublicKeyWithSignedMeterValue', {
    value: 'Never',
    valuesList: ['Never', 'OncePerTransaction', 'EveryMeterValue'],
    ...writable,
  }),
];

const same = (a: InitialVariable, b: InitialVariable) =>
  a.component === b.component && a.variable === b.variable && a.instance === b.instance;

/** The variables of a station with these options. */
export function buildDeviceModel(options: StationOptions, features: Required<StationFeatures>): DeviceModel {
  const { identity, nameplate, networkProfiles, settings = [] } = options;
  const slots = Object.keys(networkProfiles).map(Number);
  const first = slots[0] === undefined ? undefined : networkProfiles[slots[0]];
  const quiet = options.quiet ? quietSettings.filter((one) => !settings.some((given) => same(one, given))) : [];
  const { smartCharging, localAuthList, authCache, reservation, iso15118, displayMessage, tariffCost, monitoring } =
    features;
  const definitions = stationVariables({
    identity,
    ...nameplate,
    securityProfile: first?.securityProfile ?? 1,
    ...(options.credentials === undefined ? {} : { basicAuthPassword: options.credentials.password }),
    networkSlots: [...new Set([...slots, 1, 2])],
    evses: options.rig.description.evses,
    features: {
      smartCharging,
      localAuthList,
      authCache,
      reservation,
      iso15118,
      displayMessage,
      tariffCost,
      monitoring,
    },
    extra: features.signedReadings ? signingVariables() : [],
    values: [...quiet, ...settings],
  });
  return new DeviceModel(options.store, definitions);
}

/** What the core does when a variable changes, and what it lets the CSMS not set. */
export function watchVariables(core: Core, model: DeviceModel): void {
  model.guard('OCPPCommCtrlr', 'NetworkConfigurationPriority', (value) => {
    const reason = core.network.priorityRefusal(value);
    return reason === undefined ? undefined : { reasonCode: 'InvalidNetworkConf', additionalInfo: reason };
  });
  model.onChange(({ component, variable, by }) => {
    const name = `${component}.${variable}`;
    if (name === 'SecurityCtrlr.BasicAuthPassword' && by === 'CSMS')
      core.afterAnswer(() => core.connection.renew('the password has changed')); // A01
    else if (name === 'OCPPCommCtrlr.HeartbeatInterval') core.heartbeat.restart();
    else if (name === 'OCPPCommCtrlr.WebSocketPingInterval') core.heartbeat.restartPings();
    else if (/^(SampledDataCtrlr|AlignedDataCtrlr)\..*Interval$/.test(name)) core.meter.restart();
  });
}
