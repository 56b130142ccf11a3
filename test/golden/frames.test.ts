import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Frame, isAction, parseFrame, schemaFaults } from '../../src/ocpp/index.ts';

interface Vectors {
  readonly frames: readonly { readonly by: string; readonly text: string; readonly frame: readonly unknown[] }[];
  readonly refused: readonly { readonly by: string; readonly text: string; readonly raises: string }[];
}
const { frames, refused }: Vectors = JSON.parse(readFileSync(new URL('frames.json', import.meta.url), 'utf8'));

/** A frame as the array that Part 4 makes of it. */
function asArray(frame: Frame): unknown[] {
  if (frame.kind === 'call') return [2, frame.messageId, frame.action, frame.payload];
  if (frame.kind === 'result') return [3, frame.messageId, frame.payload];
  if (frame.kind === 'error') return [4, frame.messageId, frame.errorCode, frame.errorDescription, frame.errorDetails];
  return [frame.reason, frame.detail];
}

describe('frames written by other implementations', () => {
  it.each(frames)('$by: $text', ({ text, frame }) => {
    expect(asArray(parseFrame(text))).toEqual(frame);
  });

  const calls = frames.filter(({ frame }) => frame[0] === 2);
  it.each(calls)('$by: no fault of the schema in $text', ({ text }) => {
    const read = parseFrame(text);
    if (read.kind !== 'call' || !isAction(read.action)) throw new Error('not a CALL of an action');
    expect(schemaFaults(read.action, 'Request', read.payload)).toEqual([]);
  });

  it('an integer written as 20000.0 or 2e4 is the number 20000', () => {
    const odd = frames.filter(({ text }) => /20000\.0|2e4/.test(text));
    expect(odd.length).toBe(2);
  });

  it.each(refused)('$by refuses $text, and so do we', ({ text }) => {
    expect(parseFrame(text).kind).toBe('malformed');
  });
});
