import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** No connector is told to be Occupied. */
export const neverSaysOccupied: StationMutant = {
  name: 'never-says-occupied',
  role: 'station',
  requirement: 'E02.FR.05',
  cases: [{ id: 'TC_E_09_CS', check: 'TC_E_09_CS/3-state-becomes-evconnected-pre-session' }],
  harmless: 'TC_B_01_CS',
  apply: changingRequest('StatusNotification', (status) =>
    status.connectorStatus === 'Occupied' ? undefined : status,
  ),
};
