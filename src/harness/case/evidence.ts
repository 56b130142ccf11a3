import { type Claim, type FactClaim, factObservation, judgeFacts, storeClaim } from '../../check/claim/index.ts';
import type { Told } from '../../check/expect/index.ts';
import type { Rows } from '../../check/language/index.ts';
import type { Instant } from '../../check/match/index.ts';
import type { Level } from '../../check/verdict.ts';
import type { CaseFacts, Closing, ExpectationClosed, Looked, Opening } from '../../timeline/events.ts';
import type { CaseRun } from './case-run.ts';
import { conditions } from './match-context.ts';
import { beyond, Recorder, resolved } from './recorder.ts';
import { ruleFacts } from './rules.ts';
import { connectorTruth } from './seen.ts';

/** What judging any sentence of this case depends on, beside its events. */
export function caseFacts(run: CaseRun): CaseFacts {
  const { voltage, phases } = run.config.fixtures;
  return {
    ...ruleFacts(run),
    toleranceMs: run.config.tolerance * 1000,
    supply: { voltage, phases },
    holds: conditions(run),
    strict: run.setting.strict === true,
  };
}

/** An expectation that is on record as opened. */
export interface Opened {
  readonly expectation: number;
  readonly opening: Opening;
}

let expectations = 0;

/** Puts an expectation on record: what is expected, from where on, until when, and all values it refers to. */
export function openExpectation(
  run: CaseRun,
  expected: {
    readonly claim: Claim | FactClaim;
    readonly requirements: readonly string[];
    readonly alternatives: Told['alternatives'];
    readonly rows: Rows;
    readonly from: number;
    readonly deadline: number;
    readonly level?: Level;
  },
): Opened {
  const { claim, requirements, alternatives, from, deadline, level = 'SHALL' } = expected;
  expectations += 1;
  const opening: Opening = {
    claim: storeClaim(claim),
    sentence: run.sentence,
    requirement: run.requirementOf(requirements),
    level,
    blame: run.blameNow,
    ...resolved(run, expected.rows),
    connectors: connectorTruth(run),
  };
  run.setting.timeline.append({
    type: 'expectation.opened',
    expectation: expectations,
    check: run.checks.idFor(run.step, run.sentence),
    requirements,
    matcher: {
      sentence: run.sentence,
      alternatives: alternatives.map(({ event, rows }) => ({
        event,
        rows: rows.map(({ label, cell }) => [label, cell.text]),
      })),
    },
    mark: run.inbox.all[from - 1]?.sequence ?? 0,
    deadline,
    again: opening,
  });
  return { expectation: expectations, opening };
}

/** Puts on record how it ended, and what the decision was made from. */
export function closeExpectation(
  run: CaseRun,
  { expectation, opening }: Opened,
  decided: {
    readonly result: ExpectationClosed['result'];
    readonly reason: string | undefined;
    readonly consumed: readonly number[];
    readonly recorder: Recorder;
    readonly now: number;
    readonly from: number;
    readonly end: number;
    readonly since: Instant;
    readonly looked?: Looked;
  },
): void {
  const { result, reason, consumed, recorder, now, from, end, since, looked } = decided;
  const closing: Closing = {
    now,
    wallNow: run.clock.wallNow(),
    from,
    end,
    since: { at: since.at, ...(since.ownTime === undefined ? {} : { ownTime: since.ownTime }) },
    used: result === 'met' ? consumed : [],
    names: beyond(opening.names, recorder.names),
    variables: beyond(opening.variables, recorder.variables),
    rules: recorder.rules,
    ...(recorder.rules.length === 0 ? {} : { password: run.bench.password }),
    ...(looked === undefined ? {} : { looked }),
  };
  run.setting.timeline.append({
    type: 'expectation.closed',
    expectation,
    result,
    events: consumed.flatMap((index) => run.inbox.all[index]?.sequence ?? []),
    again: closing,
    ...(reason === undefined ? {} : { message: reason }),
  });
}

/** Judges what is no message (a connection, the rig, what is shown, a rule) from what was looked at, and puts both on record. */
export function judgeLooked(
  run: CaseRun,
  claim: FactClaim,
  looked: Looked,
  requirements: readonly string[],
  { level = 'SHALL', late = false }: { readonly level?: Level; readonly late?: boolean } = {},
): void {
  const now = run.clock.now();
  const from = run.inbox.end;
  const rows = 'rows' in claim ? claim.rows : [];
  const alternatives = [{ event: claim.kind, rows }];
  const opened = openExpectation(run, { claim, requirements, alternatives, rows, from, deadline: now, level });
  const recorder = new Recorder(run);
  const fault = judgeFacts(claim, looked, {
    context: recorder.context,
    now,
    observation: factObservation(run.sut, from, now),
    timelineRule: (rule) => recorder.timelineRule(rule),
  });
  const result = fault === undefined ? 'met' : 'mismatch';
  const decided = {
    result,
    reason: fault?.message,
    consumed: [],
    recorder,
    now,
    from,
    end: from,
    since: { at: now },
    looked,
  };
  closeExpectation(run, opened, { ...decided, result });
  const told = fault === undefined || !late ? fault : { ...fault, late: true };
  run.judge(requirements, told, level, opened.expectation);
}
