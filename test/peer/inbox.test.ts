import { describe, expect, it } from 'vitest';
import { HeldCalls } from '../../src/peer/held-calls.ts';
import { Inbox } from '../../src/peer/inbox.ts';
import type { Answer } from '../../src/transport/types.ts';
import { seen } from '../check/context.ts';

describe('the inbox of a case', () => {
  it('gives what came since a mark and was not used', () => {
    const inbox = new Inbox();
    for (const index of [0, 1, 2]) inbox.add(seen(index, 'HeartbeatRequest', {}));
    inbox.consume([1]);
    expect(inbox.since(1).map(({ index }) => index)).toEqual([2]);
    expect(inbox.since(0).map(({ index }) => index)).toEqual([0, 2]);
    expect(inbox.end).toBe(3);
    expect(inbox.since(inbox.end)).toEqual([]);
  });

  it('takes a merged reading in the place of its first part', () => {
    const inbox = new Inbox();
    inbox.add(seen(0, 'meter reading', { parts: 1 }));
    inbox.add(seen(1, 'HeartbeatRequest', {}));
    inbox.add(seen(0, 'meter reading', { parts: 2 }));
    expect(inbox.all.map(({ fields }) => fields)).toEqual([{ parts: 2 }, {}]);
  });

  it('a message is used when a view of it was', () => {
    const inbox = new Inbox();
    inbox.add({ ...seen(0, 'StatusNotificationRequest', {}), sequence: 7 });
    inbox.add({ ...seen(1, 'connector status', {}), sequence: 7 });
    inbox.consume([1]);
    expect([...inbox.used]).toEqual([7]);
  });

  it('tells its listeners until they have had enough', () => {
    const inbox = new Inbox();
    let told = 0;
    const stop = inbox.onNew(() => {
      told += 1;
    });
    inbox.add(seen(0, 'HeartbeatRequest', {}));
    stop();
    inbox.add(seen(1, 'HeartbeatRequest', {}));
    expect(told).toBe(1);
  });
});

describe('calls that wait for a sentence', () => {
  const answer: Answer = { kind: 'result', payload: { status: 'Accepted' } };

  it('are told, answered once, and gone', () => {
    const held = new HeldCalls();
    const answers: Answer[] = [];
    let told = 0;
    const stop = held.onHeld(() => {
      told += 1;
    });
    held.hold('Reset', 'm-1', { type: 'Immediate' }, (given) => answers.push(given));
    const [call] = held.all;
    expect(call).toMatchObject({ action: 'Reset', messageId: 'm-1', request: { type: 'Immediate' } });
    call?.answer(answer);
    call?.answer({ kind: 'silence' });
    expect(answers).toEqual([answer]);
    expect(held.all).toEqual([]);
    stop();
    held.hold('Reset', 'm-2', {}, () => {});
    expect(told).toBe(1);
  });

  it('are left without an answer when they are abandoned', () => {
    const held = new HeldCalls();
    const answers: Answer[] = [];
    for (const id of ['m-1', 'm-2']) held.hold('Reset', id, {}, (given) => answers.push(given));
    held.abandon();
    expect(answers).toEqual([{ kind: 'silence' }, { kind: 'silence' }]);
    expect(held.all).toEqual([]);
  });
});
