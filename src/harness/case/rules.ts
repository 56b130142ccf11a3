import { TestDesignError } from '../../check/language/index.ts';
import type { PlacedVariable } from '../../check/match/index.ts';
import type { RuleContext } from '../../check/rules/context.ts';
import { actsOf, ordersOf } from '../../check/rules/facts.ts';
import { cellRules, timelineRules } from '../../check/rules/index.ts';
import type { Observation } from '../../check/types.ts';
import type { CaseRun } from './case-run.ts';

type Lookup = (variable: PlacedVariable) => unknown;

/** What rules know of the case whatever they look at. */
export function ruleFacts({ config, bench }: CaseRun) {
  const endpoint = config.csms.endpoints[config.securityProfile];
  const { chargingRateUnit, phases } = config.fixtures;
  return {
    identity: config.identity,
    roots: { CSMS: [bench.assets.csmsRoot] },
    schedule: { chargingRateUnit, numberPhases: phases },
    ...(endpoint === undefined ? {} : { csmsHost: new URL(endpoint).hostname }),
  };
}

/** What rules know of the run beside the value. */
function ruleContext(run: CaseRun, observation: Observation | undefined, lookup: Lookup): RuleContext {
  return {
    ...ruleFacts(run),
    observations: run.inbox.all,
    password: run.bench.password,
    files: run.files,
    wallNow: run.clock.wallNow(),
    toleranceMs: run.config.tolerance * 1000,
    orders: ordersOf(run.setting.timeline.events()),
    acts: actsOf(run.setting.timeline.events()),
    txPoints: {
      start: run.txPoints('TxStartPoint', run.config.txStartPoint),
      stop: run.txPoints('TxStopPoint', run.config.txStopPoint),
    },
    token: (fixture) => tokenNamed(run, fixture),
    variable: (name) => {
      const value = lookup(name);
      return typeof value === 'string' ? value : undefined;
    },
    ...(observation === undefined ? {} : { observation }),
  };
}

function tokenNamed({ config }: CaseRun, fixture: string): { readonly idToken: string } {
  const token = config.fixtures.tokens[fixture];
  if (token === undefined)
    throw new TestDesignError(`no token <${fixture}>`, Object.keys(config.fixtures.tokens).join(', '));
  return token;
}

/** Judges `obeys "rule"`; an unknown rule is a fault of the feature. */
export function cellRule(
  run: CaseRun,
  rule: string,
  value: unknown,
  observation: Observation,
  lookup: Lookup,
  more: boolean,
): string | undefined {
  const judge = cellRules[rule];
  if (judge === undefined) throw new TestDesignError(`no rule "${rule}"`, Object.keys(cellRules).join(', '));
  return judge(value, { ...ruleContext(run, observation, lookup), more });
}

/** Judges `the rule "..." holds` over the whole case. */
export function timelineRule(run: CaseRun, rule: string, lookup: Lookup): string | undefined {
  const judge = timelineRules[rule];
  if (judge === undefined) throw new TestDesignError(`no rule "${rule}"`, Object.keys(timelineRules).join(', '));
  return judge(run.inbox.all, ruleContext(run, undefined, lookup));
}
