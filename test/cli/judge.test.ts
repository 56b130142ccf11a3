import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CaseResult, CheckResult } from '../../src/check/verdict.ts';
import { judgeCases } from '../../src/cli/judge.ts';
import type { Run } from '../../src/harness/index.ts';
import { Interrupt } from '../../src/harness/interrupt.ts';

const scenarios = vi.hoisted(() => ({ run: async (_features: string): Promise<boolean> => true }));
vi.mock('../../src/harness/index.ts', () => ({ runScenarios: (features: string) => scenarios.run(features) }));
afterEach(() => {
  scenarios.run = async () => true;
});

type Judged = { readonly verdict: CaseResult['verdict']; readonly message?: string; readonly late?: boolean };
const deadline = '1 HeartbeatRequest did not come';

function resultOf(id: string, { verdict, message, late }: Judged): CaseResult {
  const worse: CheckResult['result'] = verdict === 'fail' || verdict === 'error' ? verdict : 'inconclusive';
  const check: CheckResult = {
    id: `${id}/1-check`,
    level: 'SHALL',
    result: verdict === 'pass' ? 'pass' : worse,
    ...(message === undefined ? {} : { message }),
    ...(late === undefined ? {} : { late }),
  };
  return { id, title: id, verdict, checks: verdict === 'not applicable' ? [] : [check], durationMs: 1 };
}

/** A run whose cases end as listed, one verdict after the other; only what judging uses of it is there. */
function fakeRun(factor: number, ends: readonly Judged[], cucumber = true) {
  const results = new Map<string, CaseResult>();
  const factors: number[] = [];
  const left = [...ends];
  let now = factor;
  const parts = {
    results,
    batch: new Set<string>(),
    factorFor: () => now,
    inRealTime: async (work: () => Promise<unknown>) => {
      now = 1;
      try {
        return await work();
      } finally {
        now = factor;
      }
    },
  };
  const run: Run = Object.assign(Object.create(null), parts, { interrupt: new Interrupt() });
  scenarios.run = async () => {
    const [id = ''] = run.batch;
    factors.push(now);
    const next = left.shift();
    if (next !== undefined) results.set(id, resultOf(id, next));
    return cucumber && next?.verdict === 'pass';
  };
  return { run, factors };
}

async function judged(run: Run, ids: readonly string[] = ['TC_B_01_CS'], requested = () => false) {
  const begun: string[] = [];
  const results: CaseResult[] = [];
  await judgeCases({
    run,
    ids,
    features: 'features',
    stop: {
      get requested() {
        return requested();
      },
      onRequest: () => () => {},
    },
    onBegin: (id) => begun.push(id),
    onResult: (result) => results.push(result),
  });
  return { begun, results };
}
const one = async (factor: number, ...ends: Judged[]) => {
  const { run, factors } = fakeRun(factor, ends);
  const { results } = await judged(run);
  return { result: results[0], factors };
};

describe('a deadline missed on a fast clock', () => {
  it('is tried once more in real time; the same verdict stands', async () => {
    const { result, factors } = await one(
      10,
      { verdict: 'fail', message: deadline, late: true },
      { verdict: 'fail', message: deadline, late: true },
    );
    expect(factors).toEqual([10, 1]);
    expect(result?.verdict).toBe('fail');
    expect(result?.checks).toHaveLength(1);
  });

  it.each([
    [{ verdict: 'fail', message: deadline, late: true }, { verdict: 'pass' }],
    [
      { verdict: 'inconclusive', message: 'the Charging Station did not boot again within 180 s', late: true },
      { verdict: 'pass' },
    ],
    [
      { verdict: 'inconclusive', message: 'CS-1 did not connect within 120 s', late: true },
      { verdict: 'fail', message: 'x' },
    ],
    [{ verdict: 'fail', message: '1 ResetResponse came, waiting for quiet', late: true }, { verdict: 'inconclusive' }],
  ] as const)('%j and then %j is an error of ours', async (first, second) => {
    const { result } = await one(10, first, second);
    expect(result?.verdict).toBe('error');
    expect(result?.reason).toBe(
      `a deadline failed on a clock 10 times as fast (${first.verdict}), and not in real time (${second.verdict}): the harness is too slow for this factor`,
    );
    expect(result?.checks.at(-1)).toMatchObject({ id: 'TC_B_01_CS/clock', result: 'error' });
  });

  it.each([
    ['a pass', 10, { verdict: 'pass' }],
    ['a case that does not apply', 10, { verdict: 'not applicable' }],
    ['a wrong value', 10, { verdict: 'fail', message: 'status: expected Accepted, found Rejected' }],
    ['a deadline in real time', 1, { verdict: 'fail', message: deadline, late: true }],
  ] as const)('%s is not tried again', async (_what, factor, end) => {
    const { result, factors } = await one(factor, end, { verdict: 'error' });
    expect(factors).toEqual([factor]);
    expect(result?.verdict).toBe(end.verdict);
  });
});

describe('what cucumber and the judge say', () => {
  it('a failure of cucumber without a check on record is never a pass', async () => {
    const { run } = fakeRun(1, [{ verdict: 'pass' }], false);
    const { results } = await judged(run);
    expect(results[0]).toMatchObject({
      verdict: 'error',
      reason: expect.stringContaining('without a check on record'),
    });
    expect(results[0]?.checks.at(-1)).toMatchObject({ id: 'TC_B_01_CS/unexplained', result: 'error' });
  });

  it('a scenario that left no result is an error', async () => {
    const { run } = fakeRun(1, []);
    run.results.set('TC_B_01_CS', resultOf('TC_B_01_CS', { verdict: 'pass' }));
    const { results } = await judged(run);
    expect(results).toMatchObject([{ verdict: 'error', reason: 'the scenario did not run to its end', checks: [] }]);
  });
});

describe('several cases', () => {
  const ids = ['TC_B_01_CS', 'TC_B_02_CS', 'TC_B_03_CS'];
  const passes = ids.map(() => ({ verdict: 'pass' }) as const);

  it('are judged one after the other, each in a batch of its own', async () => {
    const { run } = fakeRun(1, passes);
    const { begun, results } = await judged(run, ids);
    expect(begun).toEqual(ids);
    expect(results.map(({ id }) => id)).toEqual(ids);
  });

  it('end between two of them when the run is interrupted', async () => {
    const { run } = fakeRun(1, passes);
    const { begun } = await judged(run, ids, () => run.results.size > 0);
    expect(begun).toEqual(['TC_B_01_CS']);
  });
});
