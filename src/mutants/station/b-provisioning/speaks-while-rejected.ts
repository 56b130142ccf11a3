import type { StationMutant } from '../types.ts';

/** The status of a connector is told at once although the boot was rejected. */
export const speaksWhileRejected: StationMutant = {
  name: 'speaks-while-rejected',
  role: 'station',
  requirement: 'B03.FR.02',
  cases: [{ id: 'TC_B_03_CS', check: 'TC_B_03_CS/4-sends-no-message-for-1' }],
  harmless: 'TC_B_01_CS',
  apply: (parts) => ({
    ...parts,
    boot: {
      ...parts.boot,
      retryAfter: (status, interval) => {
        if (status === 'Rejected')
          void parts.handlers.TriggerMessage?.({
            requestedMessage: 'StatusNotification',
            evse: { id: 1, connectorId: 1 },
          });
        return parts.boot.retryAfter(status, interval);
      },
      mayBeSent: (status, action, asked) =>
        (status === 'Rejected' && action === 'StatusNotification') || parts.boot.mayBeSent(status, action, asked),
    },
  }),
};
