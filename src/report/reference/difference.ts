import type { ReferenceMessage } from './messages.ts';

/** What the product that passes sent in a case. */
export interface ReferenceRun {
  readonly case: string;
  /** Product, such as `ac-3ph/profile 2`. */
  readonly subject: string;
  /** Digest of the scenario it ran. */
  readonly scenario: string;
  readonly messages: readonly ReferenceMessage[];
}

/** One line of a comparison: both sent it, or only one of them. */
export interface DifferenceLine {
  readonly by: 'both' | 'reference' | 'this';
  readonly text: string;
  readonly step: number;
  readonly event?: number;
}

/** The message in words, with how often it came in a row. */
const wordsOf = ({ text, times }: ReferenceMessage): string =>
  times === undefined ? text : `${text} (${times} times)`;

/** Longest common subsequence of two lists of messages, told as lines. */
export function difference(kept: readonly ReferenceMessage[], sent: readonly ReferenceMessage[]): DifferenceLine[] {
  const told = ({ step, event, ...message }: ReferenceMessage) => ({
    step,
    text: wordsOf({ step, ...message }),
    ...(event === undefined ? {} : { event }),
  });
  const [reference, own] = [kept.map(told), sent.map(told)];
  const width = own.length + 1;
  const common = new Uint32Array((reference.length + 1) * width);
  for (let i = reference.length - 1; i >= 0; i--)
    for (let k = own.length - 1; k >= 0; k--) {
      const same = reference[i]?.text === own[k]?.text;
      common[i * width + k] = same
        ? (common[(i + 1) * width + k + 1] ?? 0) + 1
        : Math.max(common[(i + 1) * width + k] ?? 0, common[i * width + k + 1] ?? 0);
    }
  const lines: DifferenceLine[] = [];
  for (let i = 0, k = 0; i < reference.length || k < own.length; ) {
    const [theirs, ours] = [reference[i], own[k]];
    if (theirs !== undefined && ours !== undefined && theirs.text === ours.text) {
      lines.push({ by: 'both', ...ours });
      i++;
      k++;
    } else if (
      theirs !== undefined &&
      (ours === undefined || (common[(i + 1) * width + k] ?? 0) >= (common[i * width + k + 1] ?? 0))
    ) {
      lines.push({ by: 'reference', ...theirs });
      i++;
    } else if (ours !== undefined) {
      lines.push({ by: 'this', ...ours });
      k++;
    }
  }
  return lines;
}

const context = 2;
const most = 14;

/**
 * The part of a comparison around a step: from two lines before the first difference of that step (or, when it has none, the
 * first difference before it) on. Empty when both sent the same up to there.
 */
export function around(lines: readonly DifferenceLine[], step: number): DifferenceLine[] {
  const differs = ({ by }: DifferenceLine) => by !== 'both';
  const inStep = lines.findIndex((line) => differs(line) && line.step >= step);
  const before = lines.findLastIndex((line) => differs(line) && line.step < step);
  const first = inStep >= 0 && lines[inStep]?.step === step ? inStep : before >= 0 ? before : inStep;
  if (first < 0) return [];
  return lines.slice(Math.max(0, first - context), first + most - context);
}

/** The difference in one sentence: who sent what where the other sent something else or nothing. */
export function differenceSentence(lines: readonly DifferenceLine[], product: string): string | undefined {
  const first = lines.findIndex(({ by }) => by !== 'both');
  if (first < 0) return undefined;
  const rest = lines.slice(first);
  const end = rest.findIndex(({ by }) => by === 'both');
  const block = end < 0 ? rest : rest.slice(0, end);
  const reference = block.find(({ by }) => by === 'reference')?.text;
  const own = block.find(({ by }) => by === 'this')?.text;
  if (reference === undefined) return `the reference sent nothing here, this ${product} sent ${own ?? 'nothing'}`;
  return `the reference sent ${reference} here, this ${product} sent ${own ?? 'nothing'}`;
}
