export type { KnownDifference } from './baseline.ts';
export { staleEntries, withKnown, withKnownFinding } from './baseline.ts';
export { consoleSummary } from './console.ts';
export type { Counts } from './counts.ts';
export { countsOf, exitCode, fiveNumberLine, lastLine } from './counts.ts';
export type { Coverage, CoverageRow } from './coverage.ts';
export { coverageOf, coverageText } from './coverage.ts';
export { sequenceDiagram } from './diagram/index.ts';
export type { CaseEvidence, Outcome, RunFacts, RunFinding } from './evidence.ts';
export { explanationOf, outcomeOf, timelinePageOf } from './evidence.ts';
export type { Flake, Repetition } from './flakes.ts';
export { flakeLines, repetitionOf } from './flakes.ts';
export { inventoryText } from './inventory.ts';
export { junitXml } from './junit.ts';
export type { DeclaredMutant, KillMatrix, MutantRow, MutantTrial, TriedCase } from './kill-matrix/index.ts';
export {
  concernsOf,
  isKilled,
  killMatrix,
  killMatrixDocument,
  killMatrixPage,
  mutantLine,
  mutantRow,
  scoreLine,
} from './kill-matrix/index.ts';
export { timelinePage } from './pages/timeline.ts';
export { profileTable } from './profile-table.ts';
export type { ProgressEnd, ProgressStart, ProgressStyle } from './progress.ts';
export { clockTime, finishedLine, startedLine } from './progress.ts';
export { difference, messagesOf, type ReferenceRun } from './reference/index.ts';
export type { Summary } from './summary.ts';
export { statement, summaryOf, writeJson } from './summary.ts';
export { type Explanation, explanationsOf } from './verdict/explanation.ts';
