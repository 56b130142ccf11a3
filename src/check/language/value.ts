import type { ShortPeriod, Sum, Term, Unit, Value } from './ast.ts';
import { TestDesignError } from './fault.ts';
import { parseRef, printRef, printVariable, readVariable } from './ref.ts';

const number = String.raw`-?\d+(?:\.\d+)?`;
const term = `(?:now|<[^<>]+>|${number})`;
const sumPattern = new RegExp(`^(${term}(?: [-+*] ${term})*)(?: (ms|seconds?|minutes?|hours?|Wh|W|A))?$`);
const periodsPattern = new RegExp(String.raw`^(?:since (<[^<>]+>) )?(\d+ s: ${number} A(?:, \d+ s: ${number} A)*)$`);
const numberPattern = new RegExp(`^${number}$`);
/** A bare word that starts like grammar is a slip of the pen, not a literal. */
const reserved =
  /^(?:not|about|at|any|atleast|least|each|obeys|contains?|lacks?|same|since|equals?|is|matches|greater|less|between|present|omitted|empty)\b/i;

/** Splits at a separator that stands outside quotes, <names> and [lists]. */
export function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    const next = text.charAt(i + 1);
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === '[' || (letter === '<' && next !== ' ' && next !== '='))) depth++;
    else if (!quoted && (letter === ']' || letter === '>') && depth > 0) depth--;
    if (!quoted && depth === 0 && text.startsWith(separator, i)) {
      parts.push(part);
      part = '';
      i += separator.length - 1;
    } else part += letter;
  }
  return [...parts, part];
}

function parseTerm(text: string): Term {
  if (text === 'now') return { kind: 'now' };
  return text.startsWith('<') ? { kind: 'ref', ref: parseRef(text) } : { kind: 'number', number: Number(text) };
}

/** `2 * <back-off minimum> + 5`: terms joined by + - *; undefined when the text is something else. */
export function readSum(text: string): Sum | undefined {
  if (!new RegExp(`^${term}(?: [-+*] ${term})*$`).test(text)) return undefined;
  const tokens = text.match(new RegExp(`${term}|(?<= )[-+*](?= )`, 'g')) ?? [];
  const rest: Sum['rest'][number][] = [];
  for (let i = 1; i + 1 < tokens.length; i += 2) {
    const operator = tokens[i];
    if (operator !== '+' && operator !== '-' && operator !== '*') return undefined;
    rest.push({ operator, term: parseTerm(tokens[i + 1] ?? '') });
  }
  return { first: parseTerm(tokens[0] ?? ''), rest };
}

const units: Readonly<Record<string, Unit>> = {
  second: 'seconds',
  seconds: 'seconds',
  minute: 'minutes',
  minutes: 'minutes',
  hour: 'hours',
  hours: 'hours',
  ms: 'ms',
  Wh: 'Wh',
  W: 'W',
  A: 'A',
};

function parsePeriods(text: string): ShortPeriod[] {
  const periods = text.split(', ').map((each) => {
    const [, start, limit] = /^(\d+) s: (\S+) A$/.exec(each) ?? [];
    return { start: Number(start), limit: Number(limit) };
  });
  periods.forEach(({ start }, i) => {
    const before = periods[i - 1];
    if (before !== undefined && start <= before.start) {
      throw new TestDesignError(`periods out of order: ${text}`, 'starts that grow');
    }
  });
  return periods;
}

function parseItem(text: string): Value {
  const item = parseValue(text);
  if (item.kind === 'periods' || item.kind === 'each') {
    throw new TestDesignError(`${text} cannot stand in a list`, 'single values in [..]');
  }
  return item;
}

/** One value of a cell. */
export function parseValue(text: string): Value {
  if (/^"[^"]*"$/.test(text)) return { kind: 'literal', text: text.slice(1, -1), quoted: true };
  if (/^\[.*\]$/.test(text)) {
    return { kind: 'list', items: text === '[]' ? [] : split(text.slice(1, -1), ', ').map(parseItem) };
  }
  const each = /^each of (<[^<>]+>)$/.exec(text)?.[1];
  if (each !== undefined) return { kind: 'each', ref: parseRef(each) };
  const [, since, periods] = periodsPattern.exec(text) ?? [];
  if (periods !== undefined) {
    return {
      kind: 'periods',
      ...(since === undefined ? {} : { since: parseRef(since) }),
      periods: parsePeriods(periods),
    };
  }
  const variable = readVariable(text);
  if (variable) return { kind: 'variable', variable };
  if (numberPattern.test(text)) return { kind: 'literal', text, quoted: false };
  if (/^<[^<>]+>$/.test(text)) return { kind: 'ref', ref: parseRef(text) };
  const [, terms, word] = sumPattern.exec(text) ?? [];
  const sum = terms === undefined ? undefined : readSum(terms);
  if (sum) {
    const unit = word === undefined ? undefined : units[word];
    return { kind: 'sum', sum, ...(unit === undefined ? {} : { unit }) };
  }
  if (text === '' || text !== text.trim() || /[<>|"[\]\r\n]|\+-| (?:as|or) /.test(text) || reserved.test(text)) {
    throw new TestDesignError(
      `unreadable value: ${text === '' ? '(empty)' : text}`,
      'a literal, "quoted text", <name>, [list], sum or period list',
    );
  }
  return { kind: 'literal', text, quoted: false };
}

const printTerm = (each: Term): string =>
  each.kind === 'now' ? 'now' : each.kind === 'number' ? String(each.number) : printRef(each.ref);

export function printSum({ first, rest }: Sum): string {
  return [printTerm(first), ...rest.map(({ operator, term: each }) => `${operator} ${printTerm(each)}`)].join(' ');
}

export function printValue(value: Value): string {
  switch (value.kind) {
    case 'literal':
      return value.quoted ? `"${value.text}"` : value.text;
    case 'ref':
      return printRef(value.ref);
    case 'sum':
      return `${printSum(value.sum)}${value.unit === undefined ? '' : ` ${value.unit}`}`;
    case 'list':
      return `[${value.items.map(printValue).join(', ')}]`;
    case 'each':
      return `each of ${printRef(value.ref)}`;
    case 'element':
      return `${printRef(value.ref)} no. ${value.position + 1}`;
    case 'variable':
      return printVariable(value.variable);
    case 'periods': {
      const list = value.periods.map(({ start, limit }) => `${start} s: ${limit} A`).join(', ');
      return `${value.since === undefined ? '' : `since ${printRef(value.since)} `}${list}`;
    }
  }
}
