import { readFileSync } from 'node:fs';
import type { TimelineEvent, TimelineHeader } from './events.ts';
import { eventFault, headerFault } from './shape.ts';

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

const isHeader = (value: unknown): value is TimelineHeader => headerFault(value) === undefined;
const isEvent = (value: unknown): value is TimelineEvent => eventFault(value) === undefined;

function parse(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new TimelineFileError(`${place}: no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Reads a timeline. A last line that was cut off (the run was killed) is tolerated and said; anything else that is wrong throws
 * TimelineFileError with file, line, what is wrong and the nearest valid value.
 */
export function readTimeline(path: string): ReadTimeline {
  const lines = readFileSync(path, 'utf8').split('\n');
  const rest = lines.pop() ?? '';
  const [first, ...others] = lines;
  if (first === undefined)
    throw new TimelineFileError(`${path}:1: ${rest === '' ? 'the file is empty' : 'the header is cut off'}`);
  const header = parse(first, `${path}:1`);
  if (!isHeader(header)) throw new TimelineFileError(`${path}:1: ${headerFault(header)}`);
  const events = others.map((line, i) => {
    const place = `${path}:${i + 2}`;
    const event = parse(line, place);
    if (!isEvent(event)) throw new TimelineFileError(`${place}: ${eventFault(event)}`);
    return event;
  });
  if (rest === '') return { header, events };
  return {
    header,
    events,
    truncated: `${path}:${lines.length + 1}: the last line is cut off after ${rest.length} characters`,
  };
}
