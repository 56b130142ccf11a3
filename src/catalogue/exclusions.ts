import { evaluateCondition, parseCondition, termsOf } from './condition.ts';
import { rules } from './consistency.ts';
import type { Answers, Condition, OfficialCase } from './types.ts';

/** Two sets of cases that no product can have to pass together. */
export interface Exclusion {
  readonly cases: readonly string[];
  readonly against: readonly string[];
}

const term = (name: string): Condition => ({ kind: 'term', term: name });

/** When a case applies at all: under one of its profiles. */
function applies({ profiles }: OfficialCase): Condition {
  const rows = profiles.map(({ name, condition }): Condition => {
    if (condition === undefined) return term(name);
    return { kind: 'and', of: [term(name), parseCondition(condition)] };
  });
  return rows.length === 1 && rows[0] !== undefined ? rows[0] : { kind: 'or', of: rows };
}

/** Is there a set of answers under which the condition holds? Tries one open term after the other. */
function satisfiable(condition: Condition, answers: Answers = {}): boolean {
  const value = evaluateCondition(condition, answers);
  if (value !== undefined) return value;
  const open = termsOf(condition).find((name) => answers[name] === undefined);
  if (open === undefined) return false;
  return [true, false].some((answer) => satisfiable(condition, { ...answers, [open]: answer }));
}

/** Terms that help the condition when true, and those that help it when false. */
interface Leaning {
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
}
function leaning(condition: Condition): Leaning {
  if (condition.kind === 'term') return { yes: new Set([condition.term]), no: new Set() };
  if (condition.kind === 'not') {
    const { yes, no } = leaning(condition.of);
    return { yes: no, no: yes };
  }
  const parts = condition.of.map(leaning);
  return {
    yes: new Set(parts.flatMap(({ yes }) => [...yes])),
    no: new Set(parts.flatMap(({ no }) => [...no])),
  };
}

interface Law extends Leaning {
  readonly condition: Condition;
  readonly terms: readonly string[];
}
/** The rules of Part 5 for a role, read. */
function lawsOf(role: OfficialCase['role']): Law[] {
  return rules
    .filter((rule) => rule.role === role || rule.role === 'both')
    .map(({ holds }) => parseCondition(holds))
    .map((condition) => ({ condition, terms: termsOf(condition), ...leaning(condition) }));
}

interface Group {
  readonly condition: Condition;
  readonly terms: readonly string[];
  /** What the rules add is in `yes`: who needs ISO15118 needs SmartCharging. */
  readonly leans: Leaning;
  readonly cases: string[];
}

function groupOf(condition: Condition, laws: readonly Law[]): Group {
  const { yes, no } = leaning(condition);
  const implied = laws.filter((law) => [...law.no].some((name) => yes.has(name))).flatMap((law) => [...law.yes]);
  return { condition, terms: termsOf(condition), leans: { yes: new Set([...yes, ...implied]), no }, cases: [] };
}

/** Cases by what they demand of the product. */
function groups(cases: readonly OfficialCase[], laws: readonly Law[]): Group[] {
  const byCondition = new Map<string, Group>();
  for (const official of cases.filter(({ certified }) => certified)) {
    const condition = applies(official);
    const key = JSON.stringify(condition);
    const group = byCondition.get(key) ?? groupOf(condition, laws);
    group.cases.push(official.id);
    byCondition.set(key, group);
  }
  return [...byCondition.values()];
}

const pull = (one: Group, other: Group) => [...one.leans.yes].some((name) => other.leans.no.has(name));

function excludeEachOther(one: Group, other: Group, laws: readonly Law[]): boolean {
  // Without a term that one wants true and the other false, all wishes can be granted at once.
  if (!pull(one, other) && !pull(other, one)) return false;
  const all = new Set([...one.terms, ...other.terms]);
  const binding = laws.filter(({ terms }) => terms.every((name) => all.has(name))).map(({ condition }) => condition);
  return !satisfiable({ kind: 'and', of: [one.condition, other.condition, ...binding] });
}

/** Cases that exclude each other: one product can never have to pass both (TC_L_10_CS and TC_L_11_CS). */
export function exclusions(role: OfficialCase['role'], cases: readonly OfficialCase[]): readonly Exclusion[] {
  const laws = lawsOf(role);
  const all = groups(
    cases.filter((official) => official.role === role),
    laws,
  );
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => excludeEachOther(one, other, laws))
      .map((other) => ({ cases: one.cases, against: other.cases })),
  );
}
