import { readFileSync } from 'node:fs';
import type { TimelineEvent, TimelineHeader } from './events.ts';

export interface ReadTimeline {
  readonly header: TimelineHeader;
  readonly events: readonly TimelineEvent[];
  /** Said when the file ends in the middle of a line; the part line is left out. */
  readonly truncated?: string;
}

/** A timeline file that cannot be used, with the line that is wrong. */
export class TimelineFileError extends Error {
  override readonly name = 'TimelineFileError';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isHeader = (value: unknown): value is TimelineHeader =>
  isRecord(value) &&
  value['timeline'] === 1 &&
  typeof value['case'] === 'string' &&
  typeof value['complete'] === 'boolean';

const eventTypes: ReadonlySet<unknown> = new Set<TimelineEvent['type']>([
  'frame',
  'connection',
  'rig',
  'operator',
  'transfer',
  'step',
  'expectation.opened',
  'expectation.closed',
  'check',
  'note',
]);
const isEvent = (value: unknown): value is TimelineEvent =>
  isRecord(value) && typeof value['sequence'] === 'number' && eventTypes.has(value['type']);

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Reads a timeline. A last line that was cut off (the run was killed) is tolerated and said; anything else that is wrong throws
 * TimelineFileError with file and line.
 */
export function readTimeline(path: string): ReadTimeline {
  const lines = readFileSync(path, 'utf8').split('\n');
  const rest = lines.pop() ?? '';
  const [first = '', ...others] = lines;
  const header = parse(first);
  if (!isHeader(header))
    throw new TimelineFileError(`${path}:1: no timeline header; expected {"timeline":1, "case":..., ...}`);
  const events = others.map((line, i) => {
    const event = parse(line);
    if (!isEvent(event)) throw new TimelineFileError(`${path}:${i + 2}: no timeline event`);
    return event;
  });
  if (rest === '') return { header, events };
  return {
    header,
    events,
    truncated: `${path}:${lines.length + 1}: the last line is cut off after ${rest.length} characters`,
  };
}
