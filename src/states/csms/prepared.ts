import type { State } from '../types.ts';

/** Ours (TC_O_12_CSMS): our station shows a message of the CSMS; the case reads its id and priority from the request. */
export const displayMessageSet: State = {
  name: 'DisplayMessageSet',
  kind: 'own',
  stages: [
    {
      act: {
        asks: 'SetDisplayMessageRequest',
        words: { text: 'first text', priority: 'NormalCycle' },
        request: { 'message.message.content': 'first text', 'message.priority': 'NormalCycle' },
        answer: { status: 'Accepted' },
      },
    },
  ],
};

/** Ours (TC_D_03_CSMS, TC_N_46_CSMS): the valid token is on the list; our engine takes the list over and answers. */
export const localListSent: State = {
  name: 'LocalListSent',
  kind: 'own',
  stages: [
    {
      act: {
        asks: 'SendLocalListRequest',
        words: { update: 'Full', add: '<valid token>' },
        request: { updateType: 'Full', 'localAuthorizationList[a].idToken': '<valid token>' },
      },
    },
  ],
};
