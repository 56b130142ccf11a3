import { parseVertical, type Row, type Rows, TestDesignError } from '../../../check/language/index.ts';
import { judgeRows } from '../../../check/match/index.ts';
import { type Action, isAction } from '../../../ocpp/index.ts';
import type { PreparedAnswer } from '../../../peer/answers.ts';
import { defaultCsmsAnswer } from '../../../peer/default-answers.ts';
import type { Answer, ServerTls } from '../../../transport/types.ts';
import type { StationBench } from '../../bench/types.ts';
import type { CaseRun } from '../case-run.ts';
import { compose } from '../compose.ts';
import { matchContext } from '../match-context.ts';
import { compositionOf } from '../moments.ts';
import { Inconclusive } from '../outcome.ts';
import type { Arguments, Selection } from '../sentence.ts';
import { checkRows } from '../static.ts';

const isPlain = (row: Row) => row.kind !== 'where';

/** Form 8: a prepared answer of our CSMS to requests or to connection attempts. */
export async function answer(run: CaseRun, args: Arguments): Promise<void> {
  const selection = args.selection(1);
  const { bench } = run;
  if (bench.role !== 'station') throw new TestDesignError('prepared answers belong to our CSMS', 'a @station feature');
  if (selection.name === 'connection attempt') return answerAttempts(run, bench, selection, args.text(2));
  const action = selection.name.replace(/Request$/, '');
  if (!isAction(action)) throw new TestDesignError(`no request ${selection.name}`);
  const [rows = []] = args.table === undefined ? [] : parseVertical(args.table);
  bench.answerWith({
    action,
    remaining: remainingOf(selection),
    matches: (request) => holdsWhere(run, action, rows, request),
    prepared: preparedAnswer(run, action, args.text(2), rows.filter(isPlain)),
  });
}

/** A state's answer to the next request of that name which has these fields. */
export function answerNext(run: CaseRun, name: string, where: Rows, rows: Rows): void {
  const { bench } = run;
  const action = name.replace(/Request$/, '');
  if (bench.role !== 'station' || !isAction(action))
    throw new TestDesignError(`nobody answers ${name}`, 'a request, in a @station feature');
  const conditions = where.map((row): Row => ({ ...row, kind: 'where' }));
  bench.answerWith({
    action,
    remaining: 1,
    matches: (request) => holdsWhere(run, action, conditions, request),
    prepared: preparedAnswer(run, action, `${action}Response`, rows),
  });
}

const remainingOf = ({ which, count }: Selection) => (which === 'every' ? Number.POSITIVE_INFINITY : count);

function holdsWhere(run: CaseRun, action: Action, rows: Rows, request: Record<string, unknown>): boolean {
  const where = rows.filter((row) => !isPlain(row));
  const observation = {
    index: run.inbox.end,
    sequence: 0,
    name: `${action}Request`,
    sender: run.sut,
    at: run.clock.now(),
    fields: request,
  };
  return judgeRows(where, observation, matchContext(run), { at: run.clock.now() }).mismatches.length === 0;
}

function preparedAnswer(run: CaseRun, action: Action, words: string, rows: Rows): PreparedAnswer {
  if (words === 'nothing') return { kind: 'nothing' };
  const message = words.replace(/^an? /, '');
  if (message === 'CALLERROR') {
    checkRows(run, 'CALLERROR', rows);
    return { kind: 'answer', build: () => callError(run, rows) };
  }
  if (message !== `${action}Response`)
    throw new TestDesignError(`${message} does not answer ${action}Request`, `${action}Response`);
  checkRows(run, message, rows);
  if (rows.length === 0) return { kind: 'default' };
  return {
    kind: 'answer',
    build: (request) => ({
      kind: 'result',
      payload: compose(message, rows, compositionOf(run), base(run, action, request)),
    }),
  };
}

function base(run: CaseRun, action: Action, request: Record<string, unknown>): Record<string, unknown> {
  const facts = {
    now: () => run.clock.now(),
    heartbeatInterval: run.config.durations['heartbeat interval'] ?? 60,
    token: (idToken: string) => tokenStatus(run, idToken),
  };
  return defaultCsmsAnswer(action, request, facts) ?? {};
}

/** Status and group of a token by the fixtures; one that no fixture knows is Unknown, the empty one of a start button Accepted (C02). */
export function tokenStatus(run: Pick<CaseRun, 'config'>, idToken: string): { status: string; group?: string } {
  const found = Object.values(run.config.fixtures.tokens).find(
    (token) => token.idToken.toLowerCase() === idToken.toLowerCase(),
  );
  if (found === undefined) return { status: idToken === '' ? 'Accepted' : 'Unknown' };
  return { status: found.status, ...(found.group === undefined ? {} : { group: found.group }) };
}

/** A CALLERROR of ours from rows. */
export function callError(run: CaseRun, rows: Rows): Answer {
  const { errorCode, errorDescription } = compose('CALLERROR', rows, compositionOf(run));
  return {
    kind: 'error',
    errorCode: String(errorCode ?? 'GenericError'),
    ...(errorDescription === undefined ? {} : { errorDescription: String(errorDescription) }),
  };
}

async function answerAttempts(run: CaseRun, bench: StationBench, selection: Selection, words: string): Promise<void> {
  const status = /^HTTP (\d{3})$/.exec(words)?.[1];
  const presenting = /^TLS \d\.\d$/.test(words) ? words : /^the server certificate "(.+)"$/.exec(words)?.[1];
  const remaining = remainingOf(selection);
  if (status !== undefined) {
    bench.answerAttempts({ answer: { kind: 'http', status: Number(status) }, remaining });
    return;
  }
  if (presenting === undefined)
    throw new TestDesignError(
      `${words} does not answer a connection attempt`,
      'HTTP 503, TLS 1.1 or a server certificate',
    );
  if (presenting !== 'valid') await demandControl(run, bench, presenting);
  const tls: ServerTls = bench.serverTls(run.config.securityProfile, presenting);
  bench.answerAttempts({ answer: presenting === 'valid' ? { kind: 'accept' } : { kind: 'tls', tls }, remaining });
}

/** No verdict on a refusal without its positive control (DESIGN.md section 4). */
async function demandControl(run: CaseRun, bench: StationBench, presenting: string): Promise<void> {
  const control = await bench.control(run.config.securityProfile, presenting);
  const text = control.completed ? 'completed' : `failed (${control.reason})`;
  run.setting.timeline.append({ type: 'note', text: `positive control with ${presenting}: ${text}` });
  if (control.completed) return;
  throw new Inconclusive(
    'preamble',
    `no verdict without a positive control: a willing client could not complete a handshake with ${presenting} (${control.reason})`,
  );
}
