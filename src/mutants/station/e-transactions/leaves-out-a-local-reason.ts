import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** Legal: stoppedReason may be left out when it is Local (E06.FR.09). */
export const leavesOutALocalReason: StationMutant = {
  name: 'leaves-out-a-local-reason',
  role: 'station',
  requirement: 'E06.FR.08',
  cases: [{ id: 'TC_E_15_CS' }, { id: 'TC_B_21_CS' }],
  odd: true,
  apply: changingRequest('TransactionEvent', (event) => {
    const { stoppedReason, ...transactionInfo } = event.transactionInfo;
    return stoppedReason === 'Local' ? { ...event, transactionInfo } : event;
  }),
};
