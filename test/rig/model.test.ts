import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RigAct, RigDescription } from '../../src/rig/model/index.ts';
import { charge, hour, rig, socketAndDc } from './model-bench.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('control pilot (IEC 61851-1)', () => {
  it('is A without EV, B connected, C when 6 A are offered and the EV wants energy', () => {
    const { model, evse } = rig();
    expect(evse().pilot).toBe('A');
    model.perform({ act: 'plug', evse: 1 });
    expect(evse().pilot).toBe('B');
    model.offer(1, 5.9);
    expect(evse().pilot).toBe('B');
    model.offer(1, 6);
    expect(evse().pilot).toBe('C');
    model.perform({ act: 'charging', evse: 1, change: 'suspend' });
    expect(evse()).toMatchObject({ pilot: 'B', evState: 'suspended' });
    model.perform({ act: 'charging', evse: 1, change: 'resume' });
    expect(evse().pilot).toBe('C');
    model.perform({ act: 'unplug', evse: 1 });
    expect(evse()).toMatchObject({ pilot: 'A', evState: 'absent' });
  });

  it('is E on a shorted pilot and without mains, F without the diode', () => {
    const { model, evse } = rig();
    model.perform({ act: 'fault', change: 'raise', fault: 'pilot short', evse: 1 });
    expect([evse(1).pilot, evse(2).pilot]).toEqual(['E', 'A']);
    model.perform({ act: 'fault', change: 'clear', fault: 'pilot short', evse: 1 });
    model.perform({ act: 'fault', change: 'raise', fault: 'pilot fault' });
    expect([evse(1).pilot, evse(2).pilot]).toEqual(['F', 'F']);
    model.perform({ act: 'power', change: 'cut' });
    expect(evse(2).pilot).toBe('E');
  });
});

describe('power and energy', () => {
  it('flows only with the contactor closed and the EV drawing, within offer, cable and EV', () => {
    const { model, evse } = rig();
    model.perform({ act: 'plug', evse: 1 });
    model.offer(1, 10);
    expect(evse().powerW).toBe(0);
    model.closeContactor(1);
    expect(evse()).toMatchObject({ powerW: 6900, evState: 'charging', currentA: { L1: 10, L2: 10, L3: 10 } });
    model.offer(1, 32);
    expect(evse().powerW).toBeCloseTo(11_040, 6); // the EV takes no more
    model.offer(1, 10, 1);
    expect(evse()).toMatchObject({ powerW: 2300, currentA: { L1: 10, L2: 0, L3: 0 } });
    model.openContactor(1);
    expect(evse()).toMatchObject({ powerW: 0, pilot: 'C', evState: 'connected' });
  });

  it('is counted without anybody looking, per phase', () => {
    const { model } = rig();
    charge(model, 1, 10);
    vi.advanceTimersByTime(hour / 2);
    expect(model.meter(1)).toMatchObject({ energyWh: 3450, energyPerPhaseWh: { L1: 1150, L2: 1150, L3: 1150 } });
  });

  it('tapers in steps above 80 % and ends when full, each step told at its own time', () => {
    const { model, events, evse } = rig({ batteryWh: 10_000, socPercent: 79, maxPowerW: 11_040 });
    charge(model, 1, 16);
    const begun = Date.now();
    vi.advanceTimersByTime(2 * hour);
    expect(evse()).toMatchObject({ evState: 'full', pilot: 'B', powerW: 0 });
    expect(evse().energyWh).toBeCloseTo(2100, 6);
    const powers = events.filter(({ quantity }) => quantity === 'power');
    expect(powers).toHaveLength(1 + 20 + 1); // on, twenty steps, off
    expect(powers[1]?.at).toBe(begun + Math.round((100 / 11_040) * hour));
    expect(powers.at(-1)?.to).toBe(0);
  });

  it('serves DC directly and lets the station see the state of charge', () => {
    const { model } = rig({ socPercent: 20 });
    charge(model, 2, 100);
    expect(model.meter(2)).toMatchObject({ powerW: 40_000, currentA: { L1: 100, L2: 0, L3: 0 }, socPercent: 20 });
    expect(model.meter(1)).not.toHaveProperty('socPercent');
  });

  it('has a register that can be set', () => {
    const { model, sensed, evse } = rig();
    model.perform({ act: 'meter', evse: 1, energyWh: 6000 });
    expect(evse().energyWh).toBe(6000);
    expect(sensed).toContainEqual({ sensor: 'meter', evse: 1, energyWh: 6000 });
  });
});

