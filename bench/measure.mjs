/** Quantile of numbers by nearest rank; `share` from 0 to 1. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
export const median = (values) => quantile(values, 0.5);

/** Two digits after the point for numbers below 100, four for those below 1. */
export const rounded = (value) => Number(value.toFixed(Math.abs(value) < 1 ? 4 : 2));
