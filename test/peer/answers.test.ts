import { describe, expect, it } from 'vitest';
import { AnswerBook, type AnswerRule } from '../../src/peer/answers.ts';
import type { Answer } from '../../src/transport/types.ts';

const said = (text: string): Answer => ({ kind: 'result', payload: { text } });
const every = Number.POSITIVE_INFINITY;
const anything = () => true;

function rule(text: string, remaining = every, more: Partial<AnswerRule> = {}): AnswerRule {
  return {
    action: 'Authorize',
    remaining,
    matches: anything,
    prepared: { kind: 'answer', build: () => said(text) },
    ...more,
  };
}
const nothing = (remaining = every) => rule('', remaining, { prepared: { kind: 'nothing' } });
const restored = (more: Partial<AnswerRule> = {}) => rule('', every, { prepared: { kind: 'default' }, ...more });

const book = () => new AnswerBook((action) => said(`default ${action}`));
const textOf = (answer: Answer) => (answer.kind === 'result' ? answer.payload['text'] : answer.kind);
const ask = async (answers: AnswerBook, request = {}) => textOf(await answers.answer('Authorize', request));

/** An answer that may be pending: what it said so far. */
function watched(answers: AnswerBook, request: Record<string, unknown> = {}) {
  const seen: { text: unknown } = { text: 'waiting' };
  const settled = answers.answer('Authorize', request).then((answer) => {
    seen.text = textOf(answer);
  });
  return { seen, settled };
}

describe('which rule answers', () => {
  it('none: the default of that action', async () => {
    const answers = book();
    answers.add(rule('of another action', every, { action: 'Heartbeat' }));
    expect(await ask(answers)).toBe('default Authorize');
  });

  it('the newest that matches the request', async () => {
    const answers = book();
    answers.add(rule('old'));
    answers.add(rule('new'));
    answers.add(rule('for B', every, { matches: ({ id }) => id === 'B' }));
    expect(await ask(answers, { id: 'A' })).toBe('new');
    expect(await ask(answers, { id: 'B' })).toBe('for B');
  });

  it('`next` before a newer `every`, as often as it says', async () => {
    const answers = book();
    answers.add(rule('next two', 2));
    answers.add(rule('every'));
    expect([await ask(answers), await ask(answers), await ask(answers)]).toEqual(['next two', 'next two', 'every']);
  });

  it('a `next` for other requests is not used up', async () => {
    const answers = book();
    answers.add(rule('for B', 1, { matches: ({ id }) => id === 'B' }));
    expect(await ask(answers, { id: 'A' })).toBe('default Authorize');
    expect(await ask(answers, { id: 'B' })).toBe('for B');
  });

  it('is built from the request', async () => {
    const answers = book();
    answers.add(rule('', every, { prepared: { kind: 'answer', build: ({ id }) => said(String(id)) } }));
    expect(await ask(answers, { id: 'A' })).toBe('A');
  });

  it('the default again once it is restored: older rules are over, newer ones count', async () => {
    const answers = book();
    answers.add(rule('old next', 3));
    answers.add(rule('old every'));
    answers.add(restored());
    expect(await ask(answers)).toBe('default Authorize');
    answers.add(rule('new'));
    expect(await ask(answers)).toBe('new');
  });

  it('a restored default that names some requests leaves the others alone', async () => {
    const answers = book();
    answers.add(rule('old'));
    answers.add(restored({ matches: ({ id }) => id === 'A' }));
    expect(await ask(answers, { id: 'A' })).toBe('default Authorize');
    expect(await ask(answers, { id: 'B' })).toBe('old');
  });
});

describe('a request under `nothing`', () => {
  it('waits, and a newer rule answers it', async () => {
    const answers = book();
    answers.add(nothing());
    const { seen, settled } = watched(answers, { id: 'A' });
    expect(answers.held).toMatchObject([{ action: 'Authorize', request: { id: 'A' } }]);
    answers.add(rule('other action', every, { action: 'Heartbeat' }));
    expect(seen.text).toBe('waiting');
    answers.add(rule('now'));
    await settled;
    expect(seen.text).toBe('now');
    expect(answers.held).toEqual([]);
  });

  it('is answered with the default when that is restored', async () => {
    const answers = book();
    answers.add(nothing());
    const { seen, settled } = watched(answers);
    answers.add(restored());
    await settled;
    expect(seen.text).toBe('default Authorize');
  });

  it('released by `next`: the oldest has it, the others go on waiting', async () => {
    const answers = book();
    answers.add(nothing());
    const [first, second] = [watched(answers, { id: 1 }), watched(answers, { id: 2 })];
    answers.add(rule('next', 1));
    await first.settled;
    expect([first.seen.text, second.seen.text]).toEqual(['next', 'waiting']);
    expect(answers.held.map(({ request }) => request['id'])).toEqual([2]);
    answers.clear();
    await second.settled;
  });

  it('waits on when the newer rule is for other requests', async () => {
    const answers = book();
    answers.add(nothing());
    const { seen, settled } = watched(answers, { id: 'A' });
    answers.add(rule('for B', 1, { matches: ({ id }) => id === 'B' }));
    expect(answers.held).toHaveLength(1);
    expect(seen.text).toBe('waiting');
    answers.clear();
    await settled;
  });

  it('`next nothing` holds one', async () => {
    const answers = book();
    answers.add(nothing(1));
    const { settled } = watched(answers);
    expect(await ask(answers)).toBe('default Authorize');
    answers.clear();
    await settled;
  });
});

describe('the end', () => {
  it('of a case: no rule is left, what waits is not answered', async () => {
    const answers = book();
    answers.add(rule('next', 5));
    answers.add(nothing(1));
    const { seen, settled } = watched(answers);
    answers.clear();
    await settled;
    expect(seen.text).toBe('silence');
    expect(await ask(answers)).toBe('default Authorize');
  });

  it('of a link: what waits is not answered, the rules stay', async () => {
    const answers = book();
    answers.add(rule('every'));
    answers.add(nothing(1));
    const { seen, settled } = watched(answers);
    answers.abandon();
    await settled;
    expect(seen.text).toBe('silence');
    answers.add(rule('next', 1));
    expect([await ask(answers), await ask(answers)]).toEqual(['next', 'every']);
  });
});
