import type { Defect } from '../types.ts';

/** One defect that shows in several seams. */
export const together =
  (...defects: readonly Defect[]): Defect =>
  (parts) =>
    defects.reduce((laid, defect) => defect(laid), parts);
