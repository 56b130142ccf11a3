import type { CaseResult, CheckResult } from '../check/verdict.ts';
import { verdictOf } from '../check/verdict.ts';
import type { RunFinding } from './evidence.ts';

/** A reviewed entry of the known differences. */
export interface KnownDifference {
  readonly case: string;
  readonly check: string;
  readonly reason: string;
  readonly link: string;
  /** `file:line` of the entry. */
  readonly place: string;
}

function excused<Check extends CheckResult>(check: Check, id: string, known: readonly KnownDifference[]): Check {
  const entry = known.find((each) => each.case === id && each.check === check.id);
  // Only a fail is a difference of the product: an error is ours, and what is inconclusive says nothing about it.
  if (entry === undefined || check.result !== 'fail') return check;
  return { ...check, known: { reason: entry.reason, link: entry.link } };
}

/**
 * The result with its known failures marked. A case stays a fail, and is `known` when nothing else keeps it from passing;
 * otherwise its verdict is that of the checks nobody excuses.
 */
export function withKnown(result: CaseResult, known: readonly KnownDifference[]): CaseResult {
  const checks = result.checks.map((check) => excused(check, result.id, known));
  const left = checks.filter((check) => check.known === undefined);
  if (left.length === checks.length) return result;
  const verdict = verdictOf(left);
  if (verdict === 'pass' || verdict === 'none') return { ...result, checks, known: true };
  const worst = left.find((check) => check.result === verdict);
  const { cause: _cause, reason: _reason, ...rest } = result;
  return {
    ...rest,
    verdict,
    checks,
    ...(worst?.cause === undefined ? {} : { cause: worst.cause }),
    ...(worst?.message === undefined ? {} : { reason: worst.message }),
  };
}

/** Check, reason and link of what the baseline excuses. */
export function knownWords({ checks }: CaseResult): string {
  return checks
    .flatMap(({ id, known }) => (known === undefined ? [] : [`${id}: ${known.reason} (${known.link})`]))
    .join('; ');
}

/** A finding of one case, marked when it is known. */
export function withKnownFinding(finding: RunFinding, known: readonly KnownDifference[]): RunFinding {
  const [id] = finding.cases;
  return id === undefined || finding.cases.length > 1 ? finding : excused(finding, id, known);
}

/** What an entry did in a run. */
type Use = 'failed' | 'gone' | 'not judged';

function useOf(entry: KnownDifference, results: readonly CaseResult[], findings: readonly RunFinding[]): Use {
  if (findings.some(({ id, cases, known }) => id === entry.check && cases.includes(entry.case) && known !== undefined))
    return 'failed';
  const uses = results
    .filter(({ id, verdict }) => id === entry.case && verdict !== 'not applicable')
    .map((result) => useIn(entry, result));
  if (uses.includes('failed')) return 'failed';
  // On several subjects it is gone when it is gone on each of them.
  return uses.length > 0 && uses.every((use) => use === 'gone') ? 'gone' : 'not judged';
}

function useIn(entry: KnownDifference, result: CaseResult): Use {
  const check = result.checks.find(({ id }) => id === entry.check);
  if (check?.result === 'fail') return 'failed';
  if (check?.result === 'error' || check?.result === 'inconclusive') return 'not judged';
  // A check that is not there was not reached, unless the case went to its end.
  return check !== undefined || result.verdict === 'pass' ? 'gone' : 'not judged';
}

/** Entries that no longer fail, as findings that fail the run; entries of cases that said nothing about them. */
export function staleEntries(
  known: readonly KnownDifference[],
  results: readonly CaseResult[],
  findings: readonly RunFinding[],
): { readonly stale: readonly RunFinding[]; readonly unused: number } {
  const uses = known.map((entry) => ({ entry, use: useOf(entry, results, findings) }));
  return {
    stale: uses
      .filter(({ use }) => use === 'gone')
      .map(({ entry }) => ({
        id: 'baseline/stale',
        level: 'SHALL',
        result: 'fail',
        message: `${entry.place}: ${entry.check} no longer fails; take the entry out`,
        cases: [entry.case],
      })),
    unused: uses.filter(({ use }) => use === 'not judged').length,
  };
}
