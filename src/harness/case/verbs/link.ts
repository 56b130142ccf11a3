import { TestDesignError } from '../../../check/language/index.ts';
import type { CaseRun } from '../case-run.ts';
import type { Arguments } from '../sentence.ts';
import { expectAmount } from './expecting.ts';
import { reportConnectors } from './report.ts';

/** Form 12: the link goes and comes; for the SUT it is an expectation of a disconnection. */
export async function changeLink(run: CaseRun, args: Arguments): Promise<void> {
  const words = args.text(1);
  if (run.isSut(args.actor(0))) {
    if (words !== 'disconnects') throw new TestDesignError(`"${words}" cannot be expected of the SUT`, 'disconnects');
    return expectAmount(run, { amount: 'a', names: ['disconnection'] }, [[]], args.window(2), args.requirements(3));
  }
  await run.pending;
  await linkAct(run, words);
}

/** Carries out a change of the link by our side. */
export async function linkAct(run: CaseRun, words: string): Promise<void> {
  const { bench } = run;
  run.stimulate();
  if (words === 'reports every connector') return reportConnectors(run, 'Available', run.fixtureFacts.evses);
  if (words === 'reports its EVSE as Reserved') return reportConnectors(run, 'Reserved', [run.evse]);
  if (words === 'disconnects') return bench.peer.disconnect();
  if (words === 'drops the connection') return bench.peer.drop();
  if (bench.role !== 'station') throw new TestDesignError(`"${words}" belongs to our CSMS`, 'a @station feature');
  const [, only] = /^offers security profile ([123]) only$/.exec(words) ?? [];
  if (only !== undefined) {
    bench.offerOnly(only === '1' ? 1 : only === '2' ? 2 : 3);
    return bench.peer.drop();
  }
  if (words === 'offers every security profile') return bench.offerOnly(undefined);
  if (words === 'goes offline') {
    bench.setOffline(true);
    return bench.peer.drop();
  }
  bench.setOffline(false);
}
