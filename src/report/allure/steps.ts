import { Stage, type StepResult } from 'allure-js-commons';
import type { CaseResult, CheckResult } from '../../check/verdict.ts';
import type { StepEvent } from '../../timeline/events.ts';
import type { CaseEvidence } from '../evidence.ts';
import { failedChecks } from '../evidence.ts';
import { checkWords } from '../verdict/text.ts';
import { allureStatus } from './status.ts';
import { statusOf } from './status-word.ts';

function step(
  name: string,
  verdict: CaseResult['verdict'],
  start: number,
  stop: number,
  inner: StepResult[] = [],
  message?: string,
): StepResult {
  return {
    name,
    status: statusOf(allureStatus(verdict)),
    stage: Stage.FINISHED,
    statusDetails: message === undefined ? {} : { message },
    steps: inner,
    attachments: [],
    parameters: [],
    start,
    stop,
  };
}

/** The step a check belongs to: its id is `TC_X/<n>-<slug>`, n counting the steps from 1. */
function stepNumber({ id }: CheckResult, caseId: string): number | undefined {
  if (!id.startsWith(`${caseId}/`)) return undefined;
  const number = Number.parseInt(id.slice(caseId.length + 1), 10);
  return Number.isNaN(number) ? undefined : number;
}

const asVerdict = ({ result }: CheckResult): CaseResult['verdict'] =>
  result === 'fail' || result === 'error' || result === 'inconclusive' ? result : 'pass';

function worst(checks: readonly CheckResult[]): CaseResult['verdict'] {
  const found = checks.map(asVerdict);
  return (['error', 'fail', 'inconclusive'] as const).find((verdict) => found.includes(verdict)) ?? 'pass';
}

interface Played {
  readonly begin: StepEvent;
  readonly end?: StepEvent;
}

function played({ events }: CaseEvidence): Played[] {
  const steps: Played[] = [];
  for (const event of events) {
    if (event.type !== 'step') continue;
    const open = steps.at(-1);
    if (event.what === 'begin') steps.push({ begin: event });
    else if (open !== undefined && open.end === undefined) steps[steps.length - 1] = { ...open, end: event };
  }
  return steps;
}

/** The judge as the last step: every check outside the sentences, and every check that did not pass. */
function judge(result: CaseResult, told: ReadonlySet<CheckResult>, at: number): StepResult[] {
  const failed = new Set(failedChecks(result));
  const shown = result.checks.filter((check) => failed.has(check) || !told.has(check));
  if (shown.length === 0) return [];
  const inner = shown.map((check) => {
    const requirement = check.requirement === undefined ? '' : ` [${check.requirement}]`;
    // What a sentence has told already is only named here.
    const message = check.result === 'pass' || told.has(check) ? undefined : checkWords(check);
    return step(`${check.result}: ${check.id}${requirement}`, asVerdict(check), at, at, [], message);
  });
  return [step('Judge', worst(shown), at, at, inner)];
}

/**
 * The sentences of the scenario with the result of their checks, from the verdict table and the timeline (never from
 * Cucumber). A sentence that began and did not end is broken.
 */
export function allureSteps(evidence: CaseEvidence): StepResult[] {
  const { result, events, startedAt } = evidence;
  const first = events[0]?.elapsed ?? 0;
  const wall = (elapsed: number): number => Math.round(startedAt + elapsed - first);
  const last = wall(events.at(-1)?.elapsed ?? first);
  const told = new Set<CheckResult>();
  const sentences = played(evidence).map(({ begin, end }, index) => {
    const checks = result.checks.filter((check) => stepNumber(check, result.id) === index + 1);
    for (const check of checks) told.add(check);
    const verdict = end === undefined && worst(checks) === 'pass' ? 'inconclusive' : worst(checks);
    const bad = checks.filter((check) => asVerdict(check) !== 'pass').map(checkWords);
    const message = bad.length > 0 ? bad.join('\n\n') : end === undefined ? 'did not end' : undefined;
    return step(
      `${begin.keyword} ${begin.text}`,
      verdict,
      wall(begin.elapsed),
      end === undefined ? last : wall(end.elapsed),
      [],
      message,
    );
  });
  return [...sentences, ...judge(result, told, last)];
}
