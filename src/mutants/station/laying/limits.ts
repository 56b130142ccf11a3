import type { Defect } from '../types.ts';

/** A limit of a profile, however high, becomes no energy at all: less is always allowed (K08.FR.04). */
export const offersNothing: Defect = (parts) => ({
  ...parts,
  smartCharging: {
    ...parts.smartCharging,
    limitNow: (evseId) => (Number.isFinite(parts.smartCharging.limitNow(evseId)) ? 0 : Number.POSITIVE_INFINITY),
  },
});
