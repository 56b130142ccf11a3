import { readFileSync } from 'node:fs';
import { type Clock, ScaledClock } from '../clock/index.ts';
import { exchange, type HttpReply } from './exchange.ts';
import { settingWords, valuesOf } from './intents.ts';
import { type OperatorTable, readTable, type TableEntry, TableFault, type TableStep } from './table.ts';
import { fillBody, fillText, MissingWord, pick } from './template.ts';
import type { Intent, Operator, OperatorOutcome } from './types.ts';

export interface HttpOperatorOptions {
  /** YAML: which intent is which HTTP exchange (examples/operator-http.yaml). */
  readonly tableFile: string;
  /** Only wall time is used. */
  readonly clock?: Clock;
  /** Where `${env:NAME}` looks; process.env when left out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** One run of one table entry: its name and the words for its placeholders. */
interface Job {
  readonly name: string;
  readonly words: Map<string, readonly string[]>;
}

const mainSettings = settingWords.filter((key) => key !== 'status' && key !== 'group');

/** Of a choice that a person may make ("Pending or Rejected"), a table takes the first. */
const firstOf = (key: string, value: string): string =>
  key === 'next boot status' ? (value.split(' or ')[0] ?? value) : value;

/** A configure intent may set several things; tokens stand in columns and become one job each. */
function settingJobs(settings: readonly (readonly [string, string])[]): Job[] {
  return mainSettings.flatMap((key) =>
    valuesOf(settings, key).map((value, index): Job => {
      const words = new Map([[key, [firstOf(key, value)]]]);
      for (const beside of key === 'token' ? ['status', 'group'] : []) {
        const column = valuesOf(settings, beside);
        const said = column[index] ?? column[0];
        if (said !== undefined) words.set(beside, [said]);
      }
      return { name: `configure ${key}`, words };
    }),
  );
}

function jobsOf(intent: Intent): Job[] {
  if (intent.kind === 'restart') return [{ name: 'restart', words: new Map() }];
  if (intent.kind === 'configure') return settingJobs(intent.settings);
  if (intent.kind === 'view') {
    const [, kind = intent.what, name = ''] =
      /^(variable|monitors|report|transaction cost)(?: of)?\s*(.*)$/.exec(intent.what) ?? [];
    return [{ name: `view ${kind}`, words: new Map([['name', [name]]]) }];
  }
  const words = new Map<string, readonly string[]>();
  for (const [key] of intent.words) words.set(key, valuesOf(intent.words, key));
  const evse = /EVSE (\d+)/.exec(words.get('transaction')?.[0] ?? '')?.[1];
  if (evse !== undefined) words.set('transaction evse', [evse]);
  return [{ name: intent.action, words }];
}

class HttpOperator implements Operator {
  /** Many an API answers with what the station answered. */
  readonly mayWaitForStation = true;
  readonly #table: OperatorTable;
  readonly #clock: Clock;
  /** What answers told, by station: the driver's own memory of ids. */
  readonly #memory = new Map<string, Map<string, readonly string[]>>();
  #lastId = 0;

  constructor(table: OperatorTable, clock: Clock) {
    this.#table = table;
    this.#clock = clock;
  }

  async order(station: string, intent: Intent): Promise<OperatorOutcome> {
    let last: OperatorOutcome = { outcome: 'accepted' };
    for (const job of jobsOf(intent)) {
      const entry = this.#table.entries.get(job.name);
      if (entry === undefined) return { outcome: 'unavailable', reason: `the table has no "${job.name}"` };
      last = await this.#run(station, job, entry);
      if (last.outcome !== 'accepted') return last;
    }
    return last;
  }
  async close(): Promise<void> {}

  async #run(station: string, job: Job, { before, step }: TableEntry): Promise<OperatorOutcome> {
    try {
      for (const one of before) {
        const early = await this.#step(station, job, one);
        if (early.outcome !== 'accepted') return early;
      }
      return await this.#step(station, job, step);
    } catch (error) {
      if (error instanceof MissingWord) return { outcome: 'not-done', reason: `${job.name}: ${error.message}` };
      throw error;
    }
  }

  async #step(station: string, job: Job, step: TableStep): Promise<OperatorOutcome> {
    const memory = this.#memory.get(station) ?? new Map<string, readonly string[]>();
    this.#memory.set(station, memory);
    // Ids grow from run to run too: a CSMS may remember those of the last one. They fit 31 bits.
    this.#lastId = Math.max(this.#lastId + 1, Math.floor(this.#clock.wallNow() / 1000) % 2 ** 31);
    const own = { station, now: new Date(this.#clock.wallNow()).toISOString(), 'new id': String(this.#lastId) };
    const values = new Map([
      ...memory,
      ...job.words,
      ...Object.entries(own).map(([name, value]) => [name, [value]] as const),
    ]);
    const plain = (text: string) => fillText(text, values, (value) => value);
    const headers = { ...this.#table.headers, ...step.headers };
    const reply = await exchange(
      this.#clock,
      {
        method: step.method,
        url: this.#table.base + fillText(step.url, values, encodeURIComponent),
        headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, plain(text)])),
        body: fillBody(step.body, values),
      },
      this.#table.timeoutSeconds * 1000,
    );
    return judge(step, reply, memory);
  }
}

function judge(
  step: TableStep,
  { status, text, json }: HttpReply,
  memory: Map<string, readonly string[]>,
): OperatorOutcome {
  const what = `${step.method} ${step.url}`;
  if (step.unavailable.includes(status))
    return { outcome: 'unavailable', reason: `${what} was answered with HTTP ${status}` };
  if (status < 200 || status > 299)
    return { outcome: 'not-done', reason: `${what} was answered with HTTP ${status}: ${text.slice(0, 200)}` };
  for (const [name, path] of Object.entries(step.remember)) {
    const value = pick(json, path);
    if (value === undefined)
      return { outcome: 'not-done', reason: `${what}: the answer has no ${path} to remember as ${name}` };
    memory.set(`@${name}`, [value]);
  }
  if (step.show === undefined) return { outcome: 'accepted' };
  const shown = pick(json, step.show);
  return shown === undefined
    ? { outcome: 'not-done', reason: `${what}: the answer has no ${step.show}` }
    : { outcome: 'accepted', shown };
}

/**
 * A CSMS with an API of its own: intents become HTTP exchanges by a YAML table. An intent missing there is `unavailable`. Throws
 * TableFault (file, line, what to do) when the table cannot be used; an order throws OperatorUnreachable when nobody answers.
 */
export function httpOperator({
  tableFile,
  clock = new ScaledClock(),
  env = process.env,
}: HttpOperatorOptions): Operator {
  let text: string;
  try {
    text = readFileSync(tableFile, 'utf8');
  } catch (error) {
    throw new TableFault(
      `${tableFile}: cannot be read (${error instanceof Error ? error.message : String(error)}); give the path of the operator table`,
    );
  }
  return new HttpOperator(readTable(text, tableFile, env), clock);
}
