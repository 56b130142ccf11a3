import { describe, expect, it } from 'vitest';
import { examplesOf, RunMonitors } from '../../../src/check/monitors/run.ts';
import { changesBetween, replayCase } from '../../../src/check/replay/index.ts';
import { leftoverChecks } from '../../../src/harness/case/judge-case.ts';
import { CheckFailed } from '../../../src/harness/case/outcome.ts';
import type { TimelineEvent } from '../../../src/timeline/events.ts';
import { type MadeCase, makeCase } from '../../harness/case-bench.ts';
import { schemas } from '../context.ts';

const sut = 'Charging Station';
/** Monitors of a run of its own for each judgement. */
const options = {
  sut,
  schemas,
  get monitors() {
    return new RunMonitors({ sut });
  },
} as const;

/** What a file would hold: plain JSON. */
const written = (events: readonly TimelineEvent[]): TimelineEvent[] => JSON.parse(JSON.stringify(events));

const table = (...rows: string[][]) => ({ rows });
const expectBoot = (made: MadeCase, reason: string) =>
  made.run.perform('send', [
    'the Charging Station',
    { amount: 'a', names: ['BootNotificationRequest'] },
    undefined,
    ['B01.FR.01'],
    table(['reason', reason]),
  ]);
const boot = (id: string, reason: string) => [
  2,
  id,
  'BootNotification',
  { reason, chargingStation: { model: 'M', vendorName: 'V' } },
];

/** A case that waits for a boot with this reason, as it was recorded. */
async function recorded(wanted: string, said: string | undefined): Promise<MadeCase> {
  const made = makeCase();
  made.step('When', 'the Charging Station sends a BootNotificationRequest');
  const waiting = expectBoot(made, wanted).catch((error: unknown) => {
    if (!(error instanceof CheckFailed)) throw error;
  });
  if (said === undefined) await made.stage.clock.pass(400_000);
  else made.says('Charging Station', boot('1', said));
  await waiting;
  for (const check of leftoverChecks(made.run)) made.run.check(check);
  made.timeline.setPhase('restore');
  made.timeline.append({ type: 'verdict', verdict: made.run.checks.verdict });
  return made;
}

describe('a recording judged again', () => {
  it.each([
    ['met', 'PowerUp', 'PowerUp', 'pass'],
    ['a wrong value', 'PowerUp', 'Watchdog', 'fail'],
    ['nothing came', 'PowerUp', undefined, 'fail'],
    ['alternatives', 'Watchdog or PowerUp', 'PowerUp', 'pass'],
  ] as const)('gives the same verdict: %s', async (_what, wanted, said, verdict) => {
    const made = await recorded(wanted, said);
    expect(made.run.checks.verdict).toBe(verdict);
    const again = replayCase(written(made.timeline.events()), options);
    expect(again).toMatchObject({ verdict, recorded: { verdict }, notes: [] });
    expect(changesBetween(again?.recorded.checks ?? [], again?.checks ?? [])).toEqual([]);
    expect(again?.checks.map(({ id, message }) => [id, message])).toEqual(
      made.run.checks.all.map(({ id, message }) => [id, message]),
    );
  });

  it('notices that a frame says something else than it did', async () => {
    const made = await recorded('PowerUp', 'PowerUp');
    const text = JSON.stringify(made.timeline.events()).replaceAll('"reason":"PowerUp"', '"reason":"Watchdog"');
    const again = replayCase(JSON.parse(text), options);
    expect(again?.verdict).toBe('fail');
    expect(changesBetween(again?.recorded.checks ?? [], again?.checks ?? [])).toMatchObject([
      { requirement: 'B01.FR.01', before: 'pass', now: 'fail', message: expect.stringContaining('found "Watchdog"') },
    ]);
  });

  it('holds frames against the schemas of this version', async () => {
    const made = await recorded('PowerUp', 'PowerUp');
    const events = written(made.timeline.events()).map((event) =>
      event.type === 'frame'
        ? { ...event, schemaFaults: [{ path: '/reason', keyword: 'enum', message: 'was once thought wrong' }] }
        : event,
    );
    expect(replayCase(events, options)?.verdict).toBe('pass');
  });

  it('keeps what came from no expectation', async () => {
    const made = makeCase();
    made.step('When');
    made.run.check({
      id: 'TC_B_01_CS/1-plug',
      level: 'SHALL',
      result: 'inconclusive',
      cause: 'rig',
      message: 'jammed',
    });
    made.timeline.append({ type: 'verdict', verdict: 'inconclusive' });
    expect(replayCase(written(made.timeline.events()), options)).toMatchObject({
      verdict: 'inconclusive',
      checks: [{ result: 'inconclusive', cause: 'rig', message: 'jammed' }],
    });
  });

  it('that was cut off says so, and leftovers are not judged', async () => {
    const made = await recorded('PowerUp', 'PowerUp');
    made.timeline.setPhase('body');
    made.says('Charging Station', boot('2', 'PowerUp'));
    const events = written(made.timeline.events());
    const cut = events.filter(({ phase }) => phase !== 'restore');
    expect(replayCase(cut, options)).toMatchObject({ notes: ['the recording ends before the verdict'] });
    expect(replayCase(cut, options)?.checks.some(({ id }) => id === 'monitor/leftover')).toBe(false);
    const open = cut.filter(({ type }) => type !== 'expectation.closed' && type !== 'check');
    expect(replayCase(open, options)?.notes[0]).toContain('was still waiting when the recording ended');
  });

  it('of an older suite cannot be judged', async () => {
    const made = await recorded('PowerUp', 'PowerUp');
    const old = written(made.timeline.events()).filter(({ type }) => type !== 'setting');
    expect(replayCase(old, options)).toBeUndefined();
  });

  it('with strict fails what is only incompatible, and nothing else', async () => {
    const made = makeCase();
    made.step('Then');
    made.run.judge([], { message: 'legal, but counterparts stumble' }, 'compatibility');
    made.run.judge([], undefined);
    const should = { id: 'TC_B_01_CS/9-x', level: 'SHOULD', result: 'warning', message: 'ought to' } as const;
    made.run.check(should);
    made.timeline.append({ type: 'verdict', verdict: 'pass' });
    const events = written(made.timeline.events());
    expect(replayCase(events, options)?.verdict).toBe('pass');
    const strict = replayCase(events, { ...options, strict: true });
    expect(strict?.checks.filter(({ result }) => result === 'fail')).toMatchObject([{ level: 'compatibility' }]);
  });
});

it('examples of one case are judged one by one', async () => {
  const [one, two] = [await recorded('PowerUp', 'PowerUp'), await recorded('PowerUp', 'Watchdog')];
  for (const { timeline } of [one, two]) {
    timeline.setPhase('restore');
    timeline.append({ type: 'note', text: 'restored' });
  }
  const examples = examplesOf([...written(one.timeline.events()), ...written(two.timeline.events())]);
  expect(examples.map((events) => replayCase(events, options)?.verdict)).toEqual(['pass', 'fail']);
});
