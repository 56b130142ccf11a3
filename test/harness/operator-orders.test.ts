import { describe, expect, it } from 'vitest';
import { leaveAsFound } from '../../src/harness/preamble.ts';
import type { OperatorOutcome } from '../../src/operator/types.ts';
import { type MadeCase, makeCase } from './case-bench.ts';

const ask = ({ run }: MadeCase) => run.perform('ask', [false, { amount: 'a', names: ['GetLocalListVersionRequest'] }]);
const request = [2, 'm1', 'GetLocalListVersion', {}];

/** An operator that answers when the test says so, as an API does that waits for the station. */
function slowOperator(made: MadeCase) {
  const answers: ((outcome: OperatorOutcome) => void)[] = [];
  made.stage.operatorDoes = () => new Promise((resolve) => answers.push(resolve));
  return { answer: (outcome: OperatorOutcome) => answers.shift()?.(outcome) };
}
const notes = ({ timeline }: MadeCase) => timeline.events().filter(({ type }) => type === 'note');

describe('an order to an API that answers only after the station has', () => {
  it('is taken when the message is here', async () => {
    const made = makeCase('csms');
    const operator = slowOperator(made);
    made.step('When');
    const asked = ask(made);
    made.says('CSMS', request);
    await asked;
    operator.answer({ outcome: 'accepted' });
    expect(made.timeline.events()).toContainEqual(expect.objectContaining({ type: 'operator', outcome: 'accepted' }));
    expect(notes(made)).toEqual([]);
  });

  it('is not taken by a message that came before the order', async () => {
    const made = makeCase('csms');
    made.says('CSMS', request);
    made.step('When');
    const operator = slowOperator(made);
    const asked = ask(made);
    operator.answer({ outcome: 'not-done', reason: 'HTTP 409' });
    await expect(asked).rejects.toThrow('HTTP 409');
  });

  it('what the API says at last is noted, and the next order waits for it', async () => {
    const made = makeCase('csms');
    const operator = slowOperator(made);
    made.step('When');
    const first = ask(made);
    made.says('CSMS', request);
    await first;
    made.step('When');
    const second = ask(made);
    await Promise.resolve();
    expect(made.stage.orders).toHaveLength(1);
    operator.answer({ outcome: 'not-done', reason: 'HTTP 504' });
    await expect.poll(() => made.stage.orders.length).toBe(2);
    expect(notes(made)).toMatchObject([{ text: expect.stringMatching(/GetLocalListVersion at last: HTTP 504/) }]);
    operator.answer({ outcome: 'accepted' });
    await second;
  });
});

describe('the boot policy of a CSMS', () => {
  const order = (status: string) => ({ kind: 'configure', settings: [['next boot status', status]] });
  const configure = (made: MadeCase, status: string) =>
    made.run.perform('configure', ['the CSMS', { rows: [['next boot status', status]] }]);

  it('is Accepted again after a case that changed it', async () => {
    const made = makeCase('csms');
    made.step('Given');
    await configure(made, 'Pending or Rejected');
    expect(await leaveAsFound(made.run)).toEqual([]);
    expect(made.stage.orders).toEqual([order('Pending or Rejected'), order('Accepted')]);
  });

  it('is left alone when the case itself has put it back, and with restore: false', async () => {
    const made = makeCase('csms');
    made.step('Given');
    await configure(made, 'Pending');
    await configure(made, 'Accepted');
    await leaveAsFound(made.run);
    const kept = makeCase('csms', { config: { restore: false } });
    kept.step('Given');
    await configure(kept, 'Pending');
    await leaveAsFound(kept.run);
    expect(made.stage.orders).toHaveLength(2);
    expect(kept.stage.orders).toHaveLength(1);
  });

  it('that the operator does not put back is told', async () => {
    const made = makeCase('csms');
    made.step('Given');
    await configure(made, 'Pending');
    made.stage.operatorDoes = () => ({ outcome: 'skipped', reason: 'no time' });
    expect(await leaveAsFound(made.run)).toEqual([expect.stringMatching(/^next boot status: .*no time/)]);
  });
});
