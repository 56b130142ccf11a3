export { alternativesIn, type Claim, howOf, judgeClaim } from './claim.ts';
export {
  type FactBench,
  type FactClaim,
  factObservation,
  judgeFacts,
  type Reading,
  readingFault,
  type Tried,
} from './facts.ts';
export { type Blame, checkOf, type Fault, faultOf } from './fault.ts';
export { readClaim, storeClaim, UnreadableClaim } from './stored.ts';
