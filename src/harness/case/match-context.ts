import type { MatchContext, PlacedVariable } from '../../check/match/index.ts';
import type { CaseRun } from './case-run.ts';
import { cellRule } from './rules.ts';

/** What judging rows needs of the case. */
export function matchContext(
  run: CaseRun,
  variable: (variable: PlacedVariable) => unknown = (name) => run.names.variable(name),
): MatchContext {
  const { voltage, phases } = run.config.fixtures;
  return {
    resolver: run.names,
    schemas: run.setting.schemas,
    toleranceMs: run.config.tolerance * 1000,
    supply: { voltage, phases },
    rule: (rule, value, observation, more) => cellRule(run, rule, value, observation, variable, more === true),
    holds: (condition) => conditions(run).includes(condition),
  };
}

/** Conditions of `only if` that hold for this hardware. */
export function conditions(run: CaseRun): readonly string[] {
  const fixed = run.bench.hardware.evses.some(({ connectors }) => connectors.some(({ fixedCable }) => fixedCable));
  return fixed ? ['fixed cable'] : [];
}
