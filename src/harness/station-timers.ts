import { printVariable } from '../check/language/index.ts';
import type { CaseRun } from './case/case-run.ts';
import { readVariables, writeVariable } from './case/device-variables.ts';

const connection = { component: 'TxCtrlr', variable: 'EVConnectionTimeOut' };

/**
 * A person needs longer than a robot to put a cable in: while the rig is a person, TxCtrlr.EVConnectionTimeOut is at least the time
 * that a task may take, and goes back after the case (DESIGN.md section 7, prompts). A case that is about the timer sets its own or waits for it. A
 * station that does not allow it keeps its value: the timeline says so.
 */
export async function lengthenTimers(run: CaseRun): Promise<void> {
  const { driver, timeout } = run.config.rig;
  if (driver !== 'prompt' || run.setting.sentences.some((text) => text.includes('EVConnectTimedOut'))) return;
  const [before] = await readVariables(run, [connection]);
  if (before?.value === undefined || !(Number(before.value) < timeout)) return;
  const { value } = before;
  const status = await writeVariable(run, connection, String(timeout));
  if (status !== 'Accepted' && status !== 'RebootRequired') {
    const text = `${printVariable(connection)} stays ${value} s (${status}): be quick with the cable`;
    run.setting.timeline.append({ type: 'note', text });
  }
}
