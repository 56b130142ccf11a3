import { parseSpan } from '../check/language/index.ts';
import { type Moment, spanMs } from '../check/match/index.ts';
import { fixtures as fixtureNames } from '../check/names.ts';
import { csmsStates } from '../states/csms/index.ts';
import { stationStates } from '../states/station/index.ts';
import type { State, StateAct } from '../states/types.ts';
import { inputDefaults } from './case/verbs/reach.ts';
import type { Config } from './config/types.ts';
import type { Scenario } from './cucumber.ts';
import { readSentence, type Sentence } from './lint/sentence.ts';
import { NominalSituation } from './nominal-situation.ts';

/** What a case asks of its surroundings, as far as its scenario and the states it reaches say. */
export interface Needs {
  /** Names of fixtures, sorted. */
  readonly fixtures: readonly string[];
  /** What hands do, in order. */
  readonly acts: readonly string[];
  /** Messages that an operator makes the CSMS send, in order. */
  readonly orders: readonly string[];
  /** OCPP seconds that it waits at least: spans it names, reboots. */
  readonly waitSeconds: number;
}

const known: ReadonlySet<string> = new Set(fixtureNames);
const resets = /power-cycles|restores the power/;

/** Walks one scenario with a nominal situation. */
class Walk {
  readonly #config: Config;
  readonly #states: ReadonlyMap<string, State>;
  readonly #situation: NominalSituation;
  readonly #moment: Moment;
  readonly fixtures = new Set<string>();
  readonly acts: string[] = [];
  readonly orders: string[] = [];
  waitMs = 0;

  constructor(config: Config) {
    this.#config = config;
    const states = config.sut === 'station' ? stationStates : csmsStates;
    this.#states = new Map(states.map((state) => [state.name, state]));
    this.#situation = new NominalSituation(config);
    this.#moment = {
      resolver: { name: (name) => config.durations[name], message: () => undefined, variable: () => undefined },
      now: 0,
      before: undefined,
    };
  }

  #names(texts: readonly string[]): void {
    for (const text of texts) {
      for (const [, name = ''] of text.matchAll(/<([^<>]+)>/g)) {
        const plain = name.replace(/^(?:SHA\d{3} )?hash (?:data )?of /, '');
        if (known.has(plain) || this.#config.fixtures.tokens[plain] !== undefined) this.fixtures.add(plain);
      }
    }
  }

  #wait(span: string): void {
    const ms = spanMs(parseSpan(span), this.#moment);
    if (typeof ms === 'number') this.waitMs += ms;
  }
  /** One reset, one reboot, however often scenario and states speak of it. */
  #reboot(): void {
    if (!this.#situation.booting) this.waitMs += (this.#config.durations['reboot time'] ?? 0) * 1000;
    this.#situation.booting = true;
  }

  #act(words: string): void {
    this.acts.push(words);
    this.#names([words]);
    if (resets.test(words)) this.#reboot();
    this.#situation.acted(words);
  }

  sentence(text: string, rows: readonly (readonly string[])[]): void {
    const sentence = readSentence(text);
    if (sentence.form === 'state') {
      this.#state(sentence, rows);
      return;
    }
    this.#names([text, ...rows.flat()]);
    const { words, names } = sentence;
    if (sentence.form === 'act') this.#act(words['act'] ?? '');
    if (sentence.form === 'ask') this.orders.push(...names);
    if (sentence.form === 'pass') this.#wait(text.replace(/ pass(?:es)?$/, ''));
    const lasting = / for (\S.*?(?:seconds?|minutes?|hours?))(?: |$|:)/.exec(text)?.[1];
    if (sentence.window === 'for' && lasting !== undefined) this.#wait(lasting);
    if (sentence.form !== 'message') return;
    for (const name of names) this.#situation.sent(name);
    if (names.includes('ResetRequest')) this.#reboot();
    if (names.includes('BootNotificationRequest')) this.#situation.booting = false;
  }

  #state({ text, words }: Sentence, rows: readonly (readonly string[])[]): void {
    this.#names(rows.flat());
    const before = this.#situation.mode;
    this.#situation.mode = text.includes('(remote)') ? 'remote' : text.includes('(local)') ? 'local' : before;
    this.#situation.inputs = new Map(rows.map(([key = '', value = '']) => [key, value]));
    const state = this.#states.get(words['state'] ?? '');
    if (state !== undefined) this.#reach(state);
    this.#situation.mode = before;
  }

  #reach(state: State): void {
    if (state.reached?.(this.#situation) === true) return;
    for (const { state: name, when } of state.before ?? []) {
      const before = this.#states.get(name);
      if (before !== undefined && (when === undefined || when(this.#situation))) this.#reach(before);
    }
    for (const { when, act, deadline } of state.stages) {
      if (when !== undefined && !when(this.#situation)) continue;
      if (act !== undefined) this.#stage(act);
      if (deadline !== 'boot') continue;
      this.#reboot();
      this.#situation.booting = false;
    }
  }

  #stage(act: StateAct): void {
    if ('hand' in act) this.#act(this.#filled(act.does));
    if ('passes' in act) this.#wait(act.passes);
    if ('asks' in act) this.orders.push(act.asks);
    if ('sends' in act) this.#situation.sent(act.sends);
    if ('sends' in act && act.sends === 'ResetRequest') this.#reboot();
    const fields = 'sends' in act ? act.fields : 'asks' in act ? { ...act.words, ...act.request } : undefined;
    this.#names(Object.values(fields ?? {}).map((cell) => this.#filled(cell)));
  }

  #filled(text: string): string {
    return text.replace(
      /<state input ([^>]+)>/g,
      (_all, key: string) => this.#situation.input(key) ?? inputDefaults[key] ?? '',
    );
  }
}

/** What a case needs; of several scenarios (examples) everything together, waits added up. */
export function needsOf(scenarios: readonly Scenario[], config: Config): Needs {
  const walks = scenarios.map(({ pickle }) => {
    const walk = new Walk(config);
    for (const { text, argument } of pickle.steps) {
      const rows = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? [];
      walk.sentence(text, rows);
    }
    return walk;
  });
  return {
    fixtures: [...new Set(walks.flatMap(({ fixtures }) => [...fixtures]))].sort(),
    acts: walks.flatMap(({ acts }) => acts),
    orders: walks.flatMap(({ orders }) => orders),
    waitSeconds: Math.round(walks.reduce((sum, { waitMs }) => sum + waitMs, 0) / 1000),
  };
}
