import { randomInt } from 'node:crypto';
import { irreversible, UsageError } from '../harness/index.ts';

/** In which order the cases of a plan run; the same seed gives the same order. */
export type Order = { readonly kind: 'catalogue' } | { readonly kind: 'random'; readonly seed: number };

const largestSeed = 2 ** 32 - 1;

/** Reads `--order catalogue|random` and `--seed N`; a random order without a seed gets one. */
export function orderOf(order = 'catalogue', seed?: string): Order {
  if (order !== 'catalogue' && order !== 'random')
    throw new UsageError(`--order ${order}: must be catalogue or random`);
  if (order === 'catalogue') {
    if (seed !== undefined) throw new UsageError(`--seed ${seed}: only --order random has a seed; add --order random`);
    return { kind: 'catalogue' };
  }
  if (seed === undefined) return { kind: 'random', seed: randomInt(1, largestSeed) };
  const number = Number(seed);
  if (/^\d+$/.test(seed) && number <= largestSeed) return { kind: 'random', seed: number };
  throw new UsageError(`--seed ${seed}: must be a whole number from 0 to ${largestSeed}`);
}

/** Numbers from 0 to below 1, the same for the same seed on every machine (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let left = result.length - 1; left > 0; left--) {
    const taken = Math.floor(random() * (left + 1));
    const [a, b] = [result[left], result[taken]];
    if (a === undefined || b === undefined) continue;
    result[left] = b;
    result[taken] = a;
  }
  return result;
}

/** The cases in the order they run; those that cannot be undone come last (DESIGN.md section 7). */
export function inOrder(ids: readonly string[], order: Order): readonly string[] {
  const listed = order.kind === 'random' ? shuffled(ids, generator(order.seed)) : ids;
  const last = (id: string) => irreversible(id) !== undefined;
  return [...listed.filter((id) => !last(id)), ...listed.filter(last)];
}

/** Says a random order before its first case, so that it can be had again. */
export function sayOrder({ order }: { readonly order?: Order }): void {
  if (order?.kind !== 'random') return;
  process.stdout.write(`order: random, seed ${order.seed} (again with --order random --seed ${order.seed})\n`);
}
