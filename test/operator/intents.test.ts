import { expect, test } from 'vitest';
import { orderKeys } from '../../src/csms/index.ts';
import { intentWords, sentence } from '../../src/operator/index.ts';

test('operator and embedded CSMS know the same words for the same messages', () => {
  expect(intentWords).toEqual(orderKeys);
});

test('an intent is one sentence a person can act on', () => {
  expect(sentence('CS-1', { kind: 'send', action: 'Reset', words: [['type', 'OnIdle']] })).toBe(
    'Make the CSMS send a ResetRequest to station CS-1 with type: OnIdle.',
  );
  expect(sentence('CS-1', { kind: 'configure', settings: [['next boot status', 'Pending']] })).toContain(
    'next boot status: Pending',
  );
});
