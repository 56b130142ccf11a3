import type { State } from '../types.ts';
import { evConnectedPostSession } from './ev-connected-post-session.ts';
import { evDisconnected } from './ev-disconnected.ts';
import { stopAuthorized } from './stop-authorized.ts';

/** The stop from afar, whatever the mode of the run: waiting and RequestStopTransaction, not the token. */
const remoteStop = stopAuthorized.stages
  .filter(({ act }) => act !== undefined && !('does' in act))
  .map(({ when: _byMode, ...stage }) => stage);

/** Erratum 6.2.120 (memory): one session with the contract, stopped from afar. */
export const idTokenCached15118: State = {
  name: 'IdTokenCached15118',
  kind: 'erratum',
  inputs: ['idToken', 'authorized by'],
  before: [
    { state: 'ParkingBayOccupied' },
    { state: 'EVConnectedPreSession' },
    { state: 'Authorized15118' },
    { state: 'EnergyTransferStarted' },
  ],
  stages: [
    ...remoteStop,
    ...evConnectedPostSession.stages,
    ...evDisconnected.stages,
    {
      act: { hand: 'the EV driver', does: 'leaves the parking bay' },
      expects: [
        {
          when: ({ transaction }) => transaction === 'running',
          event: 'TransactionEventRequest',
          fields: { triggerReason: 'EVDeparted', eventType: 'Ended', 'transactionInfo.stoppedReason': 'Remote' },
        },
      ],
    },
  ],
};
