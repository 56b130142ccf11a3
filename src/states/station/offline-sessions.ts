import type { Situation, Stage, State } from '../types.ts';

const unparked = ({ parked }: Situation) => !parked;
const unplugged = ({ plugged }: Situation) => !plugged;
const driver = (does: string) => ({ hand: 'the EV driver', does });

const offline: Stage = { act: { link: 'goes offline' } };
const drivesIn: Stage = { when: unparked, act: driver('drives into the parking bay') };
const plugsIn: Stage = { when: unplugged, act: driver('plugs in the cable') };
const presents: Stage = { act: driver('presents <state input idToken>') };
/** Time for the station to start what it is going to report. */
const charges: Stage = { act: { passes: '<transaction duration> seconds' } };

/** Part 6, table 436: a session begins while the link is down; what the station queued is for the case to look at. */
export const startOfflineTransaction: State = {
  name: 'StartOfflineTransaction',
  kind: 'reusable',
  inputs: ['idToken'],
  stages: [offline, drivesIn, presents, plugsIn, charges, { act: { link: 'comes back online' } }],
};

/**
 * Part 6, table 441 (memory): a whole session while the link is down. The link stays down, for only then are its events
 * still queued: coming back online is the stimulus of the case.
 */
export const transactionEventsInQueueEnded: State = {
  name: 'TransactionEventsInQueueEnded',
  kind: 'memory',
  inputs: ['idToken', 'stopped by'],
  before: [{ state: 'TokenKnownOffline' }],
  stages: [
    offline,
    drivesIn,
    plugsIn,
    presents,
    charges,
    { act: driver('presents <state input idToken>') },
    { act: driver('unplugs the cable') },
    { act: driver('leaves the parking bay') },
  ],
};
