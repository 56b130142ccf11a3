import {
  nearest,
  parseCell,
  parsePath,
  parseTimes,
  type Row,
  type Rows,
  TestDesignError,
  type WideRow,
} from '../../../check/language/index.ts';
import type { Fields, Stage, State, StateAct, StateRow } from '../../../states/types.ts';
import type { CaseRun } from '../case-run.ts';
import { compose } from '../compose.ts';
import { compositionOf, durationMs, fetchVariables } from '../moments.ts';
import type { Arguments } from '../sentence.ts';
import { perform } from './act.ts';
import { answerNext } from './answer.ts';
import { expectAmount, expectPattern } from './expecting.ts';
import { linkAct } from './link.ts';
import { orderOperator } from './operator.ts';
import { answerOrder } from './state-order.ts';
import { sendRequest } from './stimulus.ts';
import { passTime } from './time.ts';

/** What an input stands for that a state's table leaves out. */
export const inputDefaults: Fields = {
  idToken: '<valid token>',
  'stopped by': '<valid token>',
  reason: 'PowerUp',
  'certificate type': 'CSMSRootCertificate',
  certificate: '<new CSMS root>',
};

/** Form 2: reaches a state, running what is missing and skipping what is true. */
export async function reach(run: CaseRun, args: Arguments): Promise<void> {
  const { name, mode } = args.state(0);
  const modeBefore = run.mode;
  run.mode = mode ?? run.mode;
  run.stateInputs.clear();
  for (const [key = '', value = ''] of args.table ?? []) run.stateInputs.set(key, value);
  const state = stateNamed(run, name);
  checkInputs(run, state);
  await reachState(run, state);
  run.mode = modeBefore;
  run.expected();
}

const requestOf = ({ inputs }: State) => inputs?.find((input) => input.endsWith('Request'));

/** Keys of a state's table: its words, or fields of the request it sends. */
function checkInputs(run: CaseRun, state: State): void {
  const request = requestOf(state);
  for (const key of run.stateInputs.keys()) {
    if (state.inputs?.includes(key) === true) continue;
    if (request === undefined)
      throw new TestDesignError(`${state.name} takes no "${key}"`, (state.inputs ?? []).join(', ') || 'no table');
    run.setting.schemas.node(request, parsePath(key));
  }
}

function stateNamed(run: CaseRun, name: string): State {
  const state = run.setting.states.get(name);
  if (state !== undefined) return state;
  const close = nearest(name, run.setting.states.keys());
  throw new TestDesignError(`no state ${name} for this role${close === undefined ? '' : ` (did you mean ${close}?)`}`);
}

async function reachState(run: CaseRun, state: State): Promise<void> {
  if (state.reached?.(run.situation) === true) return;
  for (const { state: before, when } of state.before ?? []) {
    if (when === undefined || when(run.situation)) await reachState(run, stateNamed(run, before));
  }
  for (const stage of state.stages) {
    if (stage.when === undefined || stage.when(run.situation)) await runStage(run, state, stage);
  }
}

/** What is expected follows from the situation before the act; an act without effect on this hardware has no consequences. */
async function runStage(run: CaseRun, state: State, stage: Stage): Promise<void> {
  const situation = run.situation;
  const rows = (stage.expects ?? [])
    .filter(({ when }) => when === undefined || when(situation))
    .map((row, index) => wideRow(run, row, index));
  const effect = stage.act === undefined || (await carryOut(run, state, stage.act));
  if (stage.forbids !== undefined && effect) await forbid(run, stage.forbids);
  if (!effect || rows.length === 0) return;
  const limitMs = stage.deadline === undefined ? 0 : run.config.deadlines[stage.deadline] * 1000;
  await expectPattern(run, 'in any order', rows, undefined, [], limitMs);
}

/** Nothing like it comes for that long. */
async function forbid(run: CaseRun, { event, fields, for: span }: NonNullable<Stage['forbids']>): Promise<void> {
  const window = { kind: 'for', span } as const;
  await expectAmount(run, { amount: 'no', names: [event] }, [rowsOf(run, fields ?? {})], window, []);
}

