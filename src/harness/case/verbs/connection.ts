import type { Tried } from '../../../check/claim/index.ts';
import { type Cell, parseKeys, type Row, type Rows, TestDesignError } from '../../../check/language/index.ts';
import { evaluate, numberOf } from '../../../check/match/index.ts';
import { keys } from '../../../check/names.ts';
import type { ConnectionWish } from '../../../peer/station-peer.ts';
import type { ConnectResult } from '../../../transport/types.ts';
import type { CsmsBench } from '../../bench/types.ts';
import type { CaseRun } from '../case-run.ts';
import { wordOf } from '../compose.ts';
import { connectionFacts } from '../connection-facts.ts';
import { judgeLooked } from '../evidence.ts';
import { momentOf } from '../moments.ts';
import { Inconclusive } from '../outcome.ts';
import type { Arguments } from '../sentence.ts';

/** A connection our station tried, with the options a control needs again. */
export interface TriedConnection {
  readonly options: ConnectionWish;
  readonly result: ConnectResult;
  readonly unusual: boolean;
}

function benchOf(run: CaseRun): CsmsBench {
  if (run.bench.role !== 'csms') throw new TestDesignError('only our station connects', 'a @csms feature');
  return run.bench;
}

/** Form 10: our station opens a fresh link (TLS, HTTP upgrade), no boot. */
export async function connect(run: CaseRun, args: Arguments): Promise<void> {
  const bench = benchOf(run);
  const rows = args.table === undefined ? [] : parseKeys(args.table, keys.connect, 'connects');
  let options: ConnectionWish = {};
  for (const { key, cells } of rows) options = { ...options, ...option(run, key, cells, options) };
  await run.pending;
  run.stimulate();
  const result = await bench.connect(options);
  const tried: TriedConnection = { options, result, unusual: rows.length > 0 };
  run.connection = tried;
}

function option(run: CaseRun, key: string, cells: readonly Cell[], before: ConnectionWish): ConnectionWish {
  const [cell] = cells;
  const [match] = cell?.any ?? [];
  if (cell === undefined || match === undefined) throw new TestDesignError(`"${key}" has no value`);
  if (key === 'tls versions' && match.op === '<')
    return { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };
  if (match.op !== 'equals') throw new TestDesignError(`${key}: "${cell.text}"`, 'one definite value');
  const value = evaluate(match.value, momentOf(run));
  if (key === 'client certificate')
    return { client: keyPairOf(value.kind === 'json' ? value.value : undefined, cell.text) };
  const word = wordOf(match.value, momentOf(run));
  const { username, password } = before.credentials ?? { username: run.config.identity, password: run.bench.password };
  if (key === 'username') return { credentials: { username: word, password } };
  if (key === 'password') return { credentials: { username, password: word } };
  if (key === 'subprotocols')
    return { subprotocols: word === 'none' ? [] : word.split(',').map((each) => each.trim()) };
  if (key === 'security profile') return { securityProfile: profileOf(numberOf(word)) };
  if (key === 'tls suites') return { ciphers: word };
  throw new TestDesignError(`${key} is not understood here`, keys.connect.join(', '));
}

function profileOf(number: number | undefined): 1 | 2 | 3 {
  if (number === 1 || number === 2 || number === 3) return number;
  throw new TestDesignError(`security profile ${number}`, '1, 2 or 3');
}

function keyPairOf(value: unknown, text: string): { certificate: string; key: string } {
  const certificate = Reflect.get(Object(value), 'certificate');
  const key = Reflect.get(Object(value), 'key');
  if (typeof certificate === 'string' && typeof key === 'string') return { certificate, key };
  throw new Inconclusive('preamble', `${text} is not configured: add it under "csms" in the configuration`);
}

function triedBy(run: CaseRun): TriedConnection {
  const { connection } = run;
  if (typeof connection === 'object' && connection !== null && 'result' in connection && 'options' in connection)
    return connection as TriedConnection;
  throw new TestDesignError('no connection was tried before', '"the Charging Station connects" first');
}

/** Form 11: the verdict of the CSMS on the last connection, and facts about it. */
export async function judgeConnection(run: CaseRun, args: Arguments): Promise<void> {
  const tried = triedBy(run);
  run.expected();
  const wanted = args.text(1) === 'refuses' ? 'refuses' : 'accepts';
  const rows = args.table === undefined ? [] : rowsOf(parseKeys(args.table, keys.verdict, 'the connection'));
  const outcome = wanted === 'refuses' ? await refusalOf(run, tried) : await acceptanceOf(run, args, tried);
  judgeLooked(run, { kind: 'connection', wanted, rows }, { tried: outcome }, args.requirements(3));
}

async function acceptanceOf(run: CaseRun, args: Arguments, tried: TriedConnection): Promise<Tried> {
  const { result } = tried;
  if (!result.ok) return { ok: false, at: result.at, reason: result.reason };
  const probing = args.table?.some(([key]) => key === 'tls.suites' || key === 'tls.serverCertificate') === true;
  return { ok: true, facts: await connectionFacts(run, tried, probing) };
}

/** No verdict on a refusal without its positive control (DESIGN.md section 4). */
async function refusalOf(run: CaseRun, { options, result }: TriedConnection): Promise<Tried> {
  if (!result.ok && result.by === 'us')
    throw new Inconclusive('network', `our side ended the attempt at ${result.at}: ${result.reason}`);
  const control = await benchOf(run).control(options);
  run.setting.timeline.append({
    type: 'note',
    text: control.completed ? 'positive control completed' : `no positive control: ${control.reason}`,
  });
  if (!control.completed) {
    throw new Inconclusive(
      'preamble',
      `no verdict without a positive control: the same options against a willing server failed (${control.reason})`,
    );
  }
  if (!result.ok) return { ok: false, at: result.at, reason: result.reason };
  result.link.drop();
  return { ok: true };
}

/** Keys such as `tls.version` are paths into the facts; `refused at` is one name. */
function rowsOf(rows: ReturnType<typeof parseKeys>): Rows {
  return rows.flatMap(({ row, key, cells }) =>
    cells.map(
      (cell): Row => ({ row, label: key, kind: 'field', path: key.split('.').map((name) => ({ name })), cell }),
    ),
  );
}
