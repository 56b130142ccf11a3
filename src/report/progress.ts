import type { Verdict } from '../check/verdict.ts';
import { outcomeOf } from './evidence.ts';
import { shortened } from './markup.ts';

export interface ProgressStart {
  readonly id: string;
  readonly title: string;
  /** Cases already finished. */
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
}
export interface ProgressEnd extends ProgressStart {
  readonly verdict: Verdict;
  readonly durationMs: number;
  /** It fails, and the baseline of the run excuses it. */
  readonly known?: boolean;
  /** For everything but a pass: why, in one line. */
  readonly reason?: string;
}
export interface ProgressStyle {
  /** Width of the terminal; plain logs are never cut. */
  readonly columns?: number;
  /** A terminal: coloured verdicts, the running case on a line that is overwritten. */
  readonly terminal: boolean;
}

const colours: Readonly<Record<string, number>> = {
  pass: 32,
  fail: 31,
  error: 35,
  inconclusive: 33,
  'not applicable': 90,
};

/** 0:07, 12:30, 1:02:03 */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, String(seconds % 60).padStart(2, '0')];
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`;
}

/** `elapsed 0:29, about 2:33 left` */
export function times(done: number, total: number, elapsedMs: number): string {
  const elapsed = `elapsed ${clockTime(elapsedMs)}`;
  if (done === 0 || done === total) return elapsed;
  return `${elapsed}, about ${clockTime((elapsedMs / done) * (total - done))} left`;
}

/** `[ 8/50]` */
export const counter = (done: number, total: number): string =>
  `[${String(done).padStart(String(total).length)}/${total}]`;

// ids come from features, titles from the catalogue, reasons may quote the wire: nothing may steer the terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
export const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');

/** The case that is running now; for a terminal without a line end, to be overwritten. */
export function startedLine({ id, title, done, total, elapsedMs }: ProgressStart, style: ProgressStyle): string {
  const line = plain(`${counter(done + 1, total)} ${id} ${title} ... ${times(done, total, elapsedMs)}`);
  return style.terminal ? `\r\u001b[K${shortened(line, Math.max(20, (style.columns ?? 80) - 1))}` : `${line}\n`;
}

/** A finished case: counter, verdict, id, title, duration, elapsed and remaining time; `done` counts it already. */
export function finishedLine(end: ProgressEnd, style: ProgressStyle): string {
  const { id, title, done, total, elapsedMs, durationMs, reason } = end;
  const outcome = outcomeOf(end.verdict);
  const tail = `${(durationMs / 1000).toFixed(1)} s  (${times(done, total, elapsedMs)})`;
  const head = counter(done, total);
  const label = (end.known === true ? 'known' : outcome).padEnd(14);
  const why = reason === undefined || outcome === 'pass' ? '' : `\n      ${plain(reason)}`;
  if (!style.terminal) return `${plain(`${head} ${label} ${id}  ${title}  ${tail}`)}${why}\n`;
  const room = (style.columns ?? 80) - head.length - label.length - id.length - tail.length - 7;
  const shown = plain(shortened(title, Math.max(8, room)));
  return `\r\u001b[K${head} \u001b[${colours[outcome] ?? 0}m${label}\u001b[0m ${plain(id)}  ${shown}  ${tail}${why}\n`;
}
