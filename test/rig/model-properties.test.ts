import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RigModel } from '../../src/rig/model/index.ts';
import { hour, rig } from './model-bench.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Move = {
  wait: number;
  doing: 'offer' | 'close' | 'open' | 'plug' | 'unplug' | 'suspend' | 'resume';
  amps: number;
};
const moves = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 2 * hour }),
    doing: fc.constantFrom<Move['doing'][]>('offer', 'close', 'open', 'plug', 'unplug', 'suspend', 'resume'),
    amps: fc.integer({ min: 0, max: 40 }),
  }),
  { maxLength: 25 },
);
function apply(model: RigModel, { doing, amps }: Move) {
  if (doing === 'offer') model.offer(1, amps);
  else if (doing === 'close') model.closeContactor(1);
  else if (doing === 'open') model.openContactor(1);
  else if (doing === 'plug' || doing === 'unplug') model.perform({ act: doing, evse: 1 });
  else model.perform({ act: 'charging', evse: 1, change: doing });
}

describe('properties', () => {
  it('energy is the integral of the power that was told, and never falls', () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 0, max: 99 }), (steps, socPercent) => {
        const { model, events, evse } = rig({ socPercent });
        let energy = 0;
        for (const step of steps) {
          apply(model, step);
          vi.advanceTimersByTime(step.wait);
          const now = evse().energyWh;
          expect(now).toBeGreaterThanOrEqual(energy);
          energy = now;
        }
        let [power, since, integral] = [0, 0, 0];
        for (const { quantity, at, to } of [...events, { quantity: 'power', at: Date.now(), to: 0 }]) {
          if (quantity !== 'power' || typeof to !== 'number') continue;
          integral += (power * (at - since)) / hour;
          [power, since] = [to, at];
        }
        expect(Math.abs(integral - energy)).toBeLessThan(0.2); // events carry whole milliseconds
        model.close();
      }),
      { numRuns: 60 },
    );
  });

  it('an open contactor, an empty socket or less than 6 A mean no power; the offer is never exceeded', () => {
    fc.assert(
      fc.property(moves, (steps) => {
        const { model, evse } = rig();
        for (const step of steps) {
          apply(model, step);
          const { contactor, connectors, offeredA, powerW, currentA, pilot } = evse();
          if (contactor === 'open' || !connectors[0]?.plugged || offeredA < 6) expect(powerW).toBe(0);
          if (powerW > 0) expect(pilot).toBe('C');
          for (const amps of Object.values(currentA)) expect(amps).toBeLessThanOrEqual(offeredA);
          vi.advanceTimersByTime(step.wait);
        }
        model.close();
      }),
      { numRuns: 60 },
    );
  });

  it('events are numbered without gaps, and their times never fall', () => {
    fc.assert(
      fc.property(moves, (steps) => {
        const { model, events } = rig();
        for (const step of steps) {
          apply(model, step);
          vi.advanceTimersByTime(step.wait);
        }
        expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
        const times = events.map(({ at }) => at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        model.close();
      }),
      { numRuns: 40 },
    );
  });
});
