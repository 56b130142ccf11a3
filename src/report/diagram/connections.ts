import type { Lanes } from './lanes.ts';
import { palette } from './palette.ts';
import type { Row } from './row.ts';

/** Pale bars between station and CSMS for as long as a connection was open; several may follow each other. */
export function connectionBars(
  rows: readonly { readonly row: Row; readonly y: number; readonly height: number }[],
  { x }: Lanes,
  bottom: number,
): string[] {
  const bars: string[] = [];
  const bar = (top: number, end: number): string =>
    `<rect x="${x.station - 5}" y="${top}" width="${x.csms - x.station + 10}" height="${Math.max(0, end - top)}" fill="${palette.connection}" opacity="0.55"/>`;
  let open: number | undefined;
  for (const { row, y, height } of rows) {
    if (row.connection === 'opens') {
      if (open !== undefined) bars.push(bar(open, y));
      open = y + height / 2;
    } else if (row.connection === 'closes' && open !== undefined) {
      bars.push(bar(open, y + height / 2));
      open = undefined;
    }
  }
  if (open !== undefined) bars.push(bar(open, bottom));
  return bars;
}
