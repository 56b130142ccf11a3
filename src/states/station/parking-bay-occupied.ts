import type { State } from '../types.ts';

/** Part 6, table 426; optional where there is no bay sensor. */
export const parkingBayOccupied: State = {
  name: 'ParkingBayOccupied',
  kind: 'reusable',
  reached: ({ parked }) => parked,
  stages: [
    {
      act: { hand: 'the EV driver', does: 'drives into the parking bay' },
      expects: [
        {
          when: ({ startsAt }) => startsAt('ParkingBayOccupancy'),
          event: 'TransactionEventRequest',
          fields: { triggerReason: 'EVDetected' },
        },
      ],
    },
  ],
};
