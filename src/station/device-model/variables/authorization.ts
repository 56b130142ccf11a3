import { define } from '../definition.ts';
import type { DeviceModelConfig, VariableDefinition } from '../types.ts';

const writable = { mutability: 'ReadWrite' } as const;

/** Part 2, TxStartPoint and TxStopPoint values. */
const transactionPoints = [
  'ParkingBayOccupancy',
  'EVConnected',
  'Authorized',
  'DataSigned',
  'PowerPathClosed',
  'EnergyTransfer',
];

/** Points that this hardware can notice, and those that a configuration has set: signing needs a meter for it, a bay a sensor. */
function startPointsOf({ evses, values = [], extra = [] }: DeviceModelConfig): string[] {
  const set = values.filter(({ variable }) => /^TxSt(?:art|op)Point$/.test(variable)).map(({ value }) => value);
  const noticed = (point: string) => {
    if (point === 'DataSigned') return extra.some(({ variable }) => variable === 'SignReadings');
    return point !== 'ParkingBayOccupancy' || evses.some(({ baySensor }) => baySensor);
  };
  return transactionPoints.filter((point) => noticed(point) || set.some((value) => value.includes(point)));
}

function transactionVariables(config: DeviceModelConfig): VariableDefinition[] {
  const startPoints = startPointsOf(config);
  const stopPoints = startPoints.filter((point) => point !== 'DataSigned');
  return [
    define('TxCtrlr', 'EVConnectionTimeOut', { value: '60', minLimit: 1, ...writable }),
    define('TxCtrlr', 'MaxEnergyOnInvalidId', { value: '0', minLimit: 0, unit: 'Wh', ...writable }),
    define('TxCtrlr', 'StopTxOnEVSideDisconnect', { value: 'true', ...writable }),
    define('TxCtrlr', 'StopTxOnInvalidId', { value: 'true', ...writable }),
    define('TxCtrlr', 'TxBeforeAcceptedEnabled', { value: 'false', ...writable }),
    define('TxCtrlr', 'TxStartPoint', { value: 'Authorized,EVConnected', valuesList: startPoints, ...writable }),
    define('TxCtrlr', 'TxStopPoint', { value: 'Authorized,EVConnected', valuesList: stopPoints, ...writable }),
  ];
}

function authorizationCacheVariables(): VariableDefinition[] {
  return [
    define('AuthCacheCtrlr', 'Available', { value: 'true', constant: true }),
    define('AuthCacheCtrlr', 'Enabled', { value: 'true', ...writable }),
    define('AuthCacheCtrlr', 'LifeTime', { value: '86400', minLimit: 0, unit: 's', ...writable }),
    define('AuthCacheCtrlr', 'Policy', { value: 'LRU', valuesList: ['LRU'], ...writable }),
    define('AuthCacheCtrlr', 'Storage', { value: '0', maxLimit: 65536 }),
    define('AuthCacheCtrlr', 'DisablePostAuthorize', { value: 'false', ...writable }),
  ];
}

function localListVariables(): VariableDefinition[] {
  return [
    define('LocalAuthListCtrlr', 'Available', { value: 'true', constant: true }),
    define('LocalAuthListCtrlr', 'Enabled', { value: 'true', ...writable }),
    define('LocalAuthListCtrlr', 'Entries', { value: '0', maxLimit: 1000, persistent: true }),
    define('LocalAuthListCtrlr', 'ItemsPerMessage', { value: '100', constant: true }),
    define('LocalAuthListCtrlr', 'BytesPerMessage', { value: '65536', constant: true }),
    define('LocalAuthListCtrlr', 'DisablePostAuthorize', { value: 'false', ...writable }),
  ];
}

/** AuthCtrlr, TxCtrlr and, where the station has them, AuthCacheCtrlr, LocalAuthListCtrlr, ReservationCtrlr. */
export function authorizationVariables(config: DeviceModelConfig): VariableDefinition[] {
  const { features = {} } = config;
  return [
    define('AuthCtrlr', 'Enabled', { value: 'true', ...writable }),
    define('AuthCtrlr', 'AuthorizeRemoteStart', { value: 'true', ...writable }),
    define('AuthCtrlr', 'LocalAuthorizeOffline', { value: 'true', ...writable }),
    define('AuthCtrlr', 'LocalPreAuthorize', { value: 'false', ...writable }),
    define('AuthCtrlr', 'MasterPassGroupId', { value: '', maxLimit: 36, ...writable }),
    define('AuthCtrlr', 'OfflineTxForUnknownIdEnabled', { value: 'false', ...writable }),
    define('AuthCtrlr', 'DisableRemoteAuthorization', { value: 'false', ...writable }),
    ...transactionVariables(config),
    ...(features.authCache === true ? authorizationCacheVariables() : []),
    ...(features.localAuthList === true ? localListVariables() : []),
    ...(features.reservation === true
      ? [
          define('ReservationCtrlr', 'Available', { value: 'true', constant: true }),
          define('ReservationCtrlr', 'Enabled', { value: 'true', ...writable }),
          define('ReservationCtrlr', 'NonEvseSpecific', { value: 'true', constant: true }),
        ]
      : []),
  ];
}
