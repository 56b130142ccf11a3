import type { Instant, MatchContext, Mismatch } from '../match/index.ts';
import type { Observation } from '../types.ts';

/** After this much OCPP time without a further match an open amount is closed (VOCABULARY.md section 3, item 2). */
export const quietMs = 2000;

/** What an expectation looks at; asked again with every new observation, at `wakeAt` and at the deadline. */
export interface Question {
  /** After the mark, not consumed, of the expected sender, in order of arrival. */
  readonly candidates: readonly Observation[];
  /** Everything of the case that came before: tells resends and missing sequence numbers. */
  readonly history: readonly Observation[];
  /** OCPP time, epoch ms. */
  readonly now: number;
  /** OCPP time, epoch ms. */
  readonly deadline: number;
  /** What the first `gap` counts from. */
  readonly mark: Instant;
  readonly context: MatchContext;
  /** Background traffic may stand between the rows of `in order` (VOCABULARY.md section 3, item 8). */
  readonly background: (observation: Observation) => boolean;
}

/** An observation, and why it was not what was expected. */
export interface Miss {
  readonly observation: Observation;
  readonly mismatches: readonly Mismatch[];
}

export interface Judgement {
  readonly state: 'waiting' | 'met' | 'failed';
  /** Indexes of the observations used up; for a failure those it was judged on. */
  readonly consumed: readonly number[];
  /** Why it failed, by observation; empty when something did not come. */
  readonly misses: readonly Miss[];
  /** While waiting and after a timeout: what came closest. */
  readonly nearest?: Miss;
  /** One line: what is missing, what was too much. */
  readonly reason?: string;
  readonly remembered: ReadonlyMap<string, unknown>;
  /** False when no later observation can change the result. */
  readonly mayStillChange: boolean;
  /** OCPP time at which to ask again though nothing comes. */
  readonly wakeAt?: number;
}

export const allMismatches = ({ misses }: Judgement): Mismatch[] => misses.flatMap(({ mismatches }) => mismatches);

const nothing: ReadonlyMap<string, unknown> = new Map();

export function met(consumed: readonly number[], remembered = nothing): Judgement {
  return { state: 'met', consumed, misses: [], remembered, mayStillChange: false };
}

export function failed(reason: string, misses: readonly Miss[], consumed?: readonly number[]): Judgement {
  return {
    state: 'failed',
    consumed: consumed ?? misses.map(({ observation }) => observation.index),
    misses,
    reason,
    remembered: nothing,
    mayStillChange: false,
  };
}

/** Waiting, or failed for want of it once the deadline is there. */
export function missing(question: Question, reason: string, nearest: Miss | undefined, wakeAt?: number): Judgement {
  const late = question.now >= question.deadline;
  return {
    state: late ? 'failed' : 'waiting',
    consumed: [],
    misses: [],
    ...(nearest === undefined ? {} : { nearest }),
    reason,
    remembered: nothing,
    mayStillChange: !late,
    ...(wakeAt === undefined || late ? {} : { wakeAt }),
  };
}

/** The closer of two misses: the one with fewer mismatches, the later one when they are equal. */
export function closer(a: Miss | undefined, b: Miss | undefined): Miss | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.mismatches.length <= a.mismatches.length ? b : a;
}
