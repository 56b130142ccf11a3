import type { MatchContext } from '../../check/match/index.ts';
import type { CaseRun } from './case-run.ts';
import { cellRule } from './rules.ts';

/** What judging rows needs of the case. */
export function matchContext(run: CaseRun): MatchContext {
  const { voltage, phases } = run.config.fixtures;
  return {
    resolver: run.names,
    schemas: run.setting.schemas,
    toleranceMs: run.config.tolerance * 1000,
    supply: { voltage, phases },
    rule: (rule, value, observation) => cellRule(run, rule, value, observation),
    holds: (condition) =>
      run.bench.hardware.evses.some(
        ({ connectors }) => condition === 'fixed cable' && connectors.some(({ fixedCable }) => fixedCable),
      ),
  };
}
