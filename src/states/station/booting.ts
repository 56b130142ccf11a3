import type { State } from '../types.ts';

/** Part 6, table 422. */
export const booting: State = {
  name: 'Booting',
  kind: 'reusable',
  reached: ({ booting }) => booting,
  stages: [{ act: { sends: 'ResetRequest', fields: { type: 'Immediate' }, answer: { status: 'Accepted' } } }],
};
