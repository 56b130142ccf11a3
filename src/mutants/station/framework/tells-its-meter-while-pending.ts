import { serving } from '../laying/answers.ts';
import { onlyPending } from '../laying/pending.ts';
import type { StationMutant } from '../types.ts';

/** Asked for a setting while Pending, it takes the chance to send a MeterValuesRequest too, before the case begins to listen for that. */
export const tellsItsMeterWhilePending: StationMutant = {
  name: 'tells-its-meter-while-pending',
  role: 'station',
  requirement: 'B02.FR.02',
  cases: [{ id: 'TC_B_02_CS', check: 'monitor/before-accepted' }],
  harmless: 'TC_B_01_CS',
  apply: onlyPending(
    (pending) => (parts) =>
      serving('SetVariables', (request, honest) => {
        if (pending()) void parts.handlers.TriggerMessage?.({ requestedMessage: 'MeterValues', evse: { id: 1 } });
        return honest(request);
      })(parts),
  ),
};
