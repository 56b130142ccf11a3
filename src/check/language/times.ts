import type { Span, Times } from './ast.ts';
import { TestDesignError } from './fault.ts';
import { printSum, readSum } from './value.ts';

/** The column `times` of a wide table; empty = exactly once. */
export function parseTimes(written: string): Times {
  const text = written.trim();
  if (text === '') return { text, min: 1, max: 1 };
  if (text === 'optional') return { text, min: 0, max: 1 };
  if (text === 'any') return { text, min: 0 };
  if (/^[1-9]\d*$/.test(text)) return { text, min: Number(text), max: Number(text) };
  const [, least, word, most] = /^(\d+) (to|or) (\d+)$/.exec(text) ?? [];
  const [min, max] = [Number(least), Number(most)];
  if (word !== undefined && min < max) return { text, min, max, ...(word === 'or' ? { only: [min, max] } : {}) };
  const condition = /^only if (\S.*)$/.exec(text)?.[1];
  if (condition !== undefined) return { text, min: 0, max: 1, condition };
  throw new TestDesignError(`unreadable times: ${text}`, 'optional, any, N, N to M, N or M, or only if PICS');
}

/** True when a row may be met this often; `holds` answers the condition of `only if`. */
export function allows(times: Times, count: number, holds: (condition: string) => boolean): boolean {
  if (times.condition !== undefined) return count === (holds(times.condition) ? 1 : 0);
  if (times.only !== undefined) return times.only.includes(count);
  return count >= times.min && (times.max === undefined || count <= times.max);
}

const factors = { seconds: 1000, minutes: 60_000, hours: 3_600_000 } as const;

/** `2 * <back-off minimum> + 5 seconds`. */
export function parseSpan(written: string): Span {
  const [, terms, word] = /^(.+?) (second|minute|hour)s?$/.exec(written.trim()) ?? [];
  const sum = terms === undefined ? undefined : readSum(terms);
  if (sum === undefined || terms === undefined || /\bnow\b/.test(terms.replace(/<[^<>]*>/g, ''))) {
    throw new TestDesignError(
      `unreadable duration: ${written}`,
      'numbers and <names> joined by + - *, then seconds, minutes or hours',
    );
  }
  return { sum, unit: word === 'minute' ? 'minutes' : word === 'hour' ? 'hours' : 'seconds' };
}

export const printSpan = ({ sum, unit }: Span): string => `${printSum(sum)} ${unit}`;

export const unitMs = (unit: Span['unit']): number => factors[unit];

export interface Window {
  readonly kind: 'within' | 'for';
  readonly span: Span;
}
/** ` within D`, ` for D` or nothing. */
export function parseWindow(written: string): Window | undefined {
  const text = written.trim();
  if (text === '') return undefined;
  const kind = (['within', 'for'] as const).find((each) => text.startsWith(`${each} `));
  if (kind === undefined) throw new TestDesignError(`unreadable window: ${text}`, '"within D" or "for D"');
  return { kind, span: parseSpan(text.slice(kind.length + 1)) };
}
