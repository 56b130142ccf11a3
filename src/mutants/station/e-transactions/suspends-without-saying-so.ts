import { offersNothing } from '../laying/limits.ts';
import { changingRequest } from '../laying/requests.ts';
import { together } from '../laying/together.ts';
import type { StationMutant } from '../types.ts';

/** The change to SuspendedEVSE is told without the new state. */
export const suspendsWithoutSayingSo: StationMutant = {
  name: 'suspends-without-saying-so',
  role: 'station',
  requirement: 'E02.FR.13',
  cases: [{ id: 'TC_K_60_CS', check: 'monitor/charging-state' }],
  harmless: 'TC_E_28_CS',
  apply: together(
    offersNothing,
    changingRequest('TransactionEvent', (event) => {
      const { chargingState, ...transactionInfo } = event.transactionInfo;
      return chargingState === 'SuspendedEVSE' ? { ...event, transactionInfo } : event;
    }),
  ),
};
