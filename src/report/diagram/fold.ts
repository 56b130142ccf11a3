import type { Row } from './row.ts';

const keep = 2;

/** Rows that may be folded: nothing special about them but that there are many. */
function keyOf(row: Row | undefined): string | undefined {
  if (row === undefined || row.kind === 'band' || row.kind === 'link') return undefined;
  if (row.tone !== 'normal' && row.tone !== 'quiet') return undefined;
  const title = row.kind === 'state' ? row.title.split(':')[0] : row.title;
  return [row.kind, row.from, row.to, row.dashed, row.outside, title].join('|');
}

/** How often the block of `period` rows at `start` repeats. */
function repeats(rows: readonly Row[], start: number, period: number): number {
  const keys = Array.from({ length: period }, (_, index) => keyOf(rows[start + index]));
  if (keys.includes(undefined)) return 0;
  let times = 1;
  while (keys.every((key, index) => keyOf(rows[start + times * period + index]) === key)) times += 1;
  return times;
}

/** Repeated exchanges (a call and its answer, or one row) of which more than five follow each other become two and a line. */
export function folded(rows: readonly Row[]): Row[] {
  const shown: Row[] = [];
  for (let index = 0; index < rows.length; ) {
    const [period, times] = [1, 2]
      .map((length) => [length, repeats(rows, index, length)] as const)
      .find(([, many]) => many > 5) ?? [1, 1];
    const first = rows[index];
    if (first === undefined) break;
    if (times === 1) {
      shown.push(first);
    } else {
      shown.push(...rows.slice(index, index + keep * period));
      const title = `${times - keep} more like this: ${first.title}`;
      const { sequence, at, elapsed } = rows[index + keep * period] ?? first;
      shown.push({
        ...first,
        kind: 'band',
        sequence,
        at,
        elapsed,
        title,
        details: [],
        tone: 'quiet',
        dashed: false,
        hover: '',
      });
    }
    index += times * period;
  }
  return shown;
}
