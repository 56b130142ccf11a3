import { Status } from 'allure-js-commons';
import type { AllureStatus } from './status.ts';

const members: Readonly<Record<AllureStatus, Status>> = {
  passed: Status.PASSED,
  failed: Status.FAILED,
  broken: Status.BROKEN,
  skipped: Status.SKIPPED,
};

/** The library's enum member for a status word. */
export function statusOf(word: AllureStatus): Status {
  return members[word];
}
