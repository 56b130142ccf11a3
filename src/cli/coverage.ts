import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../harness/index.ts';
import { coverageOf, coverageText, type Summary } from '../report/index.ts';

export interface CoverageCommand {
  readonly reports: string;
  readonly json?: boolean;
}

function summaryIn(file: string): Summary {
  if (!existsSync(file))
    throw new UsageError(`${file}: no such file; run "assay start" or "assay run" first, or give --reports`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`${file}: no readable JSON; run the suite again`);
  }
  if (isSummary(value)) return value;
  throw new UsageError(`${file}: no summary of a run (it has no "cases"); give the folder of a run with --reports`);
}

const isSummary = (value: unknown): value is Summary =>
  typeof value === 'object' && value !== null && 'cases' in value && Array.isArray(value.cases);

/** `assay coverage`: requirement -> checks -> verdict of the last run. Exit code 1 when a check cites an id that does not exist. */
export function coverageCommand({ reports, json }: CoverageCommand): number {
  const coverage = coverageOf(summaryIn(join(reports, 'summary.json')));
  process.stdout.write(json === true ? `${JSON.stringify(coverage, undefined, 2)}\n` : coverageText(coverage));
  return coverage.unknown.length === 0 ? 0 : 1;
}
