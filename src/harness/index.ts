export { allActions } from '../ocpp/index.ts';
export type { CaseRun } from './case/case-run.ts';
export type { CaseVerb } from './case/verbs/index.ts';
export { completeConfig, loadConfig, UsageError } from './config/load.ts';
export type { Config } from './config/types.ts';
export { FeatureError, runScenarios, type Scenario, scenariosIn } from './cucumber.ts';
export { packageRoot } from './package-root.ts';
export { securityProfileObstacle } from './prerequisites.ts';
export { currentRun, Run, type RunOptions, runPki } from './run.ts';
export { edition, errata, packageVersion } from './version.ts';
export {
  acts,
  assets,
  certificates,
  conditions,
  connectorStatuses,
  hands,
  links,
  stateNames,
  viewNames,
} from './vocabulary.ts';
