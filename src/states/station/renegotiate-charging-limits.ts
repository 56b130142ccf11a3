import type { State } from '../types.ts';

const schedule = 'chargingProfile.chargingSchedule[0]';

/** Part 6, table 437, and erratum 6.2.119: the EV asks for other limits, a profile of ten ampere answers it, charging goes on. */
export const renegotiateChargingLimits: State = {
  name: 'RenegotiateChargingLimits',
  kind: 'reusable',
  stages: [
    {
      act: { hand: 'the EV', does: 'asks for new limits' },
      expects: [{ event: 'NotifyEVChargingNeedsRequest', fields: { evseId: '<evse>' } }],
    },
    {
      act: {
        sends: 'SetChargingProfileRequest',
        fields: {
          evseId: '<evse>',
          'chargingProfile.id': '<new id>',
          'chargingProfile.stackLevel': '<stack level>',
          'chargingProfile.chargingProfilePurpose': 'TxProfile',
          'chargingProfile.chargingProfileKind': 'Relative',
          'chargingProfile.transactionId': '<TransactionEventRequest.transactionInfo.transactionId>',
          [`${schedule}.id`]: '<new id>',
          [`${schedule}.duration`]: '300',
          [`${schedule}.chargingRateUnit`]: '<charging rate unit>',
          [`${schedule}.chargingSchedulePeriod`]: '0 s: 10 A',
        },
        answer: { status: 'Accepted' },
      },
      expects: [
        { event: 'NotifyEVChargingScheduleRequest', times: 'any', fields: { evseId: '<evse>' } },
        // Any number, on the way to Charging; which states lie between is not judged here.
        { event: 'TransactionEventRequest', times: 'any', fields: { triggerReason: 'ChargingStateChanged' } },
      ],
    },
  ],
};
