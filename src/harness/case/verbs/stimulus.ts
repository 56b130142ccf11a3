import { parseVertical, type Rows, TestDesignError } from '../../../check/language/index.ts';
import { expandEach } from '../../../check/match/index.ts';
import type { CallOutcome } from '../../../transport/types.ts';
import type { CaseRun } from '../case-run.ts';
import { compose } from '../compose.ts';
import { recordChange } from '../device-changes.ts';
import { compositionOf, fetchVariables, momentOf } from '../moments.ts';
import { Inconclusive } from '../outcome.ts';
import type { Amount, Arguments } from '../sentence.ts';
import { checkRows } from '../static.ts';

/** Waits for the answer to our last CALL and for a link; one CALL of ours is outstanding at a time (Part 4, 4.1.1). */
export async function readyToSend(run: CaseRun): Promise<void> {
  await run.interrupt.orStop(run.pending);
  await run.interrupt.orStop(run.signing);
  const { bench } = run;
  if (bench.peer.online) return;
  const seconds = run.config.deadlines.connection;
  const connected = bench.role === 'station' && (await run.interrupt.orStop(bench.connected(seconds * 1000)));
  if (!connected)
    throw new Inconclusive(
      'network',
      `no connection to the ${run.sut}${bench.role === 'station' ? ` for ${seconds} s` : ''}: nothing can be sent`,
      true,
    );
}

/** Sends one request of ours now; its answer is expected later. */
export async function sendRequest(
  run: CaseRun,
  action: string,
  payload: Record<string, unknown>,
): Promise<Promise<CallOutcome>> {
  await readyToSend(run);
  const ended = await recordChange(run, action, payload);
  run.stimulate();
  run.sent.push({ action, from: run.inbox.end, answered: false });
  const outcome = run.bench.peer.send(action, payload);
  run.pending = outcome.then(ended);
  return outcome;
}

const repeat = ({ amount }: Amount): number => (/^\d+$/.test(amount) ? Number(amount) : 1);

/** Form 4, the harness speaks: every column of the table is one message; `each of` sends one per member. */
export async function sendMessages(run: CaseRun, args: Arguments): Promise<void> {
  const amount = args.amount(1);
  const [message = ''] = amount.names;
  const columns: readonly Rows[] = args.table === undefined ? [[]] : parseVertical(args.table);
  for (const column of columns) {
    checkRows(run, message, column);
    await fetchVariables(run, column);
    for (const rows of expandEach(column, momentOf(run))) {
      for (let count = repeat(amount); count > 0; count--) await sendOne(run, message, rows);
    }
  }
}

async function sendOne(run: CaseRun, message: string, rows: Rows): Promise<void> {
  if (!message.endsWith('Request')) throw new TestDesignError(`${message} is not sent by itself`, 'a Request');
  const action = message.slice(0, -'Request'.length);
  await readyToSend(run);
  await fetchVariables(run, rows);
  const payload = compose(message, rows, compositionOf(run), defaultsOf(run, action));
  await sendRequest(run, action, payload);
}

/** Ids that a sending table leaves out are made up (VOCABULARY.md section 2). */
function defaultsOf(run: CaseRun, action: string): Record<string, unknown> {
  if (run.setting.role !== 'station') return {};
  const schema = run.setting.schemas;
  const made: Record<string, unknown> = {};
  for (const field of ['requestId', 'remoteStartId', 'id']) {
    if (schema.find(`${action}Request`, [{ name: field }])?.type === 'integer') made[field] = run.names.name('new id');
  }
  return made;
}

/** Form 5, the harness speaks in order: wide rows, one message each. */
export async function sendPattern(
  run: CaseRun,
  rows: readonly { readonly event: string; readonly rows: Rows }[],
): Promise<void> {
  for (const { event, rows: cells } of rows) {
    checkRows(run, event, cells);
    for (const expanded of expandEach(cells, momentOf(run))) await sendOne(run, event, expanded);
  }
}
