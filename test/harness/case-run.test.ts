import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/check/verdict.ts';
import { judgeCase } from '../../src/harness/case/judge-case.ts';
import { CheckFailed, Inconclusive, NotApplicable } from '../../src/harness/case/outcome.ts';
import { type MadeCase, makeCase } from './case-bench.ts';

const fault = { message: 'expected 5, was 6', expected: '5', actual: '6' };
const failing = ({ run }: MadeCase, level?: Level) =>
  level === undefined ? run.judge(['B01.FR.01'], fault) : run.judge(['B01.FR.01'], fault, level);

describe('a check of a sentence', () => {
  it('under Given that fails is inconclusive: the preamble is not what the case judges', () => {
    const made = makeCase();
    made.step('Given', 'the state is Booted');
    expect(() => failing(made)).toThrow(CheckFailed);
    expect(made.run.checks.verdict).toBe('inconclusive');
    expect(made.run.checks.all).toEqual([
      {
        id: 'TC_B_01_CS/1-state-booted',
        requirement: 'B01.FR.01',
        level: 'SHALL',
        result: 'inconclusive',
        cause: 'preamble',
        ...fault,
      },
    ]);
  });

  it.each(['When', 'Then'] as const)('under %s that fails is a fail', (keyword) => {
    const made = makeCase();
    made.step('Given');
    made.step(keyword);
    expect(() => failing(made)).toThrow(CheckFailed);
    expect(made.run.checks.verdict).toBe('fail');
    expect(made.run.checks.all[0]?.cause).toBeUndefined();
  });

  it.each([
    ['SHOULD', 'warning', 'pass'],
    ['compatibility', 'warning', 'pass'],
    ['MAY', 'observation', 'none'],
  ] as const)('of level %s that fails is a %s and the case goes on', (level, result, verdict) => {
    const made = makeCase();
    made.step('Then');
    failing(made, level);
    expect(made.run.checks.all).toMatchObject([{ level, result }]);
    expect(made.run.checks.verdict).toBe(verdict);
  });

  it('that holds is a pass, with the step in place of a requirement', () => {
    const { run, step, timeline } = makeCase();
    step('Given');
    step('Then', 'the Charging Station sends a HeartbeatRequest');
    run.judge([], undefined);
    expect(run.checks.all).toEqual([
      { id: 'TC_B_01_CS/2-sends-heartbeat-request', requirement: 'TC_B_01_CS/step 2', level: 'SHALL', result: 'pass' },
    ]);
    expect(timeline.events().at(-1)).toMatchObject({
      type: 'check',
      check: 'TC_B_01_CS/2-sends-heartbeat-request',
      result: 'pass',
      phase: 'body',
    });
  });
});

describe('an interrupted sentence', () => {
  const blamed = (error: unknown) => {
    const made = makeCase();
    made.step('When');
    made.run.blame(error);
    return made.run.checks;
  };

  it('that does not apply: not applicable, with the reason', () => {
    const checks = blamed(new NotApplicable('this rig cannot measure power'));
    expect(checks.verdict).toBe('not applicable');
    expect(checks.inapplicable).toBe('this rig cannot measure power');
    expect(checks.all).toEqual([]);
  });

  it.each(['rig', 'network', 'operator', 'sut-not-ready'] as const)(
    'by the %s: inconclusive with that cause',
    (cause) => {
      const checks = blamed(new Inconclusive(cause, 'kept us from judging'));
      expect(checks.verdict).toBe('inconclusive');
      expect(checks.all).toMatchObject([{ cause, message: 'kept us from judging' }]);
    },
  );

  it('by a check that is on record adds nothing', () => {
    expect(blamed(new CheckFailed('on record')).all).toEqual([]);
  });

  it.each([
    ['a bug of ours', new Error('x is not a function'), /^harness: Error: x is not a function/],
    ['something thrown that is no error', 'a text', /^harness: a text$/],
  ])('by %s: error', (_what, error, message) => {
    const checks = blamed(error);
    expect(checks.verdict).toBe('error');
    expect(checks.all[0]?.message).toMatch(message);
  });
});

