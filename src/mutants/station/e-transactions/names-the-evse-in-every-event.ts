import type { Requests } from '../../../ocpp/index.ts';
import { changingRequest } from '../laying/requests.ts';
import type { Defect, StationMutant } from '../types.ts';

/** Remembers the EVSE of each transaction and tells it again and again. */
const again: Defect = (parts) => {
  const places = new Map<string, NonNullable<Requests['TransactionEvent']['evse']>>();
  return changingRequest('TransactionEvent', (event) => {
    const { transactionId } = event.transactionInfo;
    const evse = event.evse ?? places.get(transactionId);
    if (evse === undefined) return event;
    places.set(transactionId, evse);
    return { ...event, evse };
  })(parts);
};

/** Legal: that the EVSE is not repeated is said in Part 2 E 1.5 only, which is informative. */
export const namesTheEvseInEveryEvent: StationMutant = {
  name: 'names-the-evse-in-every-event',
  role: 'station',
  requirement: 'E01.FR.16',
  cases: [{ id: 'TC_E_01_CS' }, { id: 'TC_E_03_CS' }, { id: 'TC_E_15_CS' }, { id: 'TC_F_03_CS' }],
  odd: true,
  apply: again,
};
