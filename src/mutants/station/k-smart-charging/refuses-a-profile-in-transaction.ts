import type { StationMutant } from '../types.ts';

/** A TxProfile for the transaction under way is refused. */
export const refusesAProfileInTransaction: StationMutant = {
  name: 'refuses-a-profile-in-transaction',
  role: 'station',
  requirement: 'K01.FR.04',
  cases: [{ id: 'TC_K_60_CS', check: 'TC_K_60_CS/3-responds-set-charging-profile-response' }],
  harmless: 'TC_K_01_CS',
  apply: (parts) => ({
    ...parts,
    smartCharging: {
      ...parts.smartCharging,
      refusal: (request) =>
        request.chargingProfile.chargingProfilePurpose === 'TxProfile'
          ? { reasonCode: 'TxNotFound' }
          : parts.smartCharging.refusal(request),
    },
  }),
};
