export { inWords, judgeCell, show } from './cell.ts';
export {
  gapSeconds,
  type Instant,
  type MatchContext,
  type Mismatch,
  type PlacedVariable,
  type Resolver,
  remembering,
} from './context.ts';
export { isVariable, type Subject, sameNumber } from './equal.ts';
export {
  type Expected,
  evaluate,
  evaluateSum,
  type Moment,
  numberOf,
  place,
  resolveRef,
  spanMs,
  timeOf,
} from './evaluate.ts';
export { expandEach } from './expand.ts';
export { periodsFault, watts } from './periods.ts';
export { judgeRows, type RowsResult } from './rows.ts';
export { isSelector, selects } from './select.ts';
export { messageValue, valueAt } from './value-at.ts';
export { type Found, valuesAt } from './walk.ts';