describe('cable and lock', () => {
  it('tells a half-plugged cable from a plugged one, and does not see a cable that is in at the EV only', () => {
    const { model, sensed, evse } = rig();
    model.perform({ act: 'plug', evse: 1, end: 'EV' });
    expect(evse().connectors[0]).toMatchObject({ plugged: false, halfPlugged: true });
    expect(sensed).toEqual([]);
    model.perform({ act: 'plug', evse: 1, end: 'Charging Station' });
    expect(sensed).toEqual([
      { sensor: 'cable', evse: 1, connector: 1, plugged: true, half: false },
      { sensor: 'pilot', evse: 1, from: 'A', to: 'B' },
    ]);
    model.perform({ act: 'unplug', evse: 1 });
    model.perform({ act: 'plug', evse: 1, half: true });
    expect(evse().connectors[0]).toMatchObject({ plugged: false, halfPlugged: true });
    expect(evse().pilot).toBe('A');
    model.perform({ act: 'plug', evse: 1 });
    expect(evse().pilot).toBe('B');
  });

  it('holds a locked plug until the lock opens', () => {
    const { model, evse } = rig();
    expect(model.lock(1, 1)).toBe(false); // nothing to hold
    model.perform({ act: 'plug', evse: 1 });
    expect(model.lock(1, 1)).toBe(true);
    expect(model.perform({ act: 'unplug', evse: 1, end: 'Charging Station' }).outcome).toBe('not-done');
    expect(model.perform({ act: 'unplug', evse: 1 })).toMatchObject({ outcome: 'done' });
    expect(evse()).toMatchObject({
      pilot: 'A',
      evState: 'absent',
      connectors: [{ halfPlugged: true, lock: 'locked' }],
    });
    expect(model.unlock(1, 1)).toBe(true);
    expect(evse().connectors[0]).toMatchObject({ plugged: false, halfPlugged: false, lock: 'unlocked' });
  });

  it('holds the vehicle end of a fixed cable', () => {
    const { model, evse } = rig();
    charge(model, 2, 100);
    model.lock(2, 1);
    model.perform({ act: 'unplug', evse: 2 });
    expect(evse(2)).toMatchObject({ evState: 'charging' });
    model.unlock(2, 1);
    expect(evse(2)).toMatchObject({ evState: 'absent', powerW: 0 });
  });

  it('cannot move a lock that failed', () => {
    const { model, evse } = rig();
    model.perform({ act: 'plug', evse: 1 });
    model.lock(1, 1);
    model.perform({ act: 'lock', evse: 1, change: 'fail' });
    expect(evse().connectors[0]?.lock).toBe('failed');
    expect(model.unlock(1, 1)).toBe(false);
    model.perform({ act: 'lock', evse: 1, change: 'repair' });
    expect(evse().connectors[0]?.lock).toBe('locked');
    expect(model.unlock(1, 1)).toBe(true);
  });

  it('keeps the battery of an EV that is unplugged at its own end only', () => {
    const { model, evse } = rig({ batteryWh: 10_000, socPercent: 20 });
    charge(model, 1, 16);
    vi.advanceTimersByTime(hour / 4);
    const soc = evse().socPercent;
    model.perform({ act: 'unplug', evse: 1, end: 'EV' });
    model.perform({ act: 'plug', evse: 1, end: 'EV' });
    expect(evse().socPercent).toBe(soc);
    model.perform({ act: 'unplug', evse: 1 });
    model.perform({ act: 'plug', evse: 1 });
    expect(evse().socPercent).toBe(20);
  });
});

