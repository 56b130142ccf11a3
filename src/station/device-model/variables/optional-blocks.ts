import { define } from '../definition.ts';
import type { DeviceModelConfig, VariableDefinition } from '../types.ts';

const writable = { mutability: 'ReadWrite' } as const;

function smartCharging(evses: DeviceModelConfig['evses']): VariableDefinition[] {
  const everyEvseAc = evses.every((evse) => evse.current === 'AC');
  return [
    define('SmartChargingCtrlr', 'Available', { value: 'true', constant: true }),
    define('SmartChargingCtrlr', 'Enabled', { value: 'true', ...writable }),
    define('SmartChargingCtrlr', 'Entries', { instance: 'ChargingProfiles', value: '0', maxLimit: 50 }),
    define('SmartChargingCtrlr', 'LimitChangeSignificance', { value: '10.0', minLimit: 0, maxLimit: 100, ...writable }),
    define('SmartChargingCtrlr', 'PeriodsPerSchedule', { value: '24', constant: true }),
    define('SmartChargingCtrlr', 'ProfileStackLevel', { value: '10', constant: true }),
    // Power is the natural unit of DC; a DC current limit would need the momentary voltage of the battery.
    define('SmartChargingCtrlr', 'RateUnit', {
      value: everyEvseAc ? 'A,W' : 'W',
      valuesList: ['A', 'W'],
      constant: true,
    }),
    define('SmartChargingCtrlr', 'Phases3to1', { value: 'false', constant: true }),
    define('SmartChargingCtrlr', 'ACPhaseSwitchingSupported', { value: 'false', constant: true }),
  ];
}

function monitoring(): VariableDefinition[] {
  return [
    define('MonitoringCtrlr', 'Available', { value: 'true', constant: true }),
    define('MonitoringCtrlr', 'Enabled', { value: 'true', ...writable }),
    define('MonitoringCtrlr', 'ItemsPerMessage', { instance: 'SetVariableMonitoring', value: '32', constant: true }),
    define('MonitoringCtrlr', 'BytesPerMessage', { instance: 'SetVariableMonitoring', value: '65536', constant: true }),
    define('MonitoringCtrlr', 'ItemsPerMessage', { instance: 'ClearVariableMonitoring', value: '32', constant: true }),
    define('MonitoringCtrlr', 'BytesPerMessage', {
      instance: 'ClearVariableMonitoring',
      value: '65536',
      constant: true,
    }),
    define('MonitoringCtrlr', 'OfflineQueuingSeverity', { value: '9', minLimit: 0, maxLimit: 9, ...writable }),
    define('MonitoringCtrlr', 'ActiveMonitoringBase', {
      value: 'FactoryDefault',
      valuesList: ['All', 'FactoryDefault', 'HardWiredOnly'],
      persistent: true,
    }),
    define('MonitoringCtrlr', 'ActiveMonitoringLevel', { value: '9', minLimit: 0, maxLimit: 9, persistent: true }),
  ];
}

function tariffAndCost(): VariableDefinition[] {
  const kinds = ['Tariff', 'Cost'];
  return [
    ...kinds.map((instance) => define('TariffCostCtrlr', 'Available', { instance, value: 'true', constant: true })),
    ...kinds.map((instance) => define('TariffCostCtrlr', 'Enabled', { instance, value: 'true', ...writable })),
    define('TariffCostCtrlr', 'Currency', { value: 'EUR', maxLimit: 3, ...writable }),
    define('TariffCostCtrlr', 'TariffFallbackMessage', { value: 'Price on request', maxLimit: 255, ...writable }),
    define('TariffCostCtrlr', 'TotalCostFallbackMessage', { value: 'Cost follows', maxLimit: 255, ...writable }),
  ];
}

function displayMessages(): VariableDefinition[] {
  const priorities = ['AlwaysFront', 'InFront', 'NormalCycle'];
  return [
    define('DisplayMessageCtrlr', 'Available', { value: 'true', constant: true }),
    define('DisplayMessageCtrlr', 'Enabled', { value: 'true', ...writable }),
    define('DisplayMessageCtrlr', 'DisplayMessages', { value: '0', maxLimit: 20, persistent: true }),
    define('DisplayMessageCtrlr', 'SupportedFormats', {
      value: 'ASCII,UTF8',
      valuesList: ['ASCII', 'HTML', 'URI', 'UTF8'],
    }),
    define('DisplayMessageCtrlr', 'SupportedPriorities', { value: priorities.join(','), valuesList: priorities }),
  ];
}

function iso15118(): VariableDefinition[] {
  return [
    define('ISO15118Ctrlr', 'ContractValidationOffline', { value: 'false', ...writable }),
    define('ISO15118Ctrlr', 'CentralContractValidationAllowed', { value: 'true', ...writable }),
    define('ISO15118Ctrlr', 'PnCEnabled', { value: 'true', ...writable }),
    define('ISO15118Ctrlr', 'V2GCertificateInstallationEnabled', { value: 'true', ...writable }),
    define('ISO15118Ctrlr', 'ContractCertificateInstallationEnabled', { value: 'true', ...writable }),
    define('ISO15118Ctrlr', 'RequestMeteringReceipt', { value: 'false', ...writable }),
  ];
}

/** Controllers of functional blocks that a station may lack. */
export function optionalBlockVariables({ features = {}, evses }: DeviceModelConfig): VariableDefinition[] {
  return [
    ...(features.smartCharging === true ? smartCharging(evses) : []),
    ...(features.monitoring === true ? monitoring() : []),
    ...(features.tariffCost === true ? tariffAndCost() : []),
    ...(features.displayMessage === true ? displayMessages() : []),
    ...(features.iso15118 === true ? iso15118() : []),
  ];
}
