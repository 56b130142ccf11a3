import { describe, expect, it } from 'vitest';
import { clockTime, finishedLine, startedLine } from '../../src/report/index.ts';

const start = { id: 'TC_A_01_CS', title: 'Basic Authentication', done: 2, total: 10, elapsedMs: 4000 };

describe('progress', () => {
  it.each([
    [400, '0:00'],
    [65_000, '1:05'],
    [3_725_000, '1:02:05'],
  ])('%i ms is %s', (ms, text) => {
    expect(clockTime(ms)).toBe(text);
  });

  it('in a plain log', () => {
    expect(startedLine(start, { terminal: false })).toBe(
      '[ 3/10] TC_A_01_CS Basic Authentication ... elapsed 0:04, about 0:16 left\n',
    );
    expect(
      finishedLine({ ...start, verdict: 'fail', durationMs: 1234, reason: 'no answer' }, { terminal: false }),
    ).toBe(
      '[ 2/10] fail           TC_A_01_CS  Basic Authentication  1.2 s  (elapsed 0:04, about 0:16 left)\n      no answer\n',
    );
    expect(
      finishedLine({ ...start, done: 10, verdict: 'pass', durationMs: 1234, reason: 'x' }, { terminal: false }),
    ).toBe('[10/10] pass           TC_A_01_CS  Basic Authentication  1.2 s  (elapsed 0:04)\n');
  });

  it('on a terminal stays in one line and lets nothing steer it', () => {
    const long = { ...start, title: `\u001b[2J${'long '.repeat(60)}` };
    const running = startedLine(long, { terminal: true, columns: 80 });
    expect(running.startsWith('\r\u001b[K')).toBe(true);
    expect(running.slice(4).length).toBeLessThan(80);
    expect(running.slice(4)).not.toContain('\u001b');
    const done = finishedLine({ ...long, verdict: 'pass', durationMs: 5 }, { terminal: true, columns: 100 });
    expect(done.split('\u001b').map((part) => part.slice(0, 2))).toEqual(['\r', '[K', '[3', '[0']);
  });
});
