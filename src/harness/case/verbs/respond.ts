import { parseVertical, type Rows, TestDesignError } from '../../../check/language/index.ts';
import { isAction } from '../../../ocpp/index.ts';
import type { HeldCall } from '../../../peer/peer.ts';
import { until } from '../../waiting.ts';
import type { CaseRun, SentCall } from '../case-run.ts';
import { compose } from '../compose.ts';
import { compositionOf, fetchVariables } from '../moments.ts';
import { Inconclusive } from '../outcome.ts';
import { echoOf } from '../response-echo.ts';
import type { Arguments } from '../sentence.ts';
import { checkRows } from '../static.ts';
import { callError } from './answer.ts';
import { expectAmount, instancesOf } from './expecting.ts';

/** Form 7: the answer of the SUT, or ours to the waiting request. */
export async function respond(run: CaseRun, args: Arguments): Promise<void> {
  if (!run.isSut(args.actor(0))) return answerWaiting(run, args);
  const amount = args.amount(1);
  const instances = await instancesOf(run, amount.names, args);
  const call = callAnsweredBy(run, amount.names);
  if (call === undefined || instances.length > 1) {
    const calls = instances.length > 1 ? run.sent.filter(({ answered }) => !answered) : [];
    const from = calls[0]?.from;
    for (const each of calls) each.answered = true;
    return expectAmount(
      run,
      amount,
      instances,
      args.window(2),
      args.requirements(3),
      from === undefined ? {} : { from },
    );
  }
  call.answered = true;
  const names = amount.names.includes('CALLERROR') ? amount.names : [...amount.names];
  await expectAnswer(run, names, instances, call, args);
}

/** The oldest CALL of ours whose answer is still to be expected and that such an answer may answer. */
function callAnsweredBy(run: CaseRun, names: readonly string[]): SentCall | undefined {
  const open = run.sent.filter(({ answered }) => !answered);
  return (
    open.find(({ action }) => names.includes(`${action}Response`)) ??
    (names.includes('CALLERROR') ? open.at(-1) : undefined)
  );
}

/** The first answer to that CALL, whatever its kind, is the one that is judged. */
async function expectAnswer(
  run: CaseRun,
  names: readonly string[],
  instances: Rows[],
  call: SentCall,
  args: Arguments,
): Promise<void> {
  const { amount } = args.amount(1);
  await expectAmount(run, { amount, names }, instances, args.window(2), args.requirements(3), {
    from: call.from,
    answering: call.action,
  });
}

/** Our answer to a request of the SUT that waits for this sentence. */
async function answerWaiting(run: CaseRun, args: Arguments): Promise<void> {
  const [message = ''] = args.amount(1).names;
  const [rows = []] = args.table === undefined ? [] : parseVertical(args.table);
  checkRows(run, message, rows);
  await fetchVariables(run, rows);
  const held = await waitingCall(run, message);
  run.stimulate();
  if (message === 'CALLERROR') return held.answer(callError(run, rows));
  const payload = compose(
    message,
    rows,
    compositionOf(run),
    echoOf(held.action, held.request, () => run.clock.now()),
  );
  held.answer({ kind: 'result', payload });
}

async function waitingCall(run: CaseRun, message: string): Promise<HeldCall> {
  const { peer } = run.bench;
  const fits = ({ action }: HeldCall) => message === 'CALLERROR' || `${action}Response` === message;
  if (message !== 'CALLERROR' && !isAction(message.replace(/Response$/, '')))
    throw new TestDesignError(`${message} answers nothing`, 'a Response');
  const seconds = run.config.deadlines.message;
  const waiting = {
    check: () => peer.held.find(fits),
    changed: (again: () => void) => peer.onHeld(again),
  };
  const found = await until(run.clock, seconds * 1000, waiting, 0, run.interrupt);
  if (found === undefined)
    throw new Inconclusive('sut-not-ready', `no request waits for a ${message} after ${seconds} s`, true);
  return found;
}
