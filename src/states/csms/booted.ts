import type { State } from '../types.ts';

/** Part 6, CSMS state Booted: our station boots, is accepted, and reports its connectors. */
export const booted: State = {
  name: 'Booted',
  kind: 'reusable',
  inputs: ['reason'],
  stages: [
    {
      act: {
        sends: 'BootNotificationRequest',
        fields: { reason: '<state input reason>' },
        answer: { status: 'Accepted' },
      },
    },
    { act: { link: 'reports every connector' } },
  ],
};
