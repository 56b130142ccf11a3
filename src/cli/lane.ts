import { faultOf } from './faults.ts';
import { Requested } from './interruption.ts';
import type { FromLane, LaneJob, ToLane } from './lane-messages.ts';
import { judgeReal, planReal } from './real.ts';
import { embeddedSuiteOf, realSuiteOf } from './run.ts';
import { judgeEmbedded } from './start.ts';
import type { Tell } from './tell.ts';

/** Resolves when it is handed over. */
function say(message: FromLane): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) return resolve();
    process.send(message, undefined, undefined, () => resolve());
  });
}

const tell: Tell = {
  begin: () => {}, // several at once have no line of their own to write it on
  result: (result, runs) => void say({ type: 'result', result, runs }),
  findings: (findings) => void say({ type: 'findings', findings }),
};

async function judge({ options, identity, embedded }: LaneJob, stop: Requested): Promise<boolean> {
  if (embedded !== undefined) {
    await judgeEmbedded(embeddedSuiteOf(options), embedded, { tell, stop });
    return true;
  }
  const suite = { ...realSuiteOf(options), ...(identity === undefined ? {} : { identity }) };
  const plan = planReal(suite);
  const ready = () => {
    void say({ type: 'ready' });
    return tell;
  };
  return judgeReal(suite, plan, { stop, ready });
}

/**
 * Life of one process of a parallel run: a job comes over its channel, results go back over it, what it prints is printed by
 * the run. It stops as after Ctrl-C when it is told to, and when the process that started it is gone.
 */
export async function lane(): Promise<void> {
  const stop = new Requested();
  // Nobody reads any more: what was changed is put back all the same.
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error').on('error', () => {});
  // Ctrl-C at a terminal reaches every process of the group; the run says when to stop.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => stop.request());
  process.once('disconnect', () => stop.request());
  const job = await new Promise<LaneJob | undefined>((resolve) => {
    stop.onRequest(() => resolve(undefined));
    process.on('message', (message: ToLane) => {
      if ('job' in message) resolve(message.job);
      else stop.request();
    });
  });
  try {
    const came = job !== undefined && (await judge(job, stop));
    await say({ type: 'end', came });
  } catch (error) {
    await say({ type: 'end', came: false, fault: faultOf(error) });
  }
  if (process.connected) process.disconnect();
}
