import { decidingTerms, evaluateCondition, parseCondition, termsOf } from './condition.ts';
import { localStops, riskByTerm } from './data/stale-risks.ts';
import { disputeLine, disputesOf } from './disputes.ts';
import type { Answers, Decision, OfficialCase, PlannedCase, PlanRow, ProfileRow } from './types.ts';

export interface PlanRequest {
  /** Scenarios that exist, by case id. */
  readonly implemented: ReadonlyMap<string, { readonly uri: string; readonly line: number }>;
  /** PICS: feature ids and profile names; a profile counts as supported unless answered false. */
  readonly answers: Answers;
  readonly role?: OfficialCase['role'];
  /** Certification profiles asked for; [] or left out = all, and the cases outside certification too. */
  readonly profiles?: readonly string[];
  /** Cases asked for by id; a missing PICS answer does not keep such a case out. [] or left out = all. */
  readonly ids?: readonly string[];
}
interface Judged {
  readonly decision: Decision;
  readonly reason: string;
}

function judgeRow({ name, condition }: ProfileRow, answers: Answers): Judged {
  if (answers[name] === false) return { decision: 'not applicable', reason: `profile ${name} is not supported` };
  if (condition === undefined) return { decision: 'selected', reason: 'selected' };
  const parsed = parseCondition(condition);
  const holds = evaluateCondition(parsed, answers);
  if (holds === true) return { decision: 'selected', reason: 'selected' };
  const terms = decidingTerms(parsed, answers);
  if (holds === undefined) return { decision: 'undecided', reason: `${terms.join(', ')} not answered` };
  return { decision: 'not applicable', reason: terms.map((term) => `${term} is ${String(answers[term])}`).join(', ') };
}

/** Whether the case applies to this product: it is enough that one of the profiles wants it. */
function applies(rows: readonly ProfileRow[], answers: Answers): Judged {
  const judged = rows.map((row) => judgeRow(row, answers));
  if (judged.length === 0 || judged.some(({ decision }) => decision === 'selected'))
    return { decision: 'selected', reason: 'selected' };
  const open = judged.filter(({ decision }) => decision === 'undecided');
  const because = [...new Set((open.length > 0 ? open : judged).map(({ reason }) => reason))].join('; ');
  return open.length > 0
    ? { decision: 'undecided', reason: `undecided: ${because} (answer under "pics" or name the case)` }
    : { decision: 'not applicable', reason: `not applicable: ${because}` };
}

export type Applicability = 'applies' | 'does not apply' | 'open';
/** Whether a case is for this product: by its profiles and their conditions alone. */
export function applicability(official: OfficialCase, answers: Answers): Applicability {
  const { decision } = applies(official.profiles, answers);
  return decision === 'selected' ? 'applies' : decision === 'undecided' ? 'open' : 'does not apply';
}

function decide(official: OfficialCase, request: PlanRequest): Judged {
  const { role, profiles = [], ids = [], answers, implemented } = request;
  if (role !== undefined && official.role !== role)
    return { decision: 'other', reason: `not selected: ${official.role} under test` };
  if (ids.length > 0 && !ids.includes(official.id)) return { decision: 'other', reason: 'not selected: not named' };
  const rows =
    profiles.length === 0 ? official.profiles : official.profiles.filter(({ name }) => profiles.includes(name));
  if (profiles.length > 0 && rows.length === 0)
    return { decision: 'other', reason: `not selected: not in ${profiles.join(', ')}` };
  const judged = applies(rows, answers);
  const wanted = judged.decision === 'selected' || (judged.decision === 'undecided' && ids.length > 0);
  if (!wanted) return judged;
  if (!implemented.has(official.id)) return { decision: 'not implemented', reason: 'not implemented' };
  if (judged.decision === 'undecided') return { decision: 'selected', reason: `selected by name; ${judged.reason}` };
  return { decision: 'selected', reason: official.certified ? 'selected' : 'selected (not part of certification)' };
}

/** Which unlisted change of errata 5.2 (2025-09) may bear on the conditions of a case; undefined = none known. */
export function staleRisk(official: OfficialCase): string | undefined {
  const terms = official.profiles.flatMap(({ condition }) =>
    condition === undefined ? [] : termsOf(parseCondition(condition)),
  );
  const found = riskByTerm.filter(([match]) => terms.some((term) => match.test(term))).map(([, why]) => why);
  if (localStops.has(official.id)) found.push('stop methods of their own (C-70, C-71, C-72, C-75)');
  return found.length === 0 ? undefined : found.join('; ');
}

/** Marks which official cases have a scenario. */
export function withImplementation(official: OfficialCase, implemented: PlanRequest['implemented']): PlannedCase {
  const feature = implemented.get(official.id);
  return { ...official, implemented: feature !== undefined, ...(feature === undefined ? {} : { feature }) };
}

/** What a run with this request does with every case, and why; rows keep the order of `cases`. */
export function plan(cases: readonly OfficialCase[], request: PlanRequest): PlanRow[] {
  return cases.map((official) => {
    const risk = staleRisk(official);
    const { decision, reason } = decide(official, request);
    const disputed = disputesOf(official.id).map(disputeLine);
    return {
      ...withImplementation(official, request.implemented),
      decision,
      included: decision === 'selected',
      reason,
      ...(risk === undefined ? {} : { staleRisk: risk }),
      ...(disputed.length === 0 ? {} : { disputed }),
    };
  });
}
