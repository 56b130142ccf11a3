import { type CheckResult, caseVerdict, type Verdict, worstById } from '../../check/verdict.ts';

/** Words of a sentence as a stable id part: the first few that say something. */
export function slug(text: string): string {
  const words = text
    .replace(/ \[[^\]]*\]/g, '')
    .replace(/<[^>]+>|"[^"]*"/g, '')
    .replace(/\b(?:the|a|an|with|Charging Station|CSMS|within|seconds|is|by)\b/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? ['check']).slice(0, 6).join('-');
}

/** The checks of one case; the same id twice (Outline, columns) keeps the worse result. */
export class CheckBook {
  readonly #case: string;
  readonly #checks: CheckResult[] = [];
  #notApplicable: string | undefined;

  constructor(case_: string) {
    this.#case = case_;
  }
  /** `TC_X/<n>-<slug>`: n counts the steps of the scenario. */
  idFor(step: number, text: string): string {
    return `${this.#case}/${step}-${slug(text)}`;
  }
  add(check: CheckResult): void {
    this.#checks.push(check);
  }
  notApplicable(reason: string): void {
    this.#notApplicable ??= reason;
  }
  get all(): readonly CheckResult[] {
    return worstById(this.#checks);
  }
  get inapplicable(): string | undefined {
    return this.#notApplicable;
  }
  get verdict(): Verdict {
    return this.verdictWith([]);
  }
  /** The verdict if these were on record too. */
  verdictWith(more: readonly CheckResult[]): Verdict {
    return caseVerdict([...this.all, ...more], this.#notApplicable);
  }
}
