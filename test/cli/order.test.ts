import { describe, expect, it } from 'vitest';
import { inOrder, orderOf } from '../../src/cli/order.ts';
import { byProfile } from '../../src/cli/plan.ts';

const ids = Array.from({ length: 30 }, (_, index) => `TC_B_${index}_CS`);

describe('the order of a run', () => {
  it('is the catalogue unless something else is asked for', () => {
    expect(inOrder(ids, orderOf())).toEqual(ids);
    expect(inOrder(ids, orderOf('catalogue'))).toEqual(ids);
  });

  it('is the same for the same seed, another for another, and loses no case', () => {
    const [one, again, other] = ['7', '7', '8'].map((seed) => inOrder(ids, orderOf('random', seed)));
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    expect(one).not.toEqual(ids);
    expect([...(one ?? [])].sort()).toEqual([...ids].sort());
  });

  it('is random with a seed of its own when none is given', () => {
    expect(orderOf('random')).toEqual({ kind: 'random', seed: expect.any(Number) });
  });

  it.each([
    ['shuffled', undefined, '--order shuffled: must be catalogue or random'],
    ['random', 'x', '--seed x: must be a whole number from 0 to 4294967295'],
    ['random', '-1', '--seed -1: must be a whole number'],
    ['random', '4294967296', '--seed 4294967296: must be a whole number'],
    ['catalogue', '7', '--seed 7: only --order random has a seed'],
  ])('%s with seed %s is wrong use', (order, seed, line) => {
    expect(() => orderOf(order, seed)).toThrow(line);
  });
});

describe('a case that cannot be undone', () => {
  it.each(['catalogue', 'random'])('comes last in the order %s', (order) => {
    expect(inOrder(['TC_A_19_CS', ...ids], orderOf(order)).at(-1)).toBe('TC_A_19_CS');
  });

  it('is left out with its reason, unless it is allowed', () => {
    const { can, cannot } = byProfile(['TC_A_19_CS', 'TC_B_01_CS'], 2, { irreversible: false });
    expect(can).toEqual(['TC_B_01_CS']);
    expect(cannot).toEqual([['TC_A_19_CS', expect.stringMatching(/^cannot be undone: .*--allow-irreversible$/)]]);
    expect(byProfile(['TC_A_19_CS'], 2, { irreversible: true }).can).toEqual(['TC_A_19_CS']);
  });
});
