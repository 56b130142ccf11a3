import { printVariable, TestDesignError } from '../../check/language/index.ts';
import type { RuleContext } from '../../check/rules/context.ts';
import { cellRules, timelineRules } from '../../check/rules/index.ts';
import type { Observation } from '../../check/types.ts';
import type { CaseRun } from './case-run.ts';

/** What rules know of the run beside the value. */
function ruleContext(run: CaseRun, observation: Observation | undefined): RuleContext {
  const { config, bench } = run;
  const endpoint = config.csms.endpoints[config.securityProfile];
  const { chargingRateUnit, phases } = config.fixtures;
  return {
    observations: run.inbox.all,
    identity: config.identity,
    password: bench.password,
    roots: { CSMS: [bench.assets.csmsRoot] },
    files: run.files,
    wallNow: run.clock.wallNow(),
    schedule: { chargingRateUnit, numberPhases: phases },
    variable: (name) => run.variables.get(printVariable(name)),
    ...(endpoint === undefined ? {} : { csmsHost: new URL(endpoint).hostname }),
    ...(observation === undefined ? {} : { observation }),
  };
}

/** Judges `obeys "rule"`; an unknown rule is a fault of the feature. */
export function cellRule(run: CaseRun, rule: string, value: unknown, observation: Observation): string | undefined {
  const judge = cellRules[rule];
  if (judge === undefined) throw new TestDesignError(`no rule "${rule}"`, Object.keys(cellRules).join(', '));
  return judge(value, ruleContext(run, observation));
}

/** Judges `the rule "..." holds` over the whole case. */
export function timelineRule(run: CaseRun, rule: string): string | undefined {
  const judge = timelineRules[rule];
  if (judge === undefined) throw new TestDesignError(`no rule "${rule}"`, Object.keys(timelineRules).join(', '));
  return judge(run.inbox.all, ruleContext(run, undefined));
}
