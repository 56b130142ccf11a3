import { serving } from '../laying/answers.ts';
import { onlyPending } from '../laying/pending.ts';
import type { StationMutant } from '../types.ts';

/** Asked for a report while Pending, it takes the chance to send a heartbeat too. */
export const speaksWhilePending: StationMutant = {
  name: 'speaks-while-pending',
  role: 'station',
  requirement: 'B02.FR.02',
  cases: [{ id: 'TC_B_02_CS', check: 'TC_B_02_CS/12-sends-no-heartbeat-request-or-status' }],
  harmless: 'TC_B_01_CS',
  apply: onlyPending(
    (pending) => (parts) =>
      serving('GetBaseReport', (request, honest) => {
        if (pending()) void parts.handlers.TriggerMessage?.({ requestedMessage: 'Heartbeat' });
        return honest(request);
      })(parts),
  ),
};
