import { expandWide, type Pattern, parseAmount } from '../../../check/expect/index.ts';
import { parseVertical, parseWide, type Rows, TestDesignError, type WideRow } from '../../../check/language/index.ts';
import { expandEach } from '../../../check/match/index.ts';
import type { CaseRun } from '../case-run.ts';
import { withinMs } from '../deadlines.ts';
import { expectNow, floorFor } from '../expectation.ts';
import { fetchVariables, momentOf } from '../moments.ts';
import type { Amount, Arguments, Window } from '../sentence.ts';
import { checkRows } from '../static.ts';
import { sendMessages, sendPattern as sendRows } from './stimulus.ts';

/** Value columns of a sentence's table, `each of` opened; one empty set without a table. */
export async function instancesOf(run: CaseRun, names: readonly string[], args: Arguments): Promise<Rows[]> {
  const columns = args.table === undefined ? [[]] : parseVertical(args.table);
  for (const rows of columns) {
    for (const name of names) checkRows(run, name, rows);
    await fetchVariables(run, rows);
  }
  return columns.flatMap((rows) => expandEach(rows, momentOf(run)));
}

/** Form 4. */
export async function send(run: CaseRun, args: Arguments): Promise<void> {
  if (!run.isSut(args.actor(0))) return sendMessages(run, args);
  const { amount, names } = args.amount(1);
  const instances = await instancesOf(run, names, args);
  await expectAmount(run, { amount, names }, instances, args.window(2), args.requirements(3));
}

export interface AmountOptions {
  /** Index of the first observation that counts; default: the mark. */
  readonly from?: number;
  /** Action of the CALL that is answered: a CALLERROR to it ends the wait at once. */
  readonly answering?: string;
}

/** Expects so many of these names; see judgeAmount. */
export async function expectAmount(
  run: CaseRun,
  { amount, names }: Amount,
  instances: Rows[],
  window: Window | undefined,
  requirements: readonly string[],
  { from, answering }: AmountOptions = {},
): Promise<void> {
  const parsed = parseAmount(amount);
  if (parsed.kind === 'no' && window?.kind !== 'for')
    throw new TestDesignError(`"${amount} ${names.join(' or ')}" needs a span`, '"for D"');
  await expectNow(run, {
    claim: { kind: 'amount', amount, names, instances, ...(answering === undefined ? {} : { answering }) },
    requirements,
    withinMs: withinMs(run, names, window),
    floorMs: parsed.kind === 'no' ? 0 : floorFor(names),
    ...(from === undefined ? {} : { from }),
  });
}

/** Form 5. */
export async function sendPattern(run: CaseRun, args: Arguments): Promise<void> {
  const rows = parseWide(args.demandedTable);
  if (!run.isSut(args.actor(0))) return sendRows(run, rows);
  await expectPattern(run, patternOf(args.text(1)), rows, args.window(2), args.requirements(3));
}

function patternOf(text: string): Pattern {
  if (text === 'in order' || text === 'in any order' || text === 'one of these') return text;
  throw new TestDesignError(`unknown pattern ${text}`, 'in order, in any order, one of these');
}

export async function expectPattern(
  run: CaseRun,
  pattern: Pattern,
  written: readonly WideRow[],
  window: Window | undefined,
  requirements: readonly string[],
  limitMs?: number,
): Promise<void> {
  for (const { event, rows } of written) {
    for (const name of event.split(' or ')) checkRows(run, name, rows);
    await fetchVariables(run, rows);
  }
  const rows = expandWide(written, momentOf(run));
  const names = rows.map(({ event }) => event);
  await expectNow(run, {
    claim: { kind: 'pattern', pattern, rows },
    requirements,
    withinMs: Math.max(limitMs ?? 0, withinMs(run, names, window)),
    floorMs: floorFor(names),
  });
}

/** Form 6: looks back over the whole case. */
export async function lookBack(run: CaseRun, args: Arguments): Promise<void> {
  const { amount, names } = args.amount(1);
  const instances = await instancesOf(run, names, args);
  const which = amount === 'no' || amount === 'every' ? amount : 'a';
  await expectNow(run, {
    claim: { kind: 'past', which, names, instances },
    requirements: args.requirements(2),
    withinMs: 0,
  });
}
