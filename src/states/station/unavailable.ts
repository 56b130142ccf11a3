import type { State } from '../types.ts';

/** Part 6, table 425: the station, or the EVSE or connector of the table, is out of service; every connector of it says so. */
export const unavailable: State = {
  name: 'Unavailable',
  kind: 'reusable',
  inputs: ['ChangeAvailabilityRequest'],
  stages: [
    {
      act: {
        sends: 'ChangeAvailabilityRequest',
        merge: 'ChangeAvailabilityRequest',
        fields: { operationalStatus: 'Inoperative' },
        answer: { status: 'Accepted' },
      },
      // How many connectors depends on the place in the table.
      expects: [{ event: 'connector status', times: '1 to 64', fields: { connectorStatus: 'Unavailable' } }],
    },
  ],
};
