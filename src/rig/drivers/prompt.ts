import { createInterface } from 'node:readline';
import type { Clock } from '../../clock/index.ts';
import type { Rig, RigAct, RigDescription, RigOutcome } from '../model/types.ts';
import { Books } from './books.ts';
import { sentence } from './words.ts';

/** Where the person sits: process.stdin and process.stdout, or a pair of streams that behave so. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}
export interface PromptRigOptions {
  readonly terminal: Terminal;
  readonly description: RigDescription;
  readonly clock: Clock;
  /** Wall ms until the question is asked once more; 60 s when left out. */
  readonly remindAfterMs?: number;
  /** Wall ms until the act counts as not done; 5 minutes when left out. */
  readonly giveUpAfterMs?: number;
}

/** Nobody can be asked. */
export class NoTerminal extends Error {
  override readonly name = 'NoTerminal';
  constructor() {
    super(
      'the rig is a person, but there is no terminal to ask at: run in a terminal, or configure another rig (embedded, octt-sut-api)',
    );
  }
}

const keys = '[Enter] done   [s reason] skip it   [f reason] it could not be done';

/** undefined: the line is no answer. */
function understood(line: string): RigOutcome | undefined {
  const text = line.trim();
  if (text === '') return { outcome: 'done' };
  const [, key, reason = ''] = /^([sf])(?:\s+(.*))?$/i.exec(text) ?? [];
  if (key === undefined) return undefined;
  const skipped = key.toLowerCase() === 's';
  return {
    outcome: skipped ? 'skipped' : 'not-done',
    reason: reason || (skipped ? 'skipped by the operator' : 'no reason given'),
  };
}

/** The rig is a person at a terminal. Acts are asked one after the other. Throws `NoTerminal` when nobody can be asked. */
export function promptRig(options: PromptRigOptions): Rig {
  const { terminal, description, clock, remindAfterMs = 60_000, giveUpAfterMs = 300_000 } = options;
  if (terminal.input.isTTY !== true) throw new NoTerminal();
  const books = new Books(description, () => clock.now());
  const lines = createInterface({ input: terminal.input, terminal: false });
  const say = (text: string) => terminal.output.write(`${text}\n`);
  let answer: ((outcome: RigOutcome) => void) | undefined;
  let gone = false;
  let before: Promise<unknown> = Promise.resolve();

  lines.on('line', (line) => {
    if (answer === undefined) return;
    const outcome = understood(line);
    if (outcome === undefined) say(`  "${line.trim()}" is no answer. ${keys}`);
    else answer(outcome);
  });
  lines.on('close', () => {
    gone = true;
    answer?.({ outcome: 'not-done', reason: 'the terminal was closed' });
  });

  function ask(act: RigAct): Promise<RigOutcome> {
    if (gone) return Promise.resolve({ outcome: 'not-done', reason: 'the terminal was closed' });
    const task = sentence(act);
    say(`\n>>> ${task}\n    ${keys}`);
    return new Promise((resolve) => {
      const remind = clock.afterWall(remindAfterMs, () => say(`>>> Still waiting: ${task}`));
      const giveUp = clock.afterWall(giveUpAfterMs, () => answer?.({ outcome: 'not-done', reason: 'no answer' }));
      answer = (outcome) => {
        answer = undefined;
        remind();
        giveUp();
        resolve(outcome);
      };
    });
  }

  return {
    describe: async () => ({ ...description, measures: [] }),
    perform: (act) => {
      const turn = before.then(async () => books.note(act, await ask(act)));
      before = turn.catch(() => undefined); // the asker hears of it; the next one still gets a turn
      return turn;
    },
    read: async () => books.read(),
    subscribe: (listener) => books.subscribe(listener),
    close: async () => lines.close(),
  };
}
