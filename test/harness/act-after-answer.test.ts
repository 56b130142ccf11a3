import { expect, it } from 'vitest';
import { frameEvent } from '../../src/timeline/index.ts';
import { makeCase } from './case-bench.ts';

it('a hand moves only after what the station asked has been answered', async () => {
  const { run, stage, step, timeline } = makeCase();
  const frame = (sender: 'Charging Station' | 'CSMS', text: string) =>
    timeline.append(frameEvent(timeline, { sender, attempt: 1, text, binary: false }));
  step('When');
  frame('Charging Station', '[2,"a1","Authorize",{"idToken":{"idToken":"A","type":"Local"}}]');
  const acting = run.perform('act', ['the EV driver', 'plugs in the cable', 'EVSE 1']);
  await new Promise((resolve) => setImmediate(resolve));
  expect(stage.acts).toEqual([]);
  frame('CSMS', '[3,"a1",{"idTokenInfo":{"status":"Accepted"}}]');
  await acting;
  expect(stage.acts).toMatchObject([{ act: 'plug' }]);
});

it('and not before the station has read the answer, for an act takes another way', async () => {
  const { run, stage, step } = makeCase();
  let read = (_heard: boolean) => {};
  Object.assign(run.bench, {
    heard: () =>
      new Promise<boolean>((resolve) => {
        read = resolve;
      }),
  });
  step('When');
  const acting = run.perform('act', ['the EV driver', 'plugs in the cable', 'EVSE 1']);
  await new Promise((resolve) => setImmediate(resolve));
  expect(stage.acts).toEqual([]);
  read(true);
  await acting;
  expect(stage.acts).toMatchObject([{ act: 'plug' }]);
});
