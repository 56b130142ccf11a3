import { offersNothing } from '../laying/limits.ts';
import { changingRequest } from '../laying/requests.ts';
import { together } from '../laying/together.ts';
import type { StationMutant } from '../types.ts';

/** A suspension by smart charging is told as if an UnlockConnectorRequest, which nobody sent, were its reason. */
export const claimsAnUnlockCommand: StationMutant = {
  name: 'claims-an-unlock-command',
  role: 'station',
  requirement: 'E02.FR.15',
  cases: [{ id: 'TC_K_60_CS', check: 'monitor/transaction-reasons' }],
  harmless: 'TC_E_28_CS',
  apply: together(
    offersNothing,
    changingRequest('TransactionEvent', (event) =>
      event.transactionInfo.chargingState === 'SuspendedEVSE' ? { ...event, triggerReason: 'UnlockCommand' } : event,
    ),
  ),
};
