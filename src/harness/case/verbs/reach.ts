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
import { readVariables } from '../device-variables.ts';
import { compositionOf, durationMs, fetchVariables } from '../moments.ts';
import type { Arguments } from '../sentence.ts';
import { perform } from './act.ts';
import { expectAmount, expectPattern } from './expecting.ts';
import { linkAct } from './link.ts';
import { orderOperator } from './operator.ts';
import { answerOrder } from './state-order.ts';
import { sendRequest } from './stimulus.ts';
import { passTime } from './time.ts';

/** Defaults of inputs that a state's table leaves out. */
const inputDefaults: Fields = {
  idToken: '<valid token>',
  'stopped by': '<valid token>',
  reason: 'PowerUp',
  'certificate type': 'CSMSRoot',
  certificate: '<new CSMS root>',
};

/** Form 2: reaches a state, running what is missing and skipping what is true. */
export async function reach(run: CaseRun, args: Arguments): Promise<void> {
  const { name, mode } = args.state(0);
  const modeBefore = run.mode;
  run.mode = mode ?? run.mode;
  run.stateInputs.clear();
  for (const [key = '', value = ''] of args.table ?? []) run.stateInputs.set(key, value);
  await learnDevice(run);
  const given = new Set(run.stateInputs.keys());
  for (const [key, value] of Object.entries(inputDefaults))
    if (!given.has(key) && key !== 'reason') run.stateInputs.set(key, value);
  if (run.setting.role === 'csms' && !given.has('reason')) run.stateInputs.set('reason', 'PowerUp');
  if (run.keyword !== 'Given') run.stimulate();
  await reachState(run, stateNamed(run, name), [...given]);
  run.mode = modeBefore;
  run.expected();
}

function stateNamed(run: CaseRun, name: string): State {
  const state = run.setting.states.get(name);
  if (state !== undefined) return state;
  const close = nearest(name, run.setting.states.keys());
  throw new TestDesignError(`no state ${name} for this role${close === undefined ? '' : ` (did you mean ${close}?)`}`);
}

const txVariables = ['TxStartPoint', 'TxStopPoint'] as const;

/** What states ask of the device, read once a case. */
async function learnDevice(run: CaseRun): Promise<void> {
  if (
    run.bench.role !== 'station' ||
    run.variables.has('TxCtrlr.TxStartPoint') ||
    !run.bench.peer.online ||
    run.progress.booting
  )
    return;
  await readVariables(run, [
    ...txVariables.map((variable) => ({ component: 'TxCtrlr', variable })),
    { component: 'AuthCtrlr', variable: 'Enabled' },
    { component: 'AuthCtrlr', variable: 'AuthorizeRemoteStart' },
  ]);
}

async function reachState(run: CaseRun, state: State, given: readonly string[]): Promise<void> {
  const unknown = given.find(
    (key) => !(state.inputs ?? []).includes(key) && !run.setting.schemas.has(requestOf(state) ?? ''),
  );
  if (unknown !== undefined && !isRequestField(state, unknown)) {
    throw new TestDesignError(`${state.name} takes no "${unknown}"`, (state.inputs ?? []).join(', ') || 'no table');
  }
  if (state.reached?.(run.situation) === true) return;
  for (const { state: before, when } of state.before ?? []) {
    if (when === undefined || when(run.situation)) await reachState(run, stateNamed(run, before), []);
  }
  for (const stage of state.stages)
    if (stage.when === undefined || stage.when(run.situation)) await runStage(run, stage);
}

const requestOf = ({ inputs }: State) => inputs?.find((input) => input.endsWith('Request'));
const isRequestField = (state: State, _key: string) => requestOf(state) !== undefined;

async function runStage(run: CaseRun, stage: Stage): Promise<void> {
  if (stage.act !== undefined) await carryOut(run, stage.act);
  const rows = (stage.expects ?? [])
    .filter(({ when }) => when === undefined || when(run.situation))
    .map((row, index) => wideRow(run, row, index));
  if (rows.length === 0) return;
  const limitMs = stage.deadline === undefined ? 0 : run.config.deadlines[stage.deadline] * 1000;
  await expectPattern(run, 'in any order', rows, undefined, [], limitMs);
}

/** `<state input KEY>` in a state's cells stands for the text of that input. */
function withInputs(run: CaseRun, text: string): string {
  return text.replace(/<state input ([^>]+)>/g, (_all, key: string) => run.stateInputs.get(key) ?? `<${key}>`);
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

async function carryOut(run: CaseRun, act: StateAct): Promise<void> {
  if ('does' in act) return perform(run, withInputs(run, act.does), run.evse);
  if ('passes' in act) return passTime(run, durationMs(run, act.passes));
  if ('link' in act) return linkAct(run, act.link);
  if ('asks' in act) return order(run, act);
  const action = act.sends.replace(/Request$/, '');
  const rows = [...rowsOf(run, act.fields ?? {}), ...(act.merge === undefined ? [] : inputRows(run))];
  await fetchVariables(run, rows);
  await sendRequest(run, action, compose(act.sends, rows, compositionOf(run), idsFor(run, action)));
  const call = run.sent.at(-1);
  if (call === undefined || act.answer === undefined) return;
  call.answered = true;
  const answer = rowsOf(run, act.answer);
  await expectAmount(run, { amount: 'a', names: [`${action}Response`] }, [answer], undefined, [], call.from);
  run.stimulate();
}

/** Rows of the state's own table that are fields of the request it sends. */
function inputRows(run: CaseRun): Rows {
  const known = new Set(Object.keys(inputDefaults));
  return rowsOf(
    run,
    Object.fromEntries([...run.stateInputs].filter(([key]) => !known.has(key) && key !== 'authorized by')),
  );
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
  if (act.answer !== undefined) run.answerByState(action);
  await orderOperator(run, { kind: 'send', action, words: words.map(([key, word]) => [key, plainWord(run, word)]) });
  await expectAmount(run, { amount: 'a', names: [act.asks] }, [rowsOf(run, act.request ?? {})], undefined, []);
  await answerOrder(run, act, rowsOf(run, act.answer ?? {}));
}

/** Words for a person: an EVSE's number and a token's UID, a certificate by its name. */
function plainWord(run: CaseRun, word: string): string {
  const token = run.config.fixtures.tokens[word];
  if (token !== undefined) return token.idToken;
  return word === 'evse' ? String(run.evse) : word;
}
