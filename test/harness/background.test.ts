import { describe, expect, it } from 'vitest';
import { CheckFailed } from '../../src/harness/case/outcome.ts';
import { type MadeCase, makeCase } from './case-bench.ts';

const table = {
  rows: [
    ['event', 'evse', 'connectorStatus'],
    ['connector status', '1', 'Occupied'],
    ['connector status', '1', 'Available'],
  ],
};
let id = 0;
const reports = ({ says, run }: MadeCase, evseId: number, connectorStatus: string) =>
  says('Charging Station', [
    2,
    `m${++id}`,
    'StatusNotification',
    { timestamp: new Date(run.clock.now()).toISOString(), evseId, connectorId: 1, connectorStatus },
  ]);

/** EVSE 1 gets a cable and loses it; meanwhile EVSE 2 tells its status without being asked. */
async function meanwhile(statusOfTheOther: string, plugged: readonly number[] = [1]): Promise<MadeCase> {
  const made = makeCase();
  made.step('When');
  for (const evse of plugged) await made.run.perform('act', ['the EV driver', 'plugs in the cable', `EVSE ${evse}`]);
  made.step('Then');
  const expected = made.run.perform('sendPattern', ['the Charging Station', 'in order', undefined, [], table]);
  reports(made, 1, 'Occupied');
  reports(made, 2, statusOfTheOther);
  reports(made, 1, 'Available');
  await expected.catch((error: unknown) => {
    if (!(error instanceof CheckFailed)) throw error;
  });
  return made;
}

describe('a connector that tells its status again', () => {
  it('is background when the status is what its own EVSE has', async () => {
    expect((await meanwhile('Available')).run.checks.verdict).toBe('pass');
    expect((await meanwhile('Occupied', [1, 2])).run.checks.verdict).toBe('pass');
  });

  it('is none when no cable is in at that EVSE, whatever is plugged in elsewhere', async () => {
    expect((await meanwhile('Occupied')).run.checks.verdict).toBe('fail');
  });
});
