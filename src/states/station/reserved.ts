import type { State } from '../types.ts';

/** Part 6, table 424: an EVSE is reserved; its connectors say so. */
export const reserved: State = {
  name: 'Reserved',
  kind: 'reusable',
  inputs: ['ReserveNowRequest'],
  stages: [
    {
      act: {
        sends: 'ReserveNowRequest',
        merge: 'ReserveNowRequest',
        fields: { evseId: '<evse>', idToken: '<valid token>', expiryDateTime: 'now + 600 seconds' },
        answer: { status: 'Accepted' },
      },
      // The table may choose another EVSE, or none.
      expects: [{ event: 'connector status', times: '1 to 64', fields: { connectorStatus: 'Reserved' } }],
    },
  ],
};
