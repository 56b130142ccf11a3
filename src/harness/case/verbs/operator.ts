import { type Cell, parseKeys, TestDesignError } from '../../../check/language/index.ts';
import { intents, keys } from '../../../check/names.ts';
import { OperatorUnreachable } from '../../../operator/index.ts';
import type { Intent, OperatorOutcome } from '../../../operator/types.ts';
import type { CaseRun } from '../case-run.ts';
import { wordOf } from '../compose.ts';
import { judgeLooked } from '../evidence.ts';
import { momentOf } from '../moments.ts';
import { Inconclusive, NotApplicable } from '../outcome.ts';
import type { Arguments } from '../sentence.ts';

/** Orders whose driver has not answered yet. */
const open = new WeakMap<CaseRun, Promise<void>>();

/**
 * Resolves when the driver has answered, or the ordered message is here: an API may answer only after the station has, and
 * that may be for a later sentence to do. What such a driver says at last is noted, and the next order waits for it.
 */
async function taken(run: CaseRun, action: string, order: Promise<OperatorOutcome>): Promise<OperatorOutcome> {
  const mark = run.mark;
  let ended = () => {};
  const arrived = new Promise<OperatorOutcome>((resolve) => {
    const look = () => {
      if (run.inbox.since(mark).some(({ name }) => name === `${action}Request`)) resolve({ outcome: 'accepted' });
    };
    ended = run.inbox.onNew(look);
    look();
  });
  const note = (text: string) =>
    void run.setting.timeline.append({ type: 'note', text: `the operator said of ${action} at last: ${text}` });
  const late = order.then(
    ({ outcome, reason }) => (outcome === 'accepted' ? undefined : note(reason ?? outcome)),
    (error: unknown) => note(String(error)),
  );
  open.set(run, late);
  try {
    return await Promise.race([order, arrived]);
  } finally {
    ended();
  }
}

/** Gives one order; resolves when the driver has accepted it, never when a message arrives. */
export async function orderOperator(run: CaseRun, intent: Intent): Promise<string | undefined> {
  const { bench, setting } = run;
  if (bench.role !== 'csms') throw new TestDesignError('only a CSMS under test has an operator');
  const earlier = open.get(run);
  if (earlier !== undefined) await run.interrupt.orStop(earlier);
  run.stimulate();
  const order = bench.operator.order(run.config.identity, intent).catch((error: unknown): OperatorOutcome => {
    if (error instanceof OperatorUnreachable) return { outcome: 'not-done', reason: error.message };
    throw error;
  });
  const waits = intent.kind === 'send' && bench.operator.mayWaitForStation === true;
  const outcome = await run.interrupt.orStop(waits ? taken(run, intent.action, order) : order);
  setting.timeline.append({
    type: 'operator',
    intent: { ...intent },
    outcome: outcome.outcome,
    ...(outcome.reason === undefined ? {} : { reason: outcome.reason }),
  });
  const what = 'action' in intent ? `send ${intent.action}` : intent.kind;
  if (outcome.outcome === 'accepted') return outcome.shown;
  const reason = outcome.reason ?? 'no reason given';
  if (outcome.outcome === 'unavailable') throw new NotApplicable(`this CSMS has no function to ${what}: ${reason}`);
  throw new Inconclusive('operator', `the operator did not ${what} (${outcome.outcome}): ${reason}`);
}

/** Rows of `words` as plain text; several alternatives of a person's choice stay as written. */
function wordsOf(run: CaseRun, cells: readonly Cell[]): string[] {
  return cells.map((cell) => {
    const [match] = cell.any;
    if (cell.any.length > 1 || match?.op !== 'equals') return cell.text;
    return wordOf(match.value, momentOf(run));
  });
}

/** Form 14. */
export async function ask(run: CaseRun, args: Arguments): Promise<void> {
  const [message = ''] = args.amount(1).names;
  const action = message.replace(/Request$/, '');
  const known = intents[action];
  if (known === undefined)
    throw new TestDesignError(`nobody asks a CSMS for ${message}`, Object.keys(intents).join(', '));
  if (args.flag(0) && run.inbox.since(run.mark).some(({ name }) => name === message)) return;
  const rows = args.table === undefined ? [] : parseKeys(args.table, known, message);
  const words = rows.flatMap(({ key, cells }) => wordsOf(run, cells).map((word): [string, string] => [key, word]));
  await orderOperator(run, { kind: 'send', action, words });
}

/** Form 15: what the CSMS shows, judged as SHOULD unless the driver can read it. */
export async function operatorSees(run: CaseRun, args: Arguments): Promise<void> {
  for (const { key, cells } of parseKeys(args.demandedTable, keys.operatorSees, 'the operator')) {
    const shown = await orderOperator(run, { kind: 'view', what: key });
    const looked = shown === undefined ? {} : { shown };
    const level = shown === undefined ? 'SHOULD' : 'SHALL';
    const claim = { kind: 'shown', what: key, words: wordsOf(run, cells) } as const;
    judgeLooked(run, claim, looked, args.requirements(0), { level });
  }
  run.expected();
}
