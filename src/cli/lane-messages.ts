import type { CaseResult } from '../check/verdict.ts';
import type { RunFinding } from '../report/index.ts';
import type { Fault } from './faults.ts';
import type { RunCommand } from './run.ts';

/** A part of the plan for one role; the first of a run asks the subject about its statement. */
export interface EmbeddedPart {
  readonly role: 'station' | 'csms';
  readonly ids: readonly string[];
  readonly first: boolean;
}

/** What one process of a parallel run is to judge: a subject under `suts`, or a part of the plan on an embedded one. */
export interface LaneJob {
  readonly options: RunCommand;
  readonly identity?: string;
  readonly embedded?: EmbeddedPart;
}

/** To the process. */
export type ToLane = { readonly job: LaneJob } | { readonly stop: true };

/** From the process; `ready`: its subject is there. `end` is the last: with the one line of what went wrong, when it did. */
export type FromLane =
  | { readonly type: 'ready' }
  | { readonly type: 'result'; readonly result: CaseResult; readonly runs: readonly CaseResult[] }
  | { readonly type: 'findings'; readonly findings: readonly RunFinding[] }
  | { readonly type: 'end'; readonly came: boolean; readonly fault?: Fault };