describe('a sentence carried out', () => {
  it('skips the rest when the case turns out not to apply', async () => {
    const { run, stage, step } = makeCase('csms');
    stage.operatorDoes = () => ({ outcome: 'unavailable', reason: 'declared so' });
    step('When', 'the operator asks the CSMS to send a ResetRequest');
    expect(await run.perform('ask', [false, { amount: 'a', names: ['ResetRequest'] }])).toBe('skipped');
    expect(run.checks.verdict).toBe('not applicable');
    expect(run.checks.inapplicable).toBe('this CSMS has no function to send Reset: declared so');
  });

  it('that the operator skips is inconclusive', async () => {
    const { run, stage, step } = makeCase('csms');
    stage.operatorDoes = () => ({ outcome: 'skipped', reason: 'no time' });
    step('When');
    await expect(run.perform('ask', [false, { amount: 'a', names: ['ResetRequest'] }])).rejects.toThrow(Inconclusive);
    expect(run.checks.all).toMatchObject([{ result: 'inconclusive', cause: 'operator' }]);
  });

  it('that no test may say is an error of the test, whatever the keyword', async () => {
    for (const keyword of ['Given', 'When'] as const) {
      const { run, step } = makeCase();
      step(keyword);
      await expect(run.perform('reach', [{ name: 'Boted' }])).rejects.toThrow('did you mean Booted?');
      expect(run.checks.verdict).toBe('error');
      expect(run.checks.all[0]?.message).toMatch(/^test design: /);
    }
  });

  it('on a rig that cannot is inconclusive: rig; an act without effect is none', async () => {
    const { run, stage, step } = makeCase();
    step('When');
    stage.rigDoes = () => ({ outcome: 'impossible', reason: 'no such button' });
    await expect(run.perform('act', ['the EV driver', 'presses stop', undefined])).rejects.toThrow('no such button');
    expect(run.checks.all).toMatchObject([{ result: 'inconclusive', cause: 'rig' }]);
    const other = makeCase();
    other.stage.rigDoes = () => ({ outcome: 'no-effect' });
    other.step('When');
    await other.run.perform('act', ['the EV driver', 'presses stop', undefined]);
    expect(other.run.checks.all).toEqual([]);
  });

  it('without a connection is inconclusive: network', async () => {
    const { run, stage, step } = makeCase();
    stage.online = false;
    step('When');
    await expect(run.perform('send', ['the CSMS', { amount: 'a', names: ['ResetRequest'] }])).rejects.toThrow(
      'no connection to the Charging Station for 120 s',
    );
    expect(run.checks.all).toMatchObject([{ result: 'inconclusive', cause: 'network' }]);
  });

  it('is not begun when the preconditions were not reached', async () => {
    const { run, stage, step } = makeCase();
    run.abandon(new Inconclusive('network', 'the Charging Station did not connect'));
    step('Given');
    await expect(run.perform('send', ['the CSMS', { amount: 'a', names: ['ResetRequest'] }])).rejects.toThrow(
      'preconditions',
    );
    expect(stage.sent).toEqual([]);
    expect(run.checks.all).toMatchObject([{ id: 'TC_B_01_CS/0-check', result: 'inconclusive', cause: 'network' }]);
  });
});

describe('expecting', () => {
  const heartbeat = [2, 'm1', 'Heartbeat', {}];
  const expecting = ({ run }: MadeCase, requirements: readonly string[] = []) =>
    run.perform('send', [
      'the Charging Station',
      { amount: 'a', names: ['HeartbeatRequest'] },
      undefined,
      requirements,
    ]);

  it('passes with what comes after the mark', async () => {
    const made = makeCase();
    made.says('Charging Station', [2, 'm0', 'Heartbeat', {}]);
    made.step('When');
    made.run.stimulate();
    made.step('Then');
    const expected = expecting(made, ['G02.FR.01']);
    made.says('Charging Station', heartbeat);
    await expected;
    expect(made.run.checks.verdict).toBe('pass');
    expect([...made.run.inbox.used]).toHaveLength(1);
    expect(made.timeline.events().filter(({ type }) => type.startsWith('expectation'))).toMatchObject([
      { type: 'expectation.opened', requirements: ['G02.FR.01'], mark: 2 },
      { type: 'expectation.closed', result: 'met' },
    ]);
  });

  it('fails at the deadline of the configuration, and says what it waited for', async () => {
    const made = makeCase();
    made.step('Then');
    const expected = expecting(made);
    const failed = expect(expected).rejects.toThrow(CheckFailed);
    await made.stage.clock.pass(29.9);
    expect(made.run.checks.all).toEqual([]);
    await made.stage.clock.pass(0.1);
    await failed;
    expect(made.run.checks.verdict).toBe('fail');
    expect(made.run.checks.all[0]).toMatchObject({ result: 'fail', actual: expect.stringContaining('did not come') });
    expect(made.timeline.events().find(({ type }) => type === 'expectation.closed')).toMatchObject({
      result: 'timeout',
    });
  });

  it('under Given it is the preamble that failed', async () => {
    const made = makeCase();
    made.step('Given');
    const failed = expect(expecting(made)).rejects.toThrow(CheckFailed);
    await made.stage.clock.pass(30);
    await failed;
    expect(made.run.checks.all).toMatchObject([{ result: 'inconclusive', cause: 'preamble' }]);
  });

  it('takes no answer of ours for a message of the SUT', async () => {
    const made = makeCase();
    made.step('Then');
    const failed = expect(expecting(made)).rejects.toThrow(CheckFailed);
    made.says('CSMS', heartbeat);
    await made.stage.clock.pass(30);
    await failed;
  });
});

