import type { Rows } from '../../../check/language/index.ts';
import type { StateAct } from '../../../states/types.ts';
import type { CaseRun } from '../case-run.ts';
import { compose } from '../compose.ts';
import { installedHashData } from '../installed-certificates.ts';
import { compositionOf } from '../moments.ts';

/** Our station's answer to an order of a state: nothing to do when the engine has answered already. */
export async function answerOrder(run: CaseRun, act: Extract<StateAct, { asks: string }>, rows: Rows): Promise<void> {
  const action = act.asks.replace(/Request$/, '');
  const held = run.bench.peer.held.find((call) => call.action === action);
  if (held === undefined) return;
  const merged = act.merge === 'certificateHashDataChain' ? { certificateHashDataChain: installedHashData(run) } : {};
  held.answer({ kind: 'result', payload: compose(`${action}Response`, rows, compositionOf(run), merged) });
}
