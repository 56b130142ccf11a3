export { allCases, findCase, nearestCase } from './cases.ts';
export {
  ConditionError,
  decidingTerms,
  evaluateCondition,
  normaliseCondition,
  parseCondition,
  termsOf,
} from './condition.ts';
export { allFeatures, findFeature, picsTerms } from './features.ts';
export { casesJson, casesText } from './listing.ts';
export type { PlanRequest } from './plan.ts';
export { plan, staleRisk, withImplementation } from './plan.ts';
export type { ProfileName } from './profiles.ts';
export { blockNames, certificationProfiles, isProfile } from './profiles.ts';
export type * from './types.ts';
