import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/clock/index.ts';
import { type Condition, until } from '../../src/harness/waiting.ts';
import { VirtualClock } from '../station/virtual-clock.ts';

/** Something that changes when the test says so. */
class Thing {
  value: string | undefined;
  asked: boolean[] = [];
  readonly listeners = new Set<() => void>();
  readonly condition: Condition<string> = {
    check: (final) => {
      this.asked.push(final);
      return this.value;
    },
    changed: (again) => {
      this.listeners.add(again);
      return () => this.listeners.delete(again);
    },
  };
  becomes(value: string | undefined): void {
    this.value = value;
    for (const listener of [...this.listeners]) listener();
  }
}

describe('waiting for a condition', () => {
  it('is over at once when it holds already', async () => {
    const thing = new Thing();
    thing.value = 'there';
    expect(await until(new VirtualClock(), 1000, thing.condition)).toBe('there');
    expect(thing.listeners.size).toBe(0);
  });

  it('asks at every change, and no more afterwards', async () => {
    const thing = new Thing();
    const result = until(new VirtualClock(), 1000, thing.condition);
    thing.becomes(undefined);
    thing.becomes('there');
    expect(await result).toBe('there');
    thing.becomes('elsewhere');
    expect(thing.asked).toEqual([false, false, false]);
    expect(thing.listeners.size).toBe(0);
  });

  it('decides at the deadline, with what holds then', async () => {
    const clock = new VirtualClock();
    const [never, late] = [new Thing(), new Thing()];
    const results = Promise.all([until(clock, 1000, never.condition), until(clock, 1000, late.condition)]);
    late.value = 'in silence';
    await clock.pass(0.999);
    expect(never.asked).toEqual([false]);
    await clock.pass(0.001);
    expect(await results).toEqual([undefined, 'in silence']);
    expect(never.asked).toEqual([false, true]);
    expect(never.listeners.size).toBe(0);
  });

  it('lets what happens on wall time have its floor on a fast clock', async () => {
    const wall = new VirtualClock();
    const fast: Clock = {
      factor: 10,
      now: () => wall.now() * 10,
      wallNow: () => wall.now(),
      monotonic: () => wall.monotonic(),
      after: (ms, callback) => wall.after(ms / 10, callback),
      afterWall: (ms, callback) => wall.after(ms, callback),
    };
    const over: string[] = [];
    const [plain, floored] = [new Thing(), new Thing()];
    const waits = Promise.all([
      until(fast, 10_000, plain.condition).then(() => over.push('plain')),
      until(fast, 10_000, floored.condition, 3000).then(() => over.push('floored')),
    ]);
    await wall.pass(1);
    expect(over).toEqual(['plain']);
    await wall.pass(2);
    await waits;
    expect(over).toEqual(['plain', 'floored']);
  });

  it('ends with the error of the condition', async () => {
    const thing = new Thing();
    const failing: Condition<string> = {
      ...thing.condition,
      check: () => {
        if (thing.value === undefined) return undefined;
        throw new Error('the condition is broken');
      },
    };
    const result = until(new VirtualClock(), 1000, failing);
    thing.becomes('now');
    await expect(result).rejects.toThrow('the condition is broken');
    expect(thing.listeners.size).toBe(0);
  });
});
