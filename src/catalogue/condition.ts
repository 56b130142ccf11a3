import { findFeature, modeOneTwoOnly, moreThanOneEvse } from './features.ts';
import { isProfile } from './profiles.ts';
import type { Answers, Condition } from './types.ts';

/** A condition that cannot be read: our data or a typo in a user's expression. */
export class ConditionError extends Error {
  override readonly name = 'ConditionError';
}

/** How Part 5 spells its terms and what is meant; reviewed row by row, applied in this order. */
const spellings: readonly (readonly [spelt: RegExp, meant: string])[] = [
  [/\b(AQ|AS|C|DM|HFS|LA|R|SC|UI)- +(?=\d)/g, '$1-'], // "C- 10.3", broken over a line
  [/\bC\.?(?=\d\d)/g, 'C-'], // "C35", "C.06.1"
  [/ -\(or\) /g, ' - '], // "C-36 -(or) C-39"
  [/Product Subtype "Mode 1\/2- ?only Charging Station"/g, `"${modeOneTwoOnly}"`],
  [/HFS-8 > 1/g, `"${moreThanOneEvse}"`],
  [/ISO ?15118 support/g, 'ISO15118'],
  [/Local Authorization List Management/g, 'LocalAuthList'],
  [/Smart Charging/g, 'SmartCharging'],
];

/** One spelling for every condition of Part 5. */
export function normaliseCondition(text: string): string {
  return spellings.reduce((so, [spelt, meant]) => so.replace(spelt, meant), text.replace(/\s+/g, ' ').trim());
}

interface Reader {
  readonly text: string;
  readonly tokens: readonly string[];
  next: number;
}

function fault(reader: Reader, what: string): ConditionError {
  return new ConditionError(`condition "${reader.text}": ${what}`);
}

function take(reader: Reader, word: string): boolean {
  if (reader.tokens[reader.next]?.toLowerCase() !== word) return false;
  reader.next += 1;
  return true;
}

function term(reader: Reader): string {
  const token = reader.tokens[reader.next];
  if (token === undefined) throw fault(reader, 'a term is missing at the end');
  const name = token.replaceAll('"', '');
  if (findFeature(name) === undefined && !isProfile(name))
    throw fault(reader, `"${token}" is no feature, question, hardware code or profile of Part 5`);
  reader.next += 1;
  return name;
}

/** `C-30 - C-35`: any of the codes from the first to the last. */
function range(reader: Reader, first: string): Condition {
  const last = term(reader);
  const [from, to] = [first, last].map((code) => /^C-(\d+)$/.exec(code)?.[1]).map(Number);
  if (from === undefined || to === undefined || !(from < to)) throw fault(reader, `${first} - ${last} is no range`);
  const codes = Array.from({ length: to - from + 1 }, (_, index) => `C-${from + index}`);
  return { kind: 'or', of: codes.map((code) => ({ kind: 'term', term: code })) };
}

function primary(reader: Reader): Condition {
  if (take(reader, 'not')) return { kind: 'not', of: primary(reader) };
  if (take(reader, '(')) {
    const inner = joined(reader, 'or');
    if (!take(reader, ')')) throw fault(reader, `")" is missing before "${reader.tokens[reader.next] ?? 'the end'}"`);
    return inner;
  }
  const name = term(reader);
  return take(reader, '-') ? range(reader, name) : { kind: 'term', term: name };
}

/** `or` binds weaker than `and`. */
function joined(reader: Reader, word: 'or' | 'and'): Condition {
  const operand = (): Condition => (word === 'or' ? joined(reader, 'and') : primary(reader));
  const first = operand();
  const of = [first];
  while (take(reader, word)) of.push(operand());
  return of.length === 1 ? first : { kind: word, of };
}

// The catalogue holds 112 different conditions, many cases share one.
const known = new Map<string, Condition>();

/**
 * Reads a condition of Part 5, in any of its spellings.
 * @throws ConditionError naming the condition and the place that cannot be read.
 */
export function parseCondition(text: string): Condition {
  const before = known.get(text);
  if (before !== undefined) return before;
  const tokens = normaliseCondition(text).match(/"[^"]*"|[()]|[^\s()]+/g) ?? [];
  const reader: Reader = { text, tokens, next: 0 };
  const condition = joined(reader, 'or');
  if (reader.next < tokens.length) throw fault(reader, `"${tokens[reader.next]}" is not expected here`);
  known.set(text, condition);
  return condition;
}

/** Three-valued (Kleene): undefined when the answers that are there do not decide it. */
export function evaluateCondition(condition: Condition, answers: Answers): boolean | undefined {
  if (condition.kind === 'term') return answers[condition.term];
  if (condition.kind === 'not') {
    const inner = evaluateCondition(condition.of, answers);
    return inner === undefined ? undefined : !inner;
  }
  const values = condition.of.map((part) => evaluateCondition(part, answers));
  const decides = condition.kind === 'or';
  if (values.includes(decides)) return decides;
  return values.includes(undefined) ? undefined : !decides;
}

/** The terms a condition names, each once, in order. */
export function termsOf(condition: Condition): readonly string[] {
  if (condition.kind === 'term') return [condition.term];
  const parts = condition.kind === 'not' ? [condition.of] : condition.of;
  return [...new Set(parts.flatMap(termsOf))];
}

/** The terms that make the condition what it is under these answers (false, true or unknown), each once. */
export function decidingTerms(condition: Condition, answers: Answers): readonly string[] {
  if (condition.kind === 'term') return [condition.term];
  if (condition.kind === 'not') return decidingTerms(condition.of, answers);
  const value = evaluateCondition(condition, answers);
  const parts = condition.of.filter((part) => evaluateCondition(part, answers) === value);
  return [...new Set(parts.flatMap((part) => decidingTerms(part, answers)))];
}
