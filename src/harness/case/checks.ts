import { type CheckResult, type LatticeVerdict, type Verdict, verdictOf } from '../../check/verdict.ts';

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

const severity: Readonly<Record<CheckResult['result'], number>> = {
  observation: 0,
  pass: 1,
  warning: 2,
  inconclusive: 3,
  fail: 4,
  error: 5,
};

/** The checks of one case; the same id twice (Outline, columns) keeps the worse result. */
export class CheckBook {
  readonly #case: string;
  readonly #checks = new Map<string, CheckResult>();
  #notApplicable: string | undefined;

  constructor(case_: string) {
    this.#case = case_;
  }
  /** `TC_X/<n>-<slug>`: n counts the steps of the scenario. */
  idFor(step: number, text: string): string {
    return `${this.#case}/${step}-${slug(text)}`;
  }
  add(check: CheckResult): void {
    const before = this.#checks.get(check.id);
    if (before === undefined || severity[check.result] > severity[before.result]) this.#checks.set(check.id, check);
  }
  notApplicable(reason: string): void {
    this.#notApplicable ??= reason;
  }
  get all(): readonly CheckResult[] {
    return [...this.#checks.values()];
  }
  get inapplicable(): string | undefined {
    return this.#notApplicable;
  }
  get verdict(): Verdict {
    return this.verdictWith([]);
  }
  /** The verdict if these were on record too. */
  verdictWith(more: readonly CheckResult[]): Verdict {
    const judged: LatticeVerdict = verdictOf([...this.all, ...more]);
    if (this.#notApplicable !== undefined && (judged === 'none' || judged === 'pass')) return 'not applicable';
    return judged;
  }
}
