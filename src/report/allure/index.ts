export { withoutAnalytics } from './analytics.ts';
export { generateAllureReport, ReportError } from './generate.ts';
export type { AllureResults } from './results.ts';
export { allureResults } from './results.ts';
export { allureStatus } from './status.ts';
