import type { Situation, State } from '../types.ts';

const accepted = ({ authorized }: Situation) => authorized;
const hadSession = ({ transaction, plugged }: Situation) => transaction !== 'none' || plugged;

/** Part 6, table 443 (memory), and erratum 6.2.120: one session with the token; no session where it was not accepted. */
export const idTokenCached: State = {
  name: 'IdTokenCached',
  kind: 'memory',
  inputs: ['idToken', 'stopped by', 'authorized by'],
  before: [
    { state: 'ParkingBayOccupied' },
    { state: 'Authorized' },
    { state: 'EVConnectedPreSession', when: accepted },
    { state: 'EnergyTransferStarted', when: accepted },
    { state: 'StopAuthorized', when: hadSession },
    { state: 'EVDisconnected', when: hadSession },
    { state: 'ParkingBayUnoccupied', when: hadSession },
  ],
  stages: [],
};
