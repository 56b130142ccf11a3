import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ScaledClock } from '../../src/clock/index.ts';
import { modelRig, NoTerminal, promptRig, sentence } from '../../src/rig/drivers/index.ts';
import { type RigAct, RigModel } from '../../src/rig/model/index.ts';

const description = {
  evses: [
    {
      id: 1,
      phases: 1,
      maxCurrent: 16,
      voltage: 230,
      current: 'AC',
      baySensor: false,
      connectors: [{ id: 1, type: 'sType2', fixedCable: false, hasLock: false }],
    },
  ],
  measures: ['energy'],
  tokenReader: true,
  buttons: [],
  display: false,
} as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function person() {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk) => {
    shown += chunk;
  });
  const rig = promptRig({ terminal: { input, output }, description, clock: new ScaledClock() });
  return { rig, input, shown: () => shown };
}
const plug: RigAct = { act: 'plug', evse: 1 };

describe('a person as the rig', () => {
  it.each([
    ['\n', { outcome: 'done' }],
    ['s no such card\n', { outcome: 'skipped', reason: 'no such card' }],
    ['s\n', { outcome: 'skipped', reason: 'skipped by the operator' }],
    ['F the lock holds it\n', { outcome: 'not-done', reason: 'the lock holds it' }],
    ['what?\n\n', { outcome: 'done' }],
  ])('understands %j', async (typed, outcome) => {
    const { rig, input, shown } = person();
    const told: unknown[] = [];
    rig.subscribe((event) => told.push(event.outcome));
    const performed = rig.perform(plug);
    await vi.waitFor(() => expect(shown()).toContain('Plug the cable into EVSE 1 and into the car.'));
    input.write(typed);
    expect(await performed).toEqual(outcome);
    expect(told).toEqual([outcome]);
    expect((await rig.read()).evses[0]?.connectors[0]?.plugged).toBe(outcome.outcome === 'done');
    await rig.close();
  });

  it('reminds once, and takes no answer for an answer in the end', async () => {
    const { rig, shown } = person();
    const performed = rig.perform(plug);
    await vi.waitFor(() => expect(shown()).toContain('>>> Plug'));
    vi.advanceTimersByTime(60_000);
    await vi.waitFor(() => expect(shown()).toContain('Still waiting: Plug'));
    vi.advanceTimersByTime(240_000);
    expect(await performed).toEqual({ outcome: 'not-done', reason: 'no answer' });
  });

  it('asks one thing at a time, and stops when the terminal is closed', async () => {
    const { rig, input, shown } = person();
    const both = Promise.all([rig.perform(plug), rig.perform({ act: 'unplug', evse: 1 })]);
    await vi.waitFor(() => expect(shown()).toContain('Plug'));
    expect(shown()).not.toContain('Unplug');
    input.write('\n');
    await vi.waitFor(() => expect(shown()).toContain('Unplug'));
    input.end();
    expect(await both).toEqual([{ outcome: 'done' }, { outcome: 'not-done', reason: 'the terminal was closed' }]);
    expect(await rig.perform(plug)).toMatchObject({ outcome: 'not-done' });
  });

  it('measures nothing, and needs a terminal', async () => {
    const { rig } = person();
    expect((await rig.describe()).measures).toEqual([]);
    const terminal = { input: new PassThrough(), output: new PassThrough() };
    expect(() => promptRig({ terminal, description, clock: new ScaledClock() })).toThrow(NoTerminal);
  });
});

it('has a sentence for every act', () => {
  const acts: readonly RigAct[] = [
    { act: 'park', evse: 1 },
    { act: 'leave', evse: 1 },
    { act: 'plug', evse: 1, connector: 2, end: 'EV' },
    { act: 'unplug', evse: 1, end: 'Charging Station' },
    { act: 'present', evse: 2, token: { idToken: '1234', type: 'KeyCode' } },
    { act: 'press', evse: 1, button: 'stop' },
    { act: 'choose', evse: 1, option: 'English' },
    { act: 'charging', evse: 1, change: 'suspend' },
    { act: 'ask', evse: 1, subject: 'new limits' },
    { act: 'power', change: 'cycle' },
    { act: 'network', change: 'cut' },
    { act: 'fault', change: 'raise', fault: 'ground fault', evse: 1 },
    { act: 'meter', evse: 1, energyWh: 10 },
    { act: 'move', quantity: 'temperature', to: 80 },
    { act: 'lock', evse: 1, change: 'fail' },
    { act: 'tamper', change: 'open' },
  ];
  const sentences = acts.map((act) => sentence(act));
  expect(new Set(sentences).size).toBe(acts.length);
  for (const one of sentences) expect(one).toMatch(/^[A-Z].*[.)]$/);
});

it('the model in the same process is a rig', async () => {
  const model = new RigModel({ description, clock: new ScaledClock() });
  const rig = modelRig(model);
  const types: string[] = [];
  rig.subscribe(({ type }) => types.push(type));
  expect(await rig.perform(plug)).toEqual({ outcome: 'done' });
  expect((await rig.read()).evses[0]?.pilot).toBe('B');
  expect(types[0]).toBe('act');
  expect(await rig.describe()).toEqual(description);
  await rig.close();
});
