import { createInterface } from 'node:readline';
import { type Clock, ScaledClock } from '../clock/index.ts';
import { type Place, sentence } from './intents.ts';
import type { Intent, Operator, OperatorOutcome } from './types.ts';

/** Where the person sits: process.stdin and process.stdout, or a pair of streams that behave so. */
export interface OperatorTerminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}
export interface PromptOperatorOptions {
  readonly terminal: OperatorTerminal;
  readonly clock?: Clock;
  /** Where the files lie that words name. */
  readonly place?: Place;
  /** Wall ms until the question is asked once more; 60 s when left out. */
  readonly remindAfterMs?: number;
  /** Wall ms until the order counts as not done; 5 minutes when left out. */
  readonly giveUpAfterMs?: number;
}

/** Nobody can be asked. */
export class NoOperatorTerminal extends Error {
  override readonly name = 'NoOperatorTerminal';
  constructor() {
    super(
      'the operator is a person, but there is no terminal to ask at: run in a terminal, or configure another operator (embedded, http)',
    );
  }
}

const refusals = '[s reason] skip it   [f reason] it could not be done';
const keysFor = ({ kind }: Intent) => `${kind === 'view' ? '[what is shown, Enter]' : '[Enter] done'}   ${refusals}`;

/** undefined: the line is no answer. */
function understood(line: string, { kind }: Intent): OperatorOutcome | undefined {
  const text = line.trim();
  const [, key, reason = ''] = /^([sf])(?:\s+(.*))?$/i.exec(text) ?? [];
  if (key?.toLowerCase() === 's') return { outcome: 'skipped', reason: reason || 'skipped by the operator' };
  if (key !== undefined) return { outcome: 'not-done', reason: reason || 'no reason given' };
  if (kind === 'view') return text === '' ? undefined : { outcome: 'accepted', shown: text };
  return text === '' ? { outcome: 'accepted' } : undefined;
}

/** The operator is a person at a terminal; orders are asked one after the other. Throws NoOperatorTerminal when nobody can be asked. */
export function promptOperator(options: PromptOperatorOptions): Operator {
  const { terminal, clock = new ScaledClock(), remindAfterMs = 60_000, giveUpAfterMs = 300_000 } = options;
  if (terminal.input.isTTY !== true) throw new NoOperatorTerminal();
  const lines = createInterface({ input: terminal.input, terminal: false });
  const say = (text: string) => terminal.output.write(`${text}\n`);
  let asked: { readonly intent: Intent; readonly settle: (outcome: OperatorOutcome) => void } | undefined;
  let gone = false;
  let before: Promise<unknown> = Promise.resolve();
  const closed: OperatorOutcome = { outcome: 'not-done', reason: 'the terminal was closed' };

  lines.on('line', (line) => {
    if (asked === undefined) return;
    const outcome = understood(line, asked.intent);
    if (outcome === undefined) say(`  "${line.trim()}" is no answer. ${keysFor(asked.intent)}`);
    else asked.settle(outcome);
  });
  lines.on('close', () => {
    gone = true;
    asked?.settle(closed);
  });

  function ask(station: string, intent: Intent): Promise<OperatorOutcome> {
    if (gone) return Promise.resolve(closed);
    const task = sentence(station, intent, options.place);
    say(`\n>>> ${task}\n    ${keysFor(intent)}`);
    return new Promise((resolve) => {
      const cancelReminder = clock.afterWall(remindAfterMs, () => say(`>>> Still waiting: ${task}`));
      const late: OperatorOutcome = { outcome: 'not-done', reason: `no answer within ${giveUpAfterMs / 1000} s` };
      const cancelDeadline = clock.afterWall(giveUpAfterMs, () => asked?.settle(late));
      const settle = (outcome: OperatorOutcome) => {
        asked = undefined;
        cancelReminder();
        cancelDeadline();
        resolve(outcome);
      };
      asked = { intent, settle };
    });
  }

  return {
    order: (station, intent) => {
      const turn = before.then(() => ask(station, intent));
      before = turn;
      return turn;
    },
    close: async () => lines.close(),
  };
}
