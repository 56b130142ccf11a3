import { type Dispute, disputeLine, disputesOf, requirementMeaning } from '../../catalogue/index.ts';
import { causeOf, causeRules } from '../../check/causes.ts';
import type { Accepted, Cause, CheckResult } from '../../check/verdict.ts';
import { type CaseEvidence, timelinePageOf } from '../evidence.ts';
import { around, type DifferenceLine, difference, differenceSentence, messagesOf } from '../reference/index.ts';
import { kindOf, type MissKind, nextSteps } from './kinds.ts';
import { type JsonLine, markedJson } from './marked-json.ts';

/** Everything a reader needs to know about a check that is not a pass. */
export interface Explanation {
  readonly check: CheckResult;
  readonly requirements: readonly { readonly id: string; readonly meaning?: string }[];
  readonly cause?: { readonly name: Cause; readonly title: string; readonly rule: string };
  readonly kind: MissKind;
  readonly accepted?: Accepted;
  /** The message that was judged or came closest, the paths that differ marked. */
  readonly nearest?: { readonly title: string; readonly json: readonly JsonLine[] };
  readonly where?: Where;
  readonly reference?: {
    readonly sentence: string;
    readonly lines: readonly DifferenceLine[];
    readonly subject: string;
  };
  readonly next: readonly string[];
  readonly disputed: readonly string[];
}
/** A place on the timeline. */
export interface Where {
  readonly event: number;
  readonly elapsedMs: number;
  /** File and anchor, relative to the reports folder. */
  readonly link: string;
}

/** Anchor of an event in the timeline page. */
export const anchorOf = (event: number): string => `event-${event}`;

const products = { station: 'charging station', csms: 'CSMS' } as const;

function whereOf({ result, events }: CaseEvidence, check: CheckResult): Where | undefined {
  const named = check.nearest?.event ?? check.events?.at(-1);
  const event =
    events.find(({ sequence }) => sequence === named) ??
    events.findLast((each) => each.type === 'check' && each.check === check.id);
  if (event === undefined) return undefined;
  const link = `${timelinePageOf(result)}#${anchorOf(event.sequence)}`;
  return { event: event.sequence, elapsedMs: event.elapsed, link };
}

function nearestOf({ events }: CaseEvidence, { nearest }: CheckResult): Explanation['nearest'] {
  if (nearest === undefined) return undefined;
  const event = events.find(({ sequence }) => sequence === nearest.event);
  const fields = event?.type === 'frame' ? payloadOf(event) : event?.type === 'connection' ? event.facts : undefined;
  const role = nearest.judged ? 'judged' : 'nearest';
  const view = event?.type === 'frame' && !/(?:Request|Response)$|^CALLERROR$/.test(nearest.name);
  // A view (a meter reading, a connector status) is a part of its message: its paths are not those of the message.
  const json = view
    ? [
        ...nearest.mismatches.map(({ path, expected, actual }) => ({
          text: `${path}: ${actual}`,
          wrong: `expected ${expected}`,
        })),
        ...markedJson(fields, []),
      ]
    : markedJson(fields, nearest.mismatches);
  return { title: `${role}: ${nearest.name}, event ${nearest.event}`, json };
}

function payloadOf({ frame }: CaseEvidence['events'][number] & { type: 'frame' }): unknown {
  if (frame.kind === 'call' || frame.kind === 'result') return frame.payload;
  if (frame.kind === 'error') return { errorCode: frame.errorCode, errorDescription: frame.errorDescription };
  return { reason: frame.reason, detail: frame.detail };
}

/** The step of the scenario that a check belongs to; for a monitor the one in which its event came. */
function stepOf({ events }: CaseEvidence, { id, events: named }: CheckResult): number {
  const own = /\/(\d+)-/.exec(id)?.[1];
  if (own !== undefined) return Number(own);
  const last = named?.at(-1) ?? Number.POSITIVE_INFINITY;
  return events.filter((each) => each.type === 'step' && each.what === 'begin' && each.sequence <= last).length;
}

function referenceOf(evidence: CaseEvidence, check: CheckResult): Explanation['reference'] {
  const { reference, events, role } = evidence;
  if (reference === undefined || events.length === 0) return undefined;
  const sut = role === 'station' ? 'Charging Station' : 'CSMS';
  const step = stepOf(evidence, check);
  // What came after the failure is not missing: the case ended there.
  const upTo = reference.messages.filter((message) => message.step <= step);
  const lines = around(difference(upTo, messagesOf(events, sut)), step);
  const sentence = differenceSentence(lines, products[role]) ?? 'up to here the reference sent the same messages';
  return { sentence, lines, subject: reference.subject };
}

/** `B07.FR.03, B07.FR.10` are two; `Part 2, 2.1.4` is one. */
const requirementIds = ({ requirement }: CheckResult): string[] =>
  requirement?.split(/, (?=[A-P]\d\d\.FR\.|(?:TC|X)_|Part )/) ?? [];

/** The document gives no id for a step of its own: the case as a whole says what it is about. */
function meaningOfStep(id: string, { official }: CaseEvidence): string | undefined {
  if (!id.includes('/step ') || official === undefined) return undefined;
  const about = official.requirements.length > 0 ? official.requirements.join(', ') : official.useCases.join(', ');
  return `the document names no requirement for this step; the case is about ${about}`;
}

/** Explains a check that is not a pass. */
export function explanationFor(evidence: CaseEvidence, check: CheckResult): Explanation {
  const disputes: readonly Dispute[] = disputesOf(evidence.result.id);
  const name = causeOf(
    check,
    disputes.some(({ open }) => open === true),
  );
  const kind = kindOf(check);
  const nearest = nearestOf(evidence, check);
  const where = whereOf(evidence, check);
  const reference = referenceOf(evidence, check);
  return {
    check,
    requirements: requirementIds(check).map((id) => {
      const meaning = requirementMeaning(id) ?? meaningOfStep(id, evidence);
      return { id, ...(meaning === undefined ? {} : { meaning }) };
    }),
    kind,
    next: nextSteps(name, kind, check.message),
    disputed: disputes.map(disputeLine),
    ...(name === undefined ? {} : { cause: { name, ...causeRules[name] } }),
    ...(check.accepted === undefined ? {} : { accepted: check.accepted }),
    ...(nearest === undefined ? {} : { nearest }),
    ...(where === undefined ? {} : { where }),
    ...(reference === undefined ? {} : { reference }),
  };
}

const told: readonly CheckResult['result'][] = ['error', 'fail', 'inconclusive', 'warning'];

/** Explanations of all checks of a case that are not a pass, the worst first. */
export function explanationsOf(evidence: CaseEvidence): Explanation[] {
  return evidence.result.checks
    .filter(({ result }) => told.includes(result))
    .sort((a, b) => told.indexOf(a.result) - told.indexOf(b.result))
    .map((check) => explanationFor(evidence, check));
}
