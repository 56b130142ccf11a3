export { allCases, findCase, nearestCase } from './cases.ts';
export {
  ConditionError,
  decidingTerms,
  evaluateCondition,
  normaliseCondition,
  parseCondition,
  termsOf,
} from './condition.ts';
export { type Contradiction, contradictions } from './consistency.ts';
export { type Dispute, disputeLine, disputesOf, disputesTable } from './disputes.ts';
export { type Exclusion, exclusions } from './exclusions.ts';
export { type Change, changes, conditionLines, wordsOf } from './explain.ts';
export { aliases, allFeatures, findFeature, picsTerms } from './features.ts';
export { casesJson, casesText } from './listing.ts';
export type { PlanRequest } from './plan.ts';
export { type Applicability, applicability, plan, staleRisk, withImplementation } from './plan.ts';
export type { ProfileName } from './profiles.ts';
export { blockNames, certificationProfiles, isProfile } from './profiles.ts';
export { requirementMeaning } from './requirement-meanings.ts';
export { allRequirements, isRequirementId, requirementFault } from './requirements.ts';
export {
  readAnswer,
  rolesOf,
  statementKeys,
  statementYaml,
  termOfKey,
  type Written,
  type WrittenAnswer,
} from './statement.ts';
export { statementSchema } from './statement-schema.ts';
export type * from './types.ts';
