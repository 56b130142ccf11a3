import type { Requests } from '../../../ocpp/index.ts';
import { changingRequest } from '../laying/requests.ts';
import type { Defect, StationMutant } from '../types.ts';

type Place = Requests['TransactionEvent']['evse'];

/** Keeps EVSE and connector back for the event after the one that has to tell them. */
const later: Defect = (parts) => {
  let kept: Place;
  return changingRequest('TransactionEvent', ({ evse, ...event }) => {
    const told = kept;
    kept = evse;
    return told === undefined ? event : { ...event, evse: told };
  })(parts);
};

/** The connector is named one event after the EV has connected. */
export const namesTheConnectorTooLate: StationMutant = {
  name: 'names-the-connector-too-late',
  role: 'station',
  requirement: 'E01.FR.16',
  cases: [{ id: 'TC_F_03_CS', check: 'monitor/transaction-identity' }],
  harmless: 'TC_E_28_CS',
  apply: later,
};
