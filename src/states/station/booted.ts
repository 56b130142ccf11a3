import type { State } from '../types.ts';

/** Part 6, table 423: reset, unless a boot of this case is already under way; then boot, status of all connectors, security event. */
export const booted: State = {
  name: 'Booted',
  kind: 'reusable',
  inputs: ['reason'],
  stages: [
    {
      when: ({ booting }) => !booting,
      act: { sends: 'ResetRequest', fields: { type: 'Immediate' }, answer: { status: 'Accepted' } },
    },
    {
      deadline: 'boot',
      expects: [
        {
          when: ({ input }) => input('reason') !== undefined,
          event: 'BootNotificationRequest',
          fields: { reason: '<state input reason>' },
        },
        { when: ({ input }) => input('reason') === undefined, event: 'BootNotificationRequest' },
        { event: 'connector status', fields: { connector: 'each of <connectors>', connectorStatus: 'Available' } },
        // Before the reset a connector may go Unavailable (B11.FR.03).
        { event: 'connector status', times: 'any', fields: { connectorStatus: 'Unavailable' } },
        { event: 'SecurityEventNotificationRequest', fields: { type: 'StartupOfTheDevice or ResetOrReboot' } },
      ],
    },
  ],
};
