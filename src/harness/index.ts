export { nearest } from '../check/language/index.ts';
export { allActions } from '../ocpp/index.ts';
export type { CaseRun } from './case/case-run.ts';
export type { CaseVerb } from './case/verbs/index.ts';
export { type BaselineEntry, loadBaseline } from './config/baseline.ts';
export { completeConfig, loadConfig, sutsOf, UsageError } from './config/load.ts';
export { loadPics, overlaid } from './config/pics.ts';
export { fileNameOf } from './config/suts.ts';
export type { Config } from './config/types.ts';
export { FeatureError, runScenarios, type Scenario, scenariosIn } from './cucumber.ts';
export { type DeviceInventory, type Difference, inventoryDifferences, takeInventory } from './device/inventory.ts';
export { JournalFile, journalPath } from './device/journal-file.ts';
export { type Inventory, inventory } from './inventory.ts';
export { irreversible, irreversibleObstacle } from './irreversible.ts';
export { lintFeatures } from './lint/index.ts';
export { checkPlanned } from './lint/planned.ts';
export { missingFixture } from './missing.ts';
export { type Needs, needsOf } from './needs.ts';
export { officialSchemas } from './official-schemas.ts';
export { packageRoot } from './package-root.ts';
export { securityProfileObstacle } from './prerequisites.ts';
export { currentRun, Run, type RunOptions } from './run.ts';
export { pkiFor, runPki, sharedRoots } from './run-pki.ts';
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
