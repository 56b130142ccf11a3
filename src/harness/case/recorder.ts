import { type Path, printVariable, type Rows, refsOf } from '../../check/language/index.ts';
import { type MatchContext, type PlacedVariable, place, type Resolver } from '../../check/match/index.ts';
import type { RuleSaid, Values } from '../../timeline/events.ts';
import type { CaseRun } from './case-run.ts';
import { matchContext } from './match-context.ts';
import { momentOf } from './moments.ts';
import { timelineRule } from './rules.ts';

/** Hands out what judging asks for and notes it, so that the same judgement can be made again without the device. */
export class Recorder implements Resolver {
  readonly #run: CaseRun;
  readonly #names = new Map<string, unknown>();
  readonly #variables = new Map<string, unknown>();
  readonly rules: RuleSaid[] = [];

  constructor(run: CaseRun) {
    this.#run = run;
  }

  name(name: string): unknown {
    const value = this.#run.names.name(name);
    this.#names.set(name, value);
    return value;
  }
  message(message: string, nth: number | 'last', path: Path, before: number | undefined): unknown {
    return this.#run.names.message(message, nth, path, before);
  }
  variable(variable: PlacedVariable): unknown {
    const value = this.#run.names.variable(variable);
    this.#variables.set(printVariable(variable), value);
    return value;
  }

  get context(): MatchContext {
    const context = matchContext(this.#run, (variable) => this.variable(variable));
    return {
      ...context,
      resolver: this,
      rule: (rule, value, observation, more) =>
        this.#said(rule, observation.sequence, context.rule(rule, value, observation, more)),
    };
  }
  timelineRule(rule: string): string | undefined {
    return this.#said(
      rule,
      0,
      timelineRule(this.#run, rule, (variable) => this.variable(variable)),
    );
  }
  #said(rule: string, event: number, reason: string | undefined): string | undefined {
    this.rules.push({ rule, event, ...(reason === undefined ? {} : { reason }) });
    return reason;
  }

  get names(): Values {
    return [...this.#names];
  }
  get variables(): Values {
    return [...this.#variables];
  }
}

/** Names and variables that rows refer to, with the values they have now; what has none yet is left out. */
export function resolved(run: CaseRun, rows: Rows): { readonly names: Values; readonly variables: Values } {
  const names = new Map<string, unknown>();
  const variables = new Map<string, unknown>();
  for (const ref of rows.flatMap(({ cell }) => refsOf(cell))) {
    if (ref.kind === 'name' && run.names.knows(ref.name)) names.set(ref.name, run.names.name(ref.name));
    const variable = ref.kind === 'variable' ? place(ref.variable, momentOf(run)) : undefined;
    if (typeof variable === 'object') variables.set(printVariable(variable), run.names.variable(variable));
  }
  return { names: [...names], variables: [...variables] };
}

/** What of `asked` was not known before, or is another value now. */
export function beyond(known: Values, asked: Values): Values {
  const before = new Map(known.map(([name, value]) => [name, JSON.stringify(value)]));
  return asked.filter(([name, value]) => before.get(name) !== JSON.stringify(value) || !before.has(name));
}
