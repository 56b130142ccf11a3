import type { State } from '../types.ts';

/** Part 6, memory state SetChargingProfile: the profile of the table is in force. */
export const setChargingProfile: State = {
  name: 'SetChargingProfile',
  kind: 'memory',
  inputs: ['SetChargingProfileRequest'],
  stages: [
    { act: { sends: 'SetChargingProfileRequest', merge: 'SetChargingProfileRequest', answer: { status: 'Accepted' } } },
  ],
};
