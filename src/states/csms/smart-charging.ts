import type { State } from '../types.ts';

/**
 * Part 6, table 710: the needs of the EV, the profile of the CSMS for this transaction, the schedule made of it. After
 * Processing the profile may take 60 seconds, longer than the deadline of a transaction's messages.
 */
export const iso15118SmartCharging: State = {
  name: 'ISO15118SmartCharging',
  kind: 'reusable',
  stages: [
    {
      act: {
        sends: 'NotifyEVChargingNeedsRequest',
        fields: { evseId: '<evse>' },
        answer: { status: 'Accepted or Processing' },
      },
    },
    {
      deadline: 'connection',
      expects: [
        {
          event: 'SetChargingProfileRequest',
          fields: {
            'chargingProfile.chargingProfilePurpose': 'TxProfile',
            'chargingProfile.transactionId': '<TransactionEventRequest.transactionInfo.transactionId>',
          },
        },
      ],
    },
    {
      act: {
        sends: 'NotifyEVChargingScheduleRequest',
        fields: {
          evseId: '<evse>',
          chargingSchedule: '<SetChargingProfileRequest.chargingProfile.chargingSchedule[0]>',
        },
        answer: { status: 'Accepted' },
      },
    },
    {
      act: {
        sends: 'TransactionEventRequest',
        fields: {
          eventType: 'Updated',
          triggerReason: 'ChargingStateChanged',
          'transactionInfo.chargingState': 'Charging',
        },
        answer: {},
      },
    },
  ],
};