/** `<state input KEY>` in a state's cells stands for the text of that input. */
function withInputs(run: CaseRun, text: string): string {
  return text.replace(
    /<state input ([^>]+)>/g,
    (_all, key: string) => run.stateInputs.get(key) ?? inputDefaults[key] ?? `<${key}>`,
  );
}

function rowsOf(run: CaseRun, fields: Fields): Rows {
  return Object.entries(fields).map(
    ([label, text], index): Row => ({
      row: index + 1,
      label,
      kind: 'field',
      path: parsePath(label),
      cell: parseCell(withInputs(run, text)),
    }),
  );
}

function wideRow(run: CaseRun, { event, times, fields }: StateRow, index: number): WideRow {
  return { row: index + 1, event, times: parseTimes(times ?? ''), rows: rowsOf(run, fields ?? {}) };
}

/** Carries out an act; false = it had no effect on this hardware. */
async function carryOut(run: CaseRun, state: State, act: StateAct): Promise<boolean> {
  if ('does' in act) return perform(run, withInputs(run, act.does), run.evse);
  if ('passes' in act) await passTime(run, durationMs(run, act.passes));
  else if ('link' in act) await linkAct(run, act.link);
  else if ('becomes' in act) await reachState(run, stateNamed(run, act.becomes));
  else if ('answersNext' in act)
    answerNext(run, act.answersNext, rowsOf(run, act.where ?? {}), rowsOf(run, act.fields));
  else if ('asks' in act) await order(run, act);
  else await sendByState(run, state, act);
  return true;
}

async function sendByState(run: CaseRun, state: State, act: Extract<StateAct, { sends: string }>): Promise<void> {
  const action = act.sends.replace(/Request$/, '');
  const rows = [...rowsOf(run, act.fields ?? {}), ...(act.merge === undefined ? [] : inputRows(run, state))];
  await fetchVariables(run, rows);
  await run.signing;
  await sendRequest(run, action, compose(act.sends, rows, compositionOf(run), idsFor(run, action)));
  const call = run.sent.at(-1);
  if (call === undefined || act.answer === undefined) return;
  call.answered = true;
  const answer = rowsOf(run, act.answer);
  await expectAmount(run, { amount: 'a', names: [`${action}Response`] }, [answer], undefined, [], {
    from: call.from,
    answering: action,
  });
}

/** Rows of the state's own table that are fields of the request it sends. */
function inputRows(run: CaseRun, { inputs }: State): Rows {
  return rowsOf(run, Object.fromEntries([...run.stateInputs].filter(([key]) => inputs?.includes(key) !== true)));
}

function idsFor(run: CaseRun, action: string): Record<string, unknown> {
  const integer = (field: string) =>
    run.setting.schemas.find(`${action}Request`, [{ name: field }])?.type === 'integer';
  return Object.fromEntries(
    ['requestId', 'remoteStartId', 'id'].filter(integer).map((field) => [field, run.names.name('new id')]),
  );
}

async function order(run: CaseRun, act: Extract<StateAct, { asks: string }>): Promise<void> {
  const action = act.asks.replace(/Request$/, '');
  const words = rowsOf(run, act.words ?? {}).map(({ label, cell }): [string, string] => [
    label,
    cell.text.replace(/^<(.+)>$/, '$1'),
  ]);
  const intent = words.map(([key, word]): [string, string] => [key, plainWord(run, word)]);
  const carriedOut = async () => {
    await orderOperator(run, { kind: 'send', action, words: intent });
    await expectAmount(run, { amount: 'a', names: [act.asks] }, [rowsOf(run, act.request ?? {})], undefined, []);
    await answerOrder(run, act, rowsOf(run, act.answer ?? {}));
  };
  await (act.answer === undefined ? carriedOut() : run.answerByState(action, carriedOut));
}

/** Words for a person: an EVSE's number and a token's UID, a certificate by its name. */
function plainWord(run: CaseRun, word: string): string {
  const token = run.config.fixtures.tokens[word];
  if (token !== undefined) return token.idToken;
  return word === 'evse' ? String(run.evse) : word;
}
