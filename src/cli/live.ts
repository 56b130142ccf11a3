import { findCase } from '../catalogue/index.ts';
import type { CaseResult } from '../check/verdict.ts';
import { explanationOf, finishedLine, startedLine } from '../report/index.ts';

/** Live progress on stdout: case id, title, verdict, elapsed, remaining. */
export class Live {
  readonly #total: number;
  readonly #several: boolean;
  readonly #began = performance.now();
  #done = 0;

  /** `several`: more than one subject, each line says which. */
  constructor(total: number, several = false) {
    this.#total = total;
    this.#several = several;
  }
  #style() {
    const { isTTY, columns } = process.stdout;
    return { terminal: isTTY === true, ...(columns === undefined ? {} : { columns }) };
  }
  #start(id: string, { subject, title = findCase(id)?.title ?? id }: Partial<CaseResult> = {}) {
    return {
      id,
      title: this.#several && subject !== undefined ? `${subject}: ${title}` : title,
      done: this.#done,
      total: this.#total,
      elapsedMs: performance.now() - this.#began,
    };
  }
  begin(id: string): void {
    if (process.stdout.isTTY) process.stdout.write(startedLine(this.#start(id), this.#style()));
  }
  end(result: CaseResult): void {
    this.#done += 1;
    const reason = explanationOf(result)?.split('\n').slice(0, 2).join(' ');
    process.stdout.write(
      finishedLine(
        {
          ...this.#start(result.id, result),
          verdict: result.verdict,
          durationMs: result.durationMs,
          known: result.known === true,
          ...(reason === undefined ? {} : { reason }),
        },
        this.#style(),
      ),
    );
  }
}
