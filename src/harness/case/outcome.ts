import type { Cause } from '../../check/verdict.ts';

/** A check of this case failed and is on record; the rest of the scenario is not run. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}
/** Something that is not the SUT's fault kept us from judging. */
export class Inconclusive extends Error {
  override readonly name = 'Inconclusive';
  readonly blame: Cause;
  constructor(cause: Cause, message: string) {
    super(message);
    this.blame = cause;
  }
}
/** The case does not apply to this SUT; the reason is a PICS or a capability. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}
