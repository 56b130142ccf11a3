import type { State } from '../types.ts';

/** Part 6, table 444 (memory), and erratum 6.2.121: the list holds this one token. That it is switched on (the erratum) is configuration of the case. */
export const idTokenLocalAuthList: State = {
  name: 'IdTokenLocalAuthList',
  kind: 'memory',
  inputs: ['idToken', 'SendLocalListRequest'],
  stages: [
    {
      act: {
        sends: 'SendLocalListRequest',
        merge: 'SendLocalListRequest',
        fields: {
          versionNumber: '1',
          updateType: 'Full',
          'localAuthorizationList[0].idToken': '<state input idToken>',
          'localAuthorizationList[0].idTokenInfo.status': 'Accepted',
        },
        answer: { status: 'Accepted' },
      },
    },
  ],
};
