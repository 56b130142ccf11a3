import type { Status, StatusDetails } from 'allure-js-commons';
import type { CaseResult, CheckResult, Verdict } from '../../check/verdict.ts';
import { knownWords } from '../baseline.ts';
import { explanationOf, failedChecks, outcomeOf } from '../evidence.ts';
import { printable } from '../markup.ts';

export type AllureStatus = `${Status}`;

const statuses: Readonly<Record<Verdict, AllureStatus>> = {
  pass: 'passed',
  fail: 'failed',
  inconclusive: 'broken',
  error: 'broken',
  none: 'broken',
  'not applicable': 'skipped',
};

/** The one place where a verdict becomes an Allure status (DESIGN.md section 3). */
export function allureStatus(verdict: Verdict): AllureStatus {
  return statuses[verdict];
}

/** A check in words: what, requirement, expected, actual. */
export function checkWords({ id, requirement, level, result, cause, message, expected, actual }: CheckResult): string {
  const head = `${result}${cause === undefined ? '' : ` (${cause})`}: ${id} [${requirement ?? 'no requirement id'}] ${level}`;
  const lines = [head];
  if (message !== undefined) lines.push(message);
  const inMessage = message?.includes('\nExpected:') === true;
  if (expected !== undefined && !inMessage) lines.push(`expected: ${expected}`);
  if (actual !== undefined && !inMessage) lines.push(`actual: ${actual}`);
  return printable(lines.join('\n'));
}

/** Message and details of a case; the message starts with the verdict, which the categories of the report match. */
export function statusDetails(result: CaseResult): StatusDetails {
  const outcome = outcomeOf(result.verdict);
  if (outcome === 'pass') return result.reason === undefined ? {} : { message: printable(result.reason) };
  if (outcome === 'not applicable') return { message: printable(`not applicable: ${result.reason ?? 'by PICS'}`) };
  const excuse = result.known === true ? { known: true, muted: true } : {};
  const checks = failedChecks(result);
  const first = checks[0];
  const words = first === undefined ? undefined : checkWords(first);
  const head = `${result.known === true ? `known difference: ${knownWords(result)}\n` : ''}${outcome}${result.cause === undefined ? '' : ` (${result.cause})`}: ${explanationOf(result) ?? ''}`;
  const told = words?.startsWith(outcome) === true && result.reason === undefined && result.known !== true;
  return {
    ...excuse,
    message: told ? words : [printable(head), ...(words === undefined ? [] : [words])].join('\n'),
    ...(checks.length > 1 ? { trace: checks.map(checkWords).join('\n\n') } : {}),
    ...(first?.expected === undefined ? {} : { expected: printable(first.expected) }),
    ...(first?.actual === undefined ? {} : { actual: printable(first.actual) }),
  };
}
