import type { CaseResult } from '../../check/verdict.ts';
import { worse, worstById } from '../../check/verdict.ts';
import type { CaseRun } from './case-run.ts';
import { headline } from './headline.ts';

/** What a case that has ended comes to; `before`: earlier examples of the same case, of which the worst counts. */
export function resultOf({ setting, checks, config, startedAt }: CaseRun, before: CaseResult | undefined): CaseResult {
  const { id, title, timeline } = setting;
  const { verdict, inapplicable } = checks;
  const all = timeline.shown(checks.all);
  const worst =
    all.find(({ result }) => result === verdict) ??
    all.find(({ result }) => result === 'inconclusive' || result === 'error');
  const because = worst?.message === undefined ? {} : { reason: headline(worst) };
  return {
    id,
    title,
    verdict: before === undefined ? verdict : worse(before.verdict, verdict),
    checks: worstById([...(before?.checks ?? []), ...all]),
    durationMs: Math.round((before?.durationMs ?? 0) + performance.now() - startedAt),
    subject: config.subject,
    timeline: `timeline/${id}.jsonl`,
    examples: (before?.examples ?? 0) + 1,
    ...(worst?.cause === undefined ? {} : { cause: worst.cause }),
    ...(inapplicable === undefined ? because : { reason: inapplicable }),
  };
}
