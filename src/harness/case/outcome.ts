import type { Cause } from '../../check/verdict.ts';
import { packageRoot } from '../package-root.ts';

/** A check of this case failed and is on record; the rest of the scenario is not run. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}
/** Something that is not the SUT's fault kept us from judging. */
export class Inconclusive extends Error {
  override readonly name = 'Inconclusive';
  readonly blame: Cause;
  /** A deadline passed. */
  readonly late: boolean;
  constructor(cause: Cause, message: string, late = false) {
    super(message);
    this.blame = cause;
    this.late = late;
  }
}
/** The case does not apply to this SUT; the reason is a PICS or a capability. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}

/** What an error of ours says and where, without the places of this machine. */
export function stackOf(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  // Where our code stands on this machine is nobody's business in a report.
  return text.replaceAll(packageRoot, '').replaceAll('file://', '');
}
