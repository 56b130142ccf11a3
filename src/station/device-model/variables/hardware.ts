import type { ConnectorDescription, EvseDescription } from '../../../rig/model/types.ts';
import { define } from '../definition.ts';
import type { DeviceModelConfig, VariableDefinition } from '../types.ts';

const states = ['Available', 'Occupied', 'Reserved', 'Unavailable', 'Faulted'];
const availability = { value: 'Available', valuesList: states, supportsMonitoring: true } as const;
const problem = { value: 'false', supportsMonitoring: true } as const;

/** 1 or 3 for AC, 0 for DC (appendix 3 of Part 2, SupplyPhases). */
const supplyPhases = (evse: EvseDescription) => String(evse.current === 'DC' ? 0 : evse.phases);

/** Greatest power of an EVSE in W: of all its phases, at nominal voltage. */
export const greatestPower = (evse: EvseDescription) =>
  evse.maxCurrent * evse.voltage * (evse.current === 'DC' ? 1 : evse.phases);

function connectorVariables(evse: EvseDescription, connector: ConnectorDescription): VariableDefinition[] {
  const where = { evseId: evse.id, connectorId: connector.id };
  return [
    define('Connector', 'Available', { value: 'true', ...where }),
    define('Connector', 'AvailabilityState', { ...availability, ...where }),
    define('Connector', 'ConnectorType', { value: connector.type, constant: true, ...where }),
    define('Connector', 'SupplyPhases', { value: supplyPhases(evse), constant: true, ...where }),
    define('Connector', 'Problem', { ...problem, ...where }),
  ];
}

function evseVariables(evse: EvseDescription): VariableDefinition[] {
  const where = { evseId: evse.id };
  return [
    define('EVSE', 'Available', { value: 'true', ...where }),
    define('EVSE', 'AvailabilityState', { ...availability, ...where }),
    define('EVSE', 'AllowReset', { value: 'true', ...where }),
    define('EVSE', 'Power', { value: '0', maxLimit: greatestPower(evse), supportsMonitoring: true, ...where }),
    define('EVSE', 'SupplyPhases', { value: supplyPhases(evse), constant: true, ...where }),
    define('EVSE', 'Problem', { ...problem, ...where }),
    ...evse.connectors.flatMap((connector) => connectorVariables(evse, connector)),
  ];
}

/** ChargingStation, EVSE and Connector (Part 2, referenced variables, charging infrastructure). */
export function hardwareVariables(config: DeviceModelConfig): VariableDefinition[] {
  const phases = Math.max(0, ...config.evses.map((evse) => Number(supplyPhases(evse))));
  return [
    define('ChargingStation', 'Available', { value: 'true' }),
    define('ChargingStation', 'AvailabilityState', availability),
    define('ChargingStation', 'Problem', problem),
    define('ChargingStation', 'SupplyPhases', { value: String(phases), constant: true }),
    define('ChargingStation', 'Model', { value: config.model, constant: true }),
    define('ChargingStation', 'VendorName', { value: config.vendorName, constant: true }),
    define('ChargingStation', 'FirmwareVersion', { value: config.firmwareVersion, persistent: true }),
    ...(config.serialNumber === undefined
      ? []
      : [define('ChargingStation', 'SerialNumber', { value: config.serialNumber, constant: true })]),
    define('ChargingStation', 'AllowNewSessionsPendingFirmwareUpdate', { value: 'false', mutability: 'ReadWrite' }),
    ...config.evses.flatMap(evseVariables),
  ];
}
