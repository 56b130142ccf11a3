import type { Situation, State } from '../types.ts';

/** Only a transaction that began before the cable can be told about: at the authorization, or when the EV came. */
const begunInBay = ({ startsAt, parked }: Situation) => startsAt('ParkingBayOccupancy') && parked;
const begun = (situation: Situation) => situation.startsAt('Authorized') || begunInBay(situation);
const endsIt = ({ stopsAt }: Situation) => stopsAt('Authorized');

/**
 * Our own: what EVConnectionTimeOut brings once it is over (TC_E_05, TC_E_39 with erratum 6.2.47, E03.FR.05). Where the bay
 * began the transaction and TxStopPoint has Authorized, the document knows both Ended and Updated.
 */
export const evConnectTimedOut: State = {
  name: 'EVConnectTimedOut',
  kind: 'own',
  stages: [
    {
      deadline: 'transaction',
      expects: [
        { event: 'connector status', times: 'any', fields: { connectorStatus: 'Available' } },
        {
          when: (situation) => begun(situation) && endsIt(situation) && !begunInBay(situation),
          event: 'TransactionEventRequest',
          fields: {
            triggerReason: 'EVConnectTimeout',
            eventType: 'Ended',
            'transactionInfo.stoppedReason': 'Timeout',
          },
        },
        {
          when: (situation) => endsIt(situation) && begunInBay(situation),
          event: 'TransactionEventRequest',
          fields: {
            triggerReason: 'EVConnectTimeout',
            eventType: 'Ended or Updated',
            'transactionInfo.stoppedReason': 'Timeout or omitted',
          },
        },
        {
          when: (situation) => begun(situation) && !endsIt(situation),
          event: 'TransactionEventRequest',
          fields: { triggerReason: 'EVConnectTimeout', eventType: 'Updated' },
        },
      ],
    },
  ],
};
