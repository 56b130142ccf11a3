import type { Status, StatusDetails } from 'allure-js-commons';
import type { Verdict } from '../../check/verdict.ts';
import { knownWords } from '../baseline.ts';
import { type CaseEvidence, explanationOf, failedChecks, outcomeOf } from '../evidence.ts';
import { printable } from '../markup.ts';
import { explanationFor } from '../verdict/explanation.ts';
import { explanationText } from '../verdict/text.ts';

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

/** Message and details of a case; the message starts with the verdict, which the categories of the report match. */
export function statusDetails(evidence: CaseEvidence): StatusDetails {
  const { result } = evidence;
  const outcome = outcomeOf(result.verdict);
  if (outcome === 'pass') return result.reason === undefined ? {} : { message: printable(result.reason) };
  if (outcome === 'not applicable') return { message: printable(`not applicable: ${result.reason ?? 'by PICS'}`) };
  const excuse = result.known === true ? { known: true, muted: true } : {};
  const checks = failedChecks(result);
  const told = checks.map((check) => printable(explanationText(explanationFor(evidence, check))));
  const known = result.known === true ? `known difference: ${knownWords(result)}\n` : '';
  const head = `${known}${outcome}${result.cause === undefined ? '' : ` (${result.cause})`}: ${explanationOf(result) ?? ''}`;
  const [first] = told;
  const alone = first?.startsWith(outcome) === true && known === '' ? first : undefined;
  return {
    ...excuse,
    message: alone ?? [printable(head), ...told.slice(0, 1)].join('\n'),
    ...(told.length > 1 ? { trace: told.join('\n\n') } : {}),
  };
}
