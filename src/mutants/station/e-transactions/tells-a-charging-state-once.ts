import { changingRequest } from '../laying/requests.ts';
import type { Defect, StationMutant } from '../types.ts';

/** Leaves chargingState out of every event in which it is the one that was told last. */
const onlyChanges: Defect = (parts) => {
  const told = new Map<string, string>();
  return changingRequest('TransactionEvent', (event) => {
    const { chargingState, ...transactionInfo } = event.transactionInfo;
    const { transactionId } = transactionInfo;
    if (chargingState === undefined || told.get(transactionId) === chargingState) return { ...event, transactionInfo };
    told.set(transactionId, chargingState);
    return event;
  })(parts);
};

/** Legal: chargingState is required when the state has changed (E02.FR.13). */
export const tellsAChargingStateOnce: StationMutant = {
  name: 'tells-a-charging-state-once',
  role: 'station',
  requirement: 'E02.FR.13',
  cases: [{ id: 'TC_E_01_CS' }, { id: 'TC_E_03_CS' }, { id: 'TC_E_09_CS' }, { id: 'TC_F_01_CS' }],
  odd: true,
  apply: onlyChanges,
};
