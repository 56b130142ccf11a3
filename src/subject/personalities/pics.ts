import type { RigDescription } from '../../rig/model/index.ts';
import type { InitialVariable, StationFeatures } from '../../station/types.ts';

/** Answers by feature id of Part 5, question, hardware code or profile name. */
export type Pics = Readonly<Record<string, boolean>>;

/** What the engine does today in every personality. */
const engine: Pics = {
  Core: true,
  AdvancedSecurity: true,
  AdvancedDeviceManagement: false,
  AdvancedUserInterface: false,
  Reservation: false,
  ISO15118: false,
  'C-02': true, // OfflineTxForUnknownIdEnabled
  'C-03': true, // MaxEnergyOnInvalidId
  'C-04': false, // no MinimumStatusDuration
  // Variables that can be written support each of their values.
  'C-06': true,
  'C-06.1': true,
  'C-06.2': true,
  'C-09': true,
  'C-09.1': true,
  'C-09.2': true,
  'C-09.3': false, // no signed meter values
  'C-09.4': true,
  'C-09.5': true,
  'C-10': true,
  'C-10.1': true,
  'C-10.2': true,
  'C-10.3': true,
  'C-10.4': true,
  'C-11': true,
  'C-12': true,
  'C-12.1': true,
  'C-12.2': true,
  'C-13': true,
  'C-14': false,
  'C-15': true,
  'C-16': true,
  'C-17': true,
  'C-20': true,
  'C-21': false,
  'C-23': true,
  'C-25': false,
  'C-26': false,
  'C-28': true,
  'C-29': true,
  'C-29.1': true,
  'C-29.2': true,
  'C-29.3': true,
  'C-29.4': true,
  'C-29.5': true,
  'C-29.6': true,
  'C-40': true,
  'C-40.1': true,
  'C-40.2': true,
  'C-40.3': true,
  'C-40.4': true,
  'C-40.5': true,
  'C-41': true,
  'C-42': false, // no SignReadings
  'C-43': false,
  'C-47': true,
  'C-51': true,
  'C-52': true,
  'C-56': true,
  'C-57': false,
  'C-58': true,
  'C-60': true,
  'C-61': true,
  'AS-3': true,
  'R-1': false,
  'R-2': false,
  'R-3': false,
  'DM-3': false,
  'ISO-4': false,
  'ISO-5': false,
  'UI-1': false,
  'UI-1.1': false,
  'UI-1.2': false,
  'UI-1.3': false,
  'UI-2': false,
  'UI-2.1': false,
  'UI-2.2': false,
  'UI-2.3': false,
  'UI-2.4': false,
  'AQ-1': true, // on security profile 1; a TLS station keeps its last root (M04.FR.03)
  'AQ-2': false,
  'AQ-3': false,
  'AQ-5': false,
  'AQ-6': false,
  'AQ-7': true,
  'AQ-8': true, // the reader belongs to an EVSE
  'AQ-10': false,
  'AQ-11': false,
  'HFS-6': false,
  'HFS-8': true,
  'HFS-9': true,
  'Mode 1/2-only Charging Station': false,
};

/** Ways to start and to stop, by what is there: a card reader, nothing at all, or the CSMS alone. */
function authorization({ tokenReader, display }: RigDescription, features: StationFeatures, free: boolean): Pics {
  const cards = tokenReader && features.remoteOnly !== true && !free;
  const cache = features.authCache ?? true;
  const list = features.localAuthList ?? true;
  return {
    'C-01': cards || free, // erratum 5.3: a remote start has nobody to authorize while offline
    'C-07': cards && display,
    'C-08': cards && !display,
    'C-30': cards,
    'C-31': cards,
    'C-32': false, // no keypad
    'C-33': false,
    'C-34': false,
    'C-35': free,
    'C-36': true,
    'C-37': true,
    'C-38': true,
    'C-39': true,
    'C-48': true,
    'C-48.1': !free, // where no token is asked for, none is authorized
    'C-48.2': true,
    'C-49': cache,
    'C-53': cache,
    'C-54': cache,
    'C-59': cache,
    'C-70': cards,
    'C-71': cards,
    'C-72': false,
    'C-75': free,
    LocalAuthList: list,
    'LA-1': list,
    'LA-2': list,
    'LA-3': list,
  };
}

function hardware({ evses }: RigDescription): Pics {
  const connectors = evses.flatMap((evse) => evse.connectors);
  const ac = evses.some(({ current }) => current === 'AC');
  const bay = evses.every(({ baySensor }) => baySensor);
  const socket = connectors.some(({ fixedCable }) => !fixedCable);
  return {
    'C-09.6': bay,
    'C-10.5': bay,
    'HFS-1': socket,
    'HFS-2': connectors.some(({ fixedCable }) => fixedCable),
    'HFS-3': ac,
    'HFS-4': evses.some(({ current }) => current === 'DC'),
    'HFS-5': ac && evses.some(({ phases }) => phases === 1),
    'HFS-7': evses.some(({ phases }) => phases === 3),
    'HFS-8 > 1': evses.length > 1,
    'AQ-4': evses.every(({ phases }) => phases === 1),
    'AQ-9': ac,
    'AQ-18': connectors.some(({ fixedCable, hasLock }) => hasLock && !fixedCable),
  };
}

function smartCharging({ evses }: RigDescription, features: StationFeatures): Pics {
  const able = features.smartCharging ?? true;
  const amps = evses.every(({ current }) => current === 'AC');
  return { SmartCharging: able, 'SC-2': able, 'SC-2.1': able && amps, 'SC-2.2': able, 'SC-4': able };
}

/**
 * The answers that are true of the embedded station with this hardware, these features and settings. `free`: nobody is asked for
 * a token.
 */
export function picsOf(
  description: RigDescription,
  features: StationFeatures,
  settings: readonly InitialVariable[],
  free: boolean,
): Pics {
  const checksRoots = settings.some(
    ({ variable, value }) => variable === 'AdditionalRootCertificateCheck' && value === 'true',
  );
  return {
    ...engine,
    'AS-2': checksRoots,
    ...authorization(description, features, free),
    ...hardware(description),
    ...smartCharging(description, features),
    'HFS-10': description.tokenReader,
  };
}
