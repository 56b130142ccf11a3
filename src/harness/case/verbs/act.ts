import { TestDesignError } from '../../../check/language/index.ts';
import { RigUnreachable } from '../../../rig/drivers/index.ts';
import type { RigAct, RigOutcome } from '../../../rig/model/types.ts';
import { rigAct } from '../../acts.ts';
import { until } from '../../waiting.ts';
import type { CaseRun } from '../case-run.ts';
import { evsesOf } from '../moments.ts';
import { Inconclusive } from '../outcome.ts';
import { startsByButton } from '../seen.ts';
import type { Arguments } from '../sentence.ts';

/** Form 13. */
export async function act(run: CaseRun, args: Arguments): Promise<void> {
  for (const evse of evsesOf(run, args.optional(2))) await perform(run, args.text(1), evse);
}

/** Carries out one act in words; an act this hardware cannot do is inconclusive, unless the document allows leaving it out. */
export async function perform(run: CaseRun, words: string, evse: number): Promise<boolean> {
  const wanted = rigAct(words, evse, {
    token: (name) => tokenOf(run, name),
    number: (text) => (text.startsWith('<') ? Number(run.names.name(text.slice(1, -1))) : Number(text)),
    text: (name) => String(run.names.name(name)),
  });
  if (wanted === undefined) throw new TestDesignError(`no such act: ${words}`, 'an act of the vocabulary');
  return performAct(run, wanted);
}

/** Resolves with false when the act has no effect on this hardware. */
export async function performAct(run: CaseRun, asked: RigAct): Promise<boolean> {
  const wanted = withButtons(run, asked);
  await answersRead(run);
  const acted = run.device?.acting(wanted);
  run.stimulate();
  const outcome =
    withoutSensor(run, wanted) ??
    (await run.interrupt.orStop(run.bench.rig.perform(wanted)).catch((error: unknown): RigOutcome => {
      if (error instanceof RigUnreachable) return { outcome: 'not-done', reason: error.message };
      throw error;
    }));
  acted?.(outcome.outcome === 'done');
  run.progress.acted(wanted, outcome);
  run.setting.timeline.append({ type: 'rig', facts: { act: wanted, ...outcome } });
  if (outcome.outcome === 'done' || outcome.outcome === 'no-effect') return outcome.outcome === 'done';
  throw new Inconclusive(
    'rig',
    `the rig did not ${nameOf(wanted)} (${outcome.outcome}): ${outcome.reason ?? 'no reason given'}`,
  );
}

/** Wall ms that an answer of ours may take; one that a case withholds is not waited for longer. */
const answerMs = 250;

/**
 * A hand moves only after what the station asked before has been answered and the station has read it: an act takes another way
 * than the answer, and might overtake it.
 */
async function answersRead(run: CaseRun): Promise<void> {
  const { bench } = run;
  if (bench.role !== 'station') return;
  const answered = (): true | undefined => {
    const last = run.inbox.all.findLast(({ sender, name }) => sender === run.sut && name.endsWith('Request'));
    if (last === undefined) return true;
    return run.inbox.all.some(({ sender, messageId }) => sender !== run.sut && messageId === last.messageId)
      ? true
      : undefined;
  };
  await until(run.clock, 0, { check: answered, changed: (again) => run.inbox.onNew(again) }, answerMs, run.interrupt);
  await run.interrupt.orStop(bench.heard());
}

/** A station without reader is started and stopped with its buttons (C02). */
function withButtons(run: CaseRun, wanted: RigAct): RigAct {
  if (wanted.act !== 'present' || !startsByButton(run.bench.hardware)) return wanted;
  return { act: 'press', evse: wanted.evse, button: run.progress.authorized ? 'stop' : 'start' };
}

/** Nobody is sent to a parking bay that the station does not look at (Part 6, state ParkingBayOccupied is optional). */
function withoutSensor({ bench }: CaseRun, wanted: RigAct): RigOutcome | undefined {
  if (wanted.act !== 'park' && wanted.act !== 'leave') return undefined;
  const evse = bench.hardware.evses.find(({ id }) => id === wanted.evse);
  return evse?.baySensor === false ? { outcome: 'no-effect', reason: 'this EVSE has no bay sensor' } : undefined;
}

const nameOf = (wanted: RigAct) => `${wanted.act}${'change' in wanted ? ` ${wanted.change}` : ''}`;

function tokenOf(run: CaseRun, name: string): { idToken: string; type: string } {
  const value = run.names.name(name);
  const idToken = Reflect.get(Object(value), 'idToken');
  const type = Reflect.get(Object(value), 'type');
  if (typeof idToken !== 'string' || typeof type !== 'string')
    throw new TestDesignError(`<${name}> is no token`, 'a token of the fixtures');
  return { idToken, type };
}
