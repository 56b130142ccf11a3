import { findCase } from '../catalogue/index.ts';
import type { CaseResult } from '../check/verdict.ts';
import { embeddedPki } from './embedded.ts';
import type { Interruption } from './interruption.ts';
import type { EmbeddedPart, FromLane } from './lane-messages.ts';
import { type LaneEnd, runLanes } from './lanes.ts';
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

const broken = (end: LaneEnd | undefined): string => {
  if (end === undefined || 'gone' in end)
    return `the process that should judge it ended: ${end?.gone || 'it said nothing'}`;
  return end.fault?.text ?? 'it was not judged';
};

/**
 * Cases whose process ended before they were judged: never left out, for a run without them would look green. A subject that
 * did not come, or whose hands do not answer, is inconclusive; a process that broke is our error.
 */
export function unjudged(ids: readonly string[], end: LaneEnd | undefined): CaseResult[] {
  const told = end !== undefined && 'came' in end ? end : undefined;
  const away = told !== undefined && !told.came && told.fault?.exitCode !== 2;
  const reason = away ? (told.fault?.text ?? 'it did not connect') : broken(end);
  const verdict = away
    ? ({ verdict: 'inconclusive', cause: 'sut-not-ready' } as const)
    : ({ verdict: 'error' } as const);
  return ids.map((id) => ({ id, title: findCase(id)?.title ?? id, ...verdict, reason, checks: [], durationMs: 0 }));
}

/** Divides the parts among processes with a subject of their own each. */
export async function judgeApart(
  parts: readonly EmbeddedPart[],
  { atOnce, options }: EmbeddedParallel,
  { tell, stop }: { readonly tell: Tell; readonly stop: Interruption },
): Promise<void> {
  await embeddedPki(); // once, before several ask for it
  const divisions = parts.flatMap((part) => divided(part, atOnce));
  const judged = new Set<string>();
  const hear = (message: FromLane) => {
    if (message.type === 'result') {
      judged.add(message.result.id);
      tell.result(message.result, message.runs);
    } else if (message.type === 'findings') tell.findings(message.findings);
  };
  const ends = await runLanes(
    divisions.map((embedded) => ({ job: { options, embedded }, asks: false, hear })),
    atOnce,
    stop,
  );
  if (stop.requested) return;
  for (const [index, { ids }] of divisions.entries()) {
    const left = ids.filter((id) => !judged.has(id));
    for (const result of unjudged(left, ends[index])) tell.result(result, [result]);
  }
}
