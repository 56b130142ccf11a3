import type { CsmsHandlers } from '../../../csms/parts.ts';
import type { CsmsMutant } from '../types.ts';

/** The connection is closed after a Pending. */
export const closesWhilePending: CsmsMutant = {
  name: 'closes-while-pending',
  role: 'csms',
  requirement: 'B02.FR.06',
  cases: [{ id: 'TC_B_02_CSMS', check: 'TC_B_02_CSMS/4-makes-no-disconnection-for' }],
  harmless: 'TC_B_01_CSMS',
  apply: (parts) => {
    const honest = parts.handlers.BootNotification;
    if (honest === undefined) return parts;
    const handlers: CsmsHandlers = {
      ...parts.handlers,
      BootNotification: async (request, line) => {
        const answer = await honest(request, line);
        if (line.record.bootStatus === 'Pending') line.afterwards(() => line.close('come back later'));
        return answer;
      },
    };
    return { ...parts, handlers };
  },
};
