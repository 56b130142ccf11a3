import { TestDesignError } from '../../check/language/index.ts';
import type { CaseRun } from './case-run.ts';
import { CheckFailed, Inconclusive, NotApplicable, stackOf } from './outcome.ts';

/** Puts on record why a sentence could not be carried to its end. */
export function blame(run: CaseRun, error: unknown): void {
  if (error instanceof CheckFailed) return;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof NotApplicable) {
    run.checks.notApplicable(message);
    return;
  }
  const id = run.checks.idFor(run.step, run.sentence);
  if (error instanceof Inconclusive)
    run.check({
      id,
      level: 'SHALL',
      result: 'inconclusive',
      cause: error.blame,
      message,
      ...(error.late ? { late: true } : {}),
    });
  else
    run.check({
      id,
      level: 'SHALL',
      result: 'error',
      message:
        error instanceof TestDesignError ? `test design: ${placeOf(run)}${message}` : `harness: ${stackOf(error)}`,
    });
}

/** Feature file and line of the present sentence, where they are known. */
function placeOf({ setting, step }: CaseRun): string {
  const place = setting.places?.[Math.max(0, step - 1)];
  return place === undefined ? '' : `${place}: `;
}
