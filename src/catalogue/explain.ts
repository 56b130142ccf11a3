import { evaluateCondition, parseCondition, termsOf } from './condition.ts';
import { findFeature } from './features.ts';
import { type Applicability, applicability } from './plan.ts';
import { certificationProfiles } from './profiles.ts';
import type { Answers, Condition, OfficialCase, Statement } from './types.ts';

const said = (value: boolean | undefined) => (value === undefined ? 'open' : value ? 'yes' : 'no');

/** A term in plain words, its code before them. */
export function wordsOf(term: string): string {
  const title = certificationProfiles.find(({ name }) => name === term)?.title;
  const meaning = title === undefined ? findFeature(term)?.meaning : `the product supports ${title}`;
  return meaning === undefined ? term : `${term}  ${meaning}`;
}

/** One line of a condition as a tree: how deep, what, its value, and where the value comes from. */
export interface ConditionLine {
  readonly depth: number;
  readonly text: string;
  readonly value: 'yes' | 'no' | 'open';
  readonly source?: string;
}

/** A condition as a tree in plain words, from the outside in. */
export function conditionLines(condition: Condition, statement: Statement, depth = 0): ConditionLine[] {
  const value = said(evaluateCondition(condition, statement.answers));
  if (condition.kind === 'term') {
    const source = statement.sources[condition.term] ?? 'not answered';
    return [{ depth, text: wordsOf(condition.term), value, source }];
  }
  const head = { not: 'not', and: 'all of', or: 'one of' }[condition.kind];
  const parts = condition.kind === 'not' ? [condition.of] : condition.of;
  return [{ depth, text: head, value }, ...parts.flatMap((part) => conditionLines(part, statement, depth + 1))];
}

/** What another answer to one question would do. */
export interface Change {
  readonly term: string;
  readonly answer: boolean;
  readonly outcome: Applicability;
}

/** The single answers that would decide otherwise whether the case applies. */
export function changes(official: OfficialCase, answers: Answers): readonly Change[] {
  const now = applicability(official, answers);
  const conditions = official.profiles.flatMap(({ condition }) =>
    condition === undefined ? [] : termsOf(parseCondition(condition)),
  );
  const terms = [...new Set([...conditions, ...official.profiles.map(({ name }) => name)])];
  return terms.flatMap((term) =>
    [true, false]
      .filter((answer) => answers[term] !== answer)
      .map((answer) => ({ term, answer, outcome: applicability(official, { ...answers, [term]: answer }) }))
      .filter(({ outcome }) => outcome !== now),
  );
}
