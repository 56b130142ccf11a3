import type { StationMutant } from '../types.ts';

/** SetVariables is not served while Pending. */
export const refusesSettingsWhilePending: StationMutant = {
  name: 'refuses-settings-while-pending',
  role: 'station',
  requirement: 'B02.FR.01',
  cases: [{ id: 'TC_B_02_CS' }],
  harmless: 'TC_B_09_CS',
  apply: (parts) => {
    let pending = false;
    const setVariables = parts.handlers.SetVariables;
    return {
      ...parts,
      boot: {
        ...parts.boot,
        retryAfter: (status, interval) => {
          pending = status === 'Pending';
          return parts.boot.retryAfter(status, interval);
        },
      },
      outgoing: (action, request) => {
        if (action === 'BootNotification') pending = false;
        return parts.outgoing(action, request);
      },
      handlers: {
        ...parts.handlers,
        SetVariables: (request) =>
          pending || setVariables === undefined
            ? { kind: 'error', errorCode: 'SecurityError', errorDescription: 'not before the boot is accepted' }
            : setVariables(request),
      },
    };
  },
};
