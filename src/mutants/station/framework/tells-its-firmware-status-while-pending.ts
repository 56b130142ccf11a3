import { serving } from '../laying/answers.ts';
import { onlyPending } from '../laying/pending.ts';
import type { StationMutant } from '../types.ts';

/** Asked for a report while Pending, it takes the chance to send a FirmwareStatusNotification too: a message that the case does not name. */
export const tellsItsFirmwareStatusWhilePending: StationMutant = {
  name: 'tells-its-firmware-status-while-pending',
  role: 'station',
  requirement: 'B02.FR.02',
  cases: [{ id: 'TC_B_02_CS', check: 'monitor/before-accepted' }],
  harmless: 'TC_B_01_CS',
  apply: onlyPending(
    (pending) => (parts) =>
      serving('GetBaseReport', (request, honest) => {
        if (pending()) void parts.handlers.TriggerMessage?.({ requestedMessage: 'FirmwareStatusNotification' });
        return honest(request);
      })(parts),
  ),
};
