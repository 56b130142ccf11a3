import { describe, expect, it } from 'vitest';
import { Inconclusive } from '../../src/harness/case/outcome.ts';
import { Interrupt } from '../../src/harness/interrupt.ts';
import { bounded } from '../../src/harness/restoring.ts';
import { VirtualClock } from '../station/virtual-clock.ts';
import { type MadeCase, makeCase } from './case-bench.ts';

const never = <T>() => new Promise<T>(() => {});
const sentence: Readonly<Record<string, (made: MadeCase) => Promise<unknown>>> = {
  'an expectation': ({ run }) =>
    run.perform('send', ['the Charging Station', { amount: 'a', names: ['HeartbeatRequest'] }, undefined, []]),
  'time that passes': ({ run }) => run.perform('pass', ['3600 seconds']),
  'a hand that does not answer': (made) => {
    made.stage.rigDoes = () => {
      throw new Error('replaced');
    };
    made.stage.rig.perform = () => never();
    return made.run.perform('act', ['the EV driver', 'plugs in the cable', undefined]);
  },
  'an answer to our last CALL': ({ run }) => {
    run.pending = never();
    return run.perform('send', ['the CSMS', { amount: 'a', names: ['ResetRequest'] }]);
  },
};

describe('an interrupted run', () => {
  it.each(Object.keys(sentence))('does not wait for %s any longer, and the case is inconclusive', async (name) => {
    const made = makeCase();
    made.step('Then');
    const waiting = sentence[name]?.(made);
    const ended = expect(waiting).rejects.toThrow('the run was interrupted before this case ended');
    made.run.interrupt.request();
    await ended;
    expect(made.run.checks.all).toMatchObject([{ result: 'inconclusive', cause: 'operator' }]);
    expect(made.stage.clock.pending).toBe(0);
  });

  it('begins nothing new', async () => {
    const { run, stage, step } = makeCase();
    run.interrupt.request();
    step('When');
    await expect(run.perform('pass', ['1 seconds'])).rejects.toThrow(Inconclusive);
    expect(stage.clock.pending).toBe(0);
  });

  it('still restores, but no longer than its limit', async () => {
    const [interrupt, clock] = [new Interrupt(), new VirtualClock()];
    interrupt.request();
    expect(await bounded({ interrupt, clock }, () => interrupt.orStop(Promise.resolve('done')), 'cut off')).toBe(
      'done',
    );
    const cut = bounded({ interrupt, clock }, () => never<string>(), 'cut off');
    await clock.pass(15);
    expect(await cut).toBe('cut off');
  });

  it('that was not interrupted waits for restore as long as it takes', async () => {
    const [interrupt, clock] = [new Interrupt(), new VirtualClock()];
    let finish = (_text: string) => {};
    const slow = bounded(
      { interrupt, clock },
      () =>
        new Promise<string>((resolve) => {
          finish = resolve;
        }),
      'cut off',
    );
    await clock.pass(60);
    finish('done');
    expect(await slow).toBe('done');
  });
});
