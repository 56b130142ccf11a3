import { describe, expect, it } from 'vitest';
import { makeCase } from './case-bench.ts';

describe('the mark', () => {
  it('is set by the first stimulus after an expectation; the others share it', () => {
    const { run, says } = makeCase();
    run.stimulate();
    says('Charging Station', [2, 'm1', 'Heartbeat', {}]);
    run.stimulate();
    expect(run.mark).toBe(0);
    run.expected();
    run.stimulate();
    expect(run.mark).toBe(1);
  });
});
