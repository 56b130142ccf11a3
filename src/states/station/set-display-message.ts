import type { State } from '../types.ts';

/** Erratum of Part 6 (2025-06, memory): the station shows a message. */
export const setDisplayMessage: State = {
  name: 'SetDisplayMessage',
  kind: 'erratum',
  inputs: ['SetDisplayMessageRequest'],
  stages: [
    {
      act: {
        sends: 'SetDisplayMessageRequest',
        merge: 'SetDisplayMessageRequest',
        fields: { message: '<display message>' },
        answer: { status: 'Accepted' },
      },
    },
  ],
};