describe('mains and network', () => {
  it('a cut opens the contactor and silences the sensors; what happened meanwhile is there after it', () => {
    const { model, sensed, evse } = rig();
    charge(model);
    sensed.length = 0;
    model.perform({ act: 'power', change: 'cut' });
    expect(sensed).toEqual([{ sensor: 'power', on: false }]);
    expect(evse()).toMatchObject({ contactor: 'open', offeredA: 0, powerW: 0, voltageV: { L1: 0, L2: 0, L3: 0 } });
    model.closeContactor(1);
    expect(evse().contactor).toBe('open');
    model.perform({ act: 'unplug', evse: 1 });
    expect(model.perform({ act: 'present', evse: 1, token: { idToken: 'AB', type: 'ISO14443' } }).outcome).toBe(
      'no-effect',
    );
    model.perform({ act: 'power', change: 'restore' });
    expect(sensed).toEqual([
      { sensor: 'power', on: false },
      { sensor: 'power', on: true },
    ]);
    expect(model.sense(1).connectors[0]?.plugged).toBe(false);
  });

  it('a cycle is a cut the station notices before the power is back', () => {
    const { model } = rig();
    const seen: unknown[] = [];
    model.onSensor((event) => seen.push([event.sensor, model.powered]));
    expect(model.perform({ act: 'power', change: 'cycle' })).toEqual({ outcome: 'done' });
    expect(seen).toEqual([
      ['power', false],
      ['power', true],
    ]);
  });

  it('tells the station about the network, faults and tampering', () => {
    const { model, sensed } = rig();
    model.perform({ act: 'network', change: 'cut' });
    model.perform({ act: 'fault', change: 'raise', fault: 'ground fault', evse: 2 });
    model.perform({ act: 'tamper', change: 'open' });
    expect(sensed).toEqual([
      { sensor: 'network', up: false },
      { sensor: 'fault', fault: 'ground fault', active: true, evse: 2 },
      { sensor: 'tamper', open: true },
    ]);
    expect(model.read()).toMatchObject({
      network: 'down',
      tampered: true,
      faults: [{ fault: 'ground fault', evse: 2 }],
    });
  });
});

describe('outcomes of acts this hardware cannot do', () => {
  const bare: RigDescription = { ...socketAndDc, tokenReader: false, buttons: [], display: false };
  it.each<[RigAct, string]>([
    [{ act: 'park', evse: 2 }, 'no-effect'],
    [{ act: 'present', evse: 1, token: { idToken: 'AB', type: 'ISO14443' } }, 'impossible'],
    [{ act: 'press', evse: 1, button: 'start' }, 'impossible'],
    [{ act: 'choose', evse: 1, option: 'English' }, 'impossible'],
    [{ act: 'plug', evse: 9 }, 'impossible'],
    [{ act: 'plug', evse: 1, connector: 7 }, 'impossible'],
    [{ act: 'unplug', evse: 1 }, 'no-effect'],
    [{ act: 'unplug', evse: 2, end: 'Charging Station' }, 'no-effect'],
    [{ act: 'charging', evse: 1, change: 'suspend' }, 'not-done'],
    [{ act: 'ask', evse: 1, subject: 'new limits' }, 'not-done'],
    [{ act: 'fault', change: 'clear', fault: 'ground fault' }, 'no-effect'],
    [{ act: 'power', change: 'restore' }, 'no-effect'],
  ])('%j -> %s', (act, outcome) => {
    const { model, events } = rig({}, bare);
    expect(model.perform(act)).toMatchObject({ outcome, reason: expect.any(String) });
    expect(events[0]).toMatchObject({ type: 'act', act, outcome: { outcome } });
  });

  it('an actuator call for an EVSE that is not there is a bug of the caller', () => {
    const { model } = rig();
    expect(() => model.offer(9, 6)).toThrow('this rig has no EVSE 9; it has 1, 2');
    expect(() => model.offer(1, Number.NaN)).toThrow('cannot be offered');
  });
});

it('listeners may act on the rig: what follows is told afterwards, in order', () => {
  const { model, events } = rig();
  model.onSensor((event) => {
    if (event.sensor === 'cable' && event.plugged) model.offer(event.evse, 16);
    if (event.sensor === 'pilot' && event.to === 'C') model.closeContactor(event.evse);
  });
  model.perform({ act: 'plug', evse: 1 });
  expect(events.map(({ type, quantity, to }) => [type, quantity, to])).toEqual([
    ['act', undefined, undefined],
    ['change', 'plugged', true],
    ['change', 'pilot', 'B'],
    ['change', 'ev', 'connected'],
    ['change', 'pilot', 'C'],
    ['change', 'offered', 16],
    ['change', 'contactor', 'closed'],
    ['change', 'power', 11_040],
    ['change', 'ev', 'charging'],
  ]);
});
