import { changingAnswer } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** Clearing a profile that it does not have is Accepted. */
export const clearsWhatIsNotThere: StationMutant = {
  name: 'clears-what-is-not-there',
  role: 'station',
  requirement: 'K10.FR.01',
  cases: [{ id: 'TC_K_08_CS', check: 'TC_K_08_CS/2-responds-clear-charging-profile-response' }],
  harmless: 'TC_K_01_CS',
  apply: changingAnswer('ClearChargingProfile', (response) => ({ ...response, status: 'Accepted' })),
};
