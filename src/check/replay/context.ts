import type { CaseFacts, Closing, Opening, Sender, TimelineEvent, Values } from '../../timeline/events.ts';
import { printVariable, TestDesignError } from '../language/index.ts';
import { type MatchContext, messageValue, type PlacedVariable } from '../match/index.ts';
import { actsOf, ordersOf } from '../rules/facts.ts';
import { cellRules, type RuleContext, timelineRules } from '../rules/index.ts';
import type { Schemas } from '../schemas.ts';
import type { Observation } from '../types.ts';

/** This version asks for something that the recording does not hold. */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded';
}

/** A case as its timeline tells it. */
export interface RecordedCase {
  readonly facts: CaseFacts;
  readonly sut: Sender;
  readonly schemas: Schemas;
  /** Everything that was observed, by index, also what came after the moment in question. */
  readonly observations: readonly Observation[];
  readonly events: readonly TimelineEvent[];
  /** OCPP time of the last event. */
  readonly lastAt: number;
}

export interface ReplayContext extends MatchContext {
  readonly timelineRule: (rule: string) => string | undefined;
}

/** The mark of a secret in evidence (src/timeline/redactor.ts): what it hides can be compared and nothing else. */
const hidden = 'redacted:';

/** Looks up names and variables as recorded, later values first. */
function lookup(...all: readonly Values[]): (name: string) => { readonly value: unknown } | undefined {
  const known = new Map(all.flat());
  return (name) => (known.has(name) ? { value: known.get(name) } : undefined);
}

/** Rules in the order in which they were asked: the same question gets the same recorded answer. */
class Said {
  readonly #left: Closing['rules'][number][];
  constructor(rules: Closing['rules']) {
    this.#left = [...rules];
  }
  take(rule: string, event: number): { readonly reason: string | undefined } {
    const at = this.#left.findIndex((each) => each.rule === rule && each.event === event);
    const [said] = at < 0 ? [] : this.#left.splice(at, 1);
    if (said === undefined)
      throw new NotRecorded(`the rule "${rule}" looks at a secret or a file that is not recorded`);
    return { reason: said.reason };
  }
}

/** What judging needs of the case, from what was recorded with the expectation. */
export function replayContext(
  { facts, schemas, observations, events }: RecordedCase,
  opening: Opening,
  closing: Closing,
  end: number,
): ReplayContext {
  const seen = observations.slice(0, end);
  const name = lookup(opening.names, closing.names);
  const variableNamed = lookup(opening.variables, closing.variables);
  const variable = (wanted: PlacedVariable) => variableNamed(printVariable(wanted))?.value;
  const said = new Said(closing.rules);
  const before = events.filter(({ at }) => at <= closing.now);
  const ruleContext = (observation: Observation | undefined): RuleContext => ({
    ...facts,
    observations: seen,
    wallNow: closing.wallNow,
    variable: (wanted) => {
      const value = variable(wanted);
      return typeof value === 'string' ? value : undefined;
    },
    orders: ordersOf(before),
    acts: actsOf(before),
    get txPoints(): NonNullable<RuleContext['txPoints']> {
      throw new NotRecorded('start and stop points are not kept in a timeline');
    },
    token: (fixture) => {
      throw new NotRecorded(`<${fixture}> is not recorded`);
    },
    get files(): ReadonlyMap<string, Uint8Array> {
      throw new NotRecorded('files are not kept in a timeline');
    },
    ...(closing.password === undefined ? {} : { password: closing.password }),
    ...(observation === undefined ? {} : { observation }),
  });
  /** A rule is asked anew; what it cannot know from a recording it said then. */
  const answered = (rule: string, event: number, secret: boolean, ask: () => string | undefined) => {
    const then = () => said.take(rule, event).reason;
    if (secret) return then();
    try {
      return ask();
    } catch (error) {
      if (error instanceof NotRecorded) return then();
      throw error;
    }
  };
  return {
    schemas,
    toleranceMs: facts.toleranceMs,
    supply: facts.supply,
    holds: (condition) => facts.holds.includes(condition),
    resolver: {
      name: (wanted) => {
        const found = name(wanted);
        if (found === undefined) throw new NotRecorded(`<${wanted}> is not recorded`);
        return found.value;
      },
      message: (message, nth, path, before) => messageValue(seen, message, nth, path, before),
      variable,
    },
    rule: (rule, value, observation, more) => {
      const judge = cellRules[rule];
      if (judge === undefined) throw new TestDesignError(`no rule "${rule}"`, Object.keys(cellRules).join(', '));
      const secret = JSON.stringify(value)?.includes(hidden) === true;
      return answered(rule, observation.sequence, secret, () =>
        judge(value, { ...ruleContext(observation), more: more === true }),
      );
    },
    timelineRule: (rule) => {
      const judge = timelineRules[rule];
      if (judge === undefined) throw new TestDesignError(`no rule "${rule}"`, Object.keys(timelineRules).join(', '));
      return answered(rule, 0, false, () => judge(seen, ruleContext(undefined)));
    },
  };
}
