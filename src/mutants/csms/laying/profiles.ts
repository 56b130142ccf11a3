import type { ChargingProfile } from '../../../csms/parts.ts';
import type { Defect } from '../types.ts';

/** Every charging profile of the CSMS is changed after it was made. */
export const changingProfile =
  (change: (profile: ChargingProfile) => ChargingProfile): Defect =>
  (parts) => ({
    ...parts,
    smartCharging: {
      ...parts.smartCharging,
      profile: (facts) => change(parts.smartCharging.profile(facts)),
    },
  });
