import type { Defect } from '../types.ts';

/** Values of TxStartPoint or TxStopPoint that the station lets pass as if they were not configured. */
export function unmindfulOf(seam: 'starts' | 'stops', ...ignored: readonly string[]): Defect {
  return (parts) => ({
    ...parts,
    transaction: {
      ...parts.transaction,
      [seam]: (points: readonly string[], now: ReadonlySet<string>) =>
        parts.transaction[seam](
          points.filter((point) => !ignored.includes(point)),
          now,
        ),
    },
  });
}
