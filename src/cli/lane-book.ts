import { findCase } from '../catalogue/index.ts';
import type { CaseResult, Cause } from '../check/verdict.ts';
import type { RunFinding } from '../report/index.ts';
import type { FromLane } from './lane-messages.ts';
import type { LaneEnd } from './lanes.ts';
import type { Tell } from './tell.ts';

export interface LaneBookOptions {
  /** Cases that the process is to judge. */
  readonly ids: readonly string[];
  /** Asked for when there is something to tell. */
  readonly tell: () => Tell;
  /** How the common report has a result or a finding of this process. */
  readonly result: (result: CaseResult) => CaseResult;
  readonly finding: (finding: RunFinding) => RunFinding;
  /** Its subject is there from the beginning. */
  readonly here: boolean;
}

interface Missing {
  readonly verdict: 'inconclusive' | 'error';
  readonly cause?: Cause;
  readonly reason: string;
}

/** What one process of a parallel run was asked and has said, so that nothing is left out when it ends. */
export class LaneBook {
  readonly #options: LaneBookOptions;
  readonly #judged = new Set<string>();
  #here: boolean;

  constructor(options: LaneBookOptions) {
    this.#options = options;
    this.#here = options.here;
  }

  hear(message: FromLane): void {
    const { tell, result, finding } = this.#options;
    if (message.type === 'ready') {
      this.#here = true;
      tell();
    } else if (message.type === 'result') {
      this.#judged.add(message.result.id);
      tell().result(result(message.result), message.runs.map(result));
    } else if (message.type === 'findings') tell().findings(message.findings.map(finding));
  }

  /**
   * Tells what is missing. Cases of a subject that never came, or whose hands did not answer, are inconclusive; those of a
   * process that broke are our error, and so is what it might have found after its last case.
   */
  close(end: LaneEnd | undefined): void {
    const { ids, tell, result, finding } = this.#options;
    const left = ids.filter((id) => !this.#judged.has(id));
    const missing = this.#missing(end);
    for (const id of left) {
      const { verdict, reason, ...cause } = missing;
      const check = { id: `${id}/subject`, level: 'SHALL', result: verdict, message: reason, ...cause } as const;
      const title = findCase(id)?.title ?? id;
      const unjudged = result({ id, title, checks: [check], durationMs: 0, ...missing });
      tell().result(unjudged, [unjudged]);
    }
    if (missing.verdict === 'inconclusive' || (end !== undefined && 'came' in end && end.fault === undefined)) return;
    const message = `${missing.reason}; what it had not told by then is missing`;
    tell().findings([finding({ id: 'process', level: 'SHALL', result: 'error', message, cases: ids })]);
  }

  #missing(end: LaneEnd | undefined): Missing {
    if (end === undefined || 'gone' in end) {
      const reason = `the process that judges it ended: ${end?.gone || 'it said nothing'}`;
      return { verdict: 'error', reason };
    }
    const { came, fault } = end;
    if (!came && !this.#here && fault === undefined)
      return { verdict: 'inconclusive', cause: 'sut-not-ready', reason: 'it did not connect' };
    if (!came && !this.#here && fault?.hands !== undefined)
      return { verdict: 'inconclusive', cause: fault.hands, reason: fault.text };
    return { verdict: 'error', reason: fault?.text ?? 'it was not judged' };
  }
}
