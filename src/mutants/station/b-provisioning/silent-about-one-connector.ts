import type { StationMutant } from '../types.ts';

/** After an accepted boot the first connector is left out. */
export const silentAboutOneConnector: StationMutant = {
  name: 'silent-about-one-connector',
  role: 'station',
  requirement: 'B01.FR.05',
  cases: [{ id: 'TC_B_01_CS', check: 'TC_B_01_CS/3-sends-in-any-order' }],
  harmless: 'TC_B_06_CS',
  apply: (parts) => {
    let due = false;
    return {
      ...parts,
      outgoing: (action, request) => {
        const first = due && action === 'StatusNotification';
        due = action === 'BootNotification' || (due && !first);
        return first ? undefined : parts.outgoing(action, request);
      },
    };
  },
};
