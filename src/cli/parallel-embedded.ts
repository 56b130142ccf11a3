import { embeddedPki } from './embedded.ts';
import type { Interruption } from './interruption.ts';
import { LaneBook } from './lane-book.ts';
import type { EmbeddedPart, FromLane } from './lane-messages.ts';
import { runLanes } from './lanes.ts';
import type { RunCommand } from './run.ts';
import type { Tell } from './tell.ts';

export interface EmbeddedParallel {
  readonly atOnce: number;
  /** The command as it was given; each process reads it again. */
  readonly options: RunCommand;
}

/** A part as `count` parts of nearly equal length, in the same order; none is empty. */
export function divided({ role, ids, first }: EmbeddedPart, count: number): EmbeddedPart[] {
  return Array.from({ length: count }, (_, part) => ({
    role,
    ids: ids.filter((_id, position) => position % count === part),
    first: first && part === 0,
  })).filter((part) => part.ids.length > 0);
}

/** Divides the parts among processes with a subject of their own each. */
export async function judgeApart(
  parts: readonly EmbeddedPart[],
  { atOnce, options }: EmbeddedParallel,
  { tell, stop }: { readonly tell: Tell; readonly stop: Interruption },
): Promise<void> {
  await embeddedPki(); // once, before several ask for it
  const divisions = parts.flatMap((part) => divided(part, atOnce));
  const books = divisions.map(
    ({ ids }) => new LaneBook({ ids, tell: () => tell, result: same, finding: same, here: true }),
  );
  const lanes = divisions.map((embedded, index) => ({
    job: { options, embedded },
    asks: false,
    hear: (message: FromLane) => books[index]?.hear(message),
  }));
  const ends = await runLanes(lanes, atOnce, stop);
  if (!stop.requested) for (const [index, book] of books.entries()) book.close(ends[index]);
}

const same = <T>(value: T): T => value;
