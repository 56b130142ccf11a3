export interface CompositePeriod {
  /** Whole seconds from the start. */
  readonly startPeriod: number;
  readonly limit: number;
}

/** Limits carry one decimal (Part 2, 2.1.4), rounded so that no leading limit is exceeded. Pure. */
export function oneDecimal(limit: number): number {
  return Math.floor(limit * 10 + 1e-6) / 10;
}

/**
 * Limits over a time span as periods of whole seconds, equal neighbours merged, first at 0. `limitAt` is asked at `from` and at
 * each change; a second in which the limit changes gets the lower value, so that no limit is exceeded (K08.FR.04). Pure.
 * @param nextChange first moment after `t` (epoch ms) at which the limit may change; Infinity = never.
 */
export function compositePeriods(
  limitAt: (t: number) => number,
  nextChange: (t: number) => number,
  from: number,
  durationSeconds: number,
): CompositePeriod[] {
  const to = from + durationSeconds * 1000;
  const perSecond = new Map<number, number>();
  const note = (second: number, limit: number) =>
    perSecond.set(second, Math.min(perSecond.get(second) ?? Infinity, oneDecimal(limit)));
  for (let start = from; start < to || start === from; ) {
    const end = Math.min(nextChange(start), to);
    const limit = limitAt(start);
    note(Math.floor((start - from) / 1000), limit);
    // From the first whole second that belongs to this stretch alone.
    const whole = Math.ceil((start - from) / 1000);
    if (from + whole * 1000 < end) note(whole, limit);
    // The second in which it ends may be shared with the next one.
    if (start < end) note(Math.floor((end - 1 - from) / 1000), limit);
    if (end <= start) break;
    start = end;
  }
  const periods: CompositePeriod[] = [];
  for (const [startPeriod, limit] of [...perSecond].sort(([a], [b]) => a - b)) {
    if (periods.at(-1)?.limit !== limit) periods.push({ startPeriod, limit });
  }
  return periods;
}