describe('the last step', () => {
  it('passes a case whose checks passed and whose frames fit', async () => {
    const { run, step, says } = makeCase();
    step('Then');
    run.judge([], undefined);
    says('Charging Station', [2, 'm1', 'Heartbeat', {}]);
    await judgeCase(run);
    expect(run.checks.verdict).toBe('pass');
  });

  it('fails a frame of the SUT that breaks its schema, in whatever sentence it came', async () => {
    const { run, step, says } = makeCase();
    step('Then');
    run.judge([], undefined);
    says('Charging Station', [2, 'm1', 'Heartbeat', { extra: 1 }]);
    await expect(judgeCase(run)).rejects.toThrow(CheckFailed);
    expect(run.checks.verdictWith(run.setting.monitors.checks)).toBe('fail');
  });

  it('never blames the SUT for a frame of ours', async () => {
    const { run, step, says } = makeCase();
    step('Then');
    run.judge([], undefined);
    says('CSMS', [2, 'm1', 'Reset', { type: 'Never' }]);
    await expect(judgeCase(run)).rejects.toThrow(CheckFailed);
    expect(run.checks.verdictWith(run.setting.monitors.checks)).toBe('error');
  });

  it('is no pass for a case that judged nothing', async () => {
    const { run, step } = makeCase();
    step('Then');
    await expect(judgeCase(run)).rejects.toThrow('the verdict is none');
  });
});

describe('the end of a case', () => {
  it('comes once, and nothing is seen after it', async () => {
    let finished = 0;
    const { run, says } = makeCase('station', {
      finish: async () => {
        finished += 1;
      },
    });
    await run.end();
    await run.end();
    says('Charging Station', [2, 'm1', 'Heartbeat', {}]);
    expect(finished).toBe(1);
    expect(run.inbox.end).toBe(0);
  });

  it('phases: preamble until the first sentence that is no Given', () => {
    const { step, timeline } = makeCase();
    const phases = (['Given', 'When', 'Given', 'Then'] as const).map((keyword) => {
      step(keyword);
      return timeline.phase;
    });
    expect(phases).toEqual(['preamble', 'body', 'body', 'body']);
  });
});

describe('a sentence that looks back', () => {
  const lookBack = (made: MadeCase) =>
    made.run.perform('lookBack', ['the Charging Station', { amount: 'no', names: ['HeartbeatRequest'] }, []]);

  it('sees what other sentences have used', async () => {
    const made = makeCase();
    made.step('Then', 'the Charging Station has sent no HeartbeatRequest');
    made.says('Charging Station', [2, 'm1', 'Heartbeat', {}]);
    made.run.inbox.consume([0]);
    await expect(lookBack(made)).rejects.toThrow();
  });

  it('sees nothing of what the harness did for itself before the case', async () => {
    const made = makeCase();
    made.says('Charging Station', [2, 'm1', 'Heartbeat', {}]);
    made.run.setAside([0]);
    made.step('Then', 'the Charging Station has sent no HeartbeatRequest');
    await lookBack(made);
    expect(made.run.checks.all.map(({ result }) => result)).toEqual(['pass']);
  });
});
