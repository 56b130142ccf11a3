export interface ProfileRow {
  readonly name: string;
  readonly level: 'mandatory' | 'conditional';
  /** As Part 5 spells it; `parseCondition` reads every spelling. */
  readonly condition?: string;
}
export interface OfficialCase {
  readonly id: string; // TC_K_60_CSMS
  readonly title: string;
  readonly block: string; // A..P
  readonly role: 'station' | 'csms';
  readonly useCases: readonly string[];
  readonly requirements: readonly string[];
  readonly profiles: readonly ProfileRow[];
  readonly certified: boolean;
  readonly edition: string;
  /** True when an erratum after Edition 3 bears on the case. */
  readonly errata: boolean;
  readonly part6Page?: number;
}
export interface PlannedCase extends OfficialCase {
  readonly implemented: boolean;
  /** Where the scenario stands, when implemented: feature file and line. */
  readonly feature?: { readonly uri: string; readonly line: number };
}
/**
 * selected: will run. not implemented: would run, has no scenario. not applicable: a PICS answer rules it out.
 * undecided: a PICS answer is missing. other: outside the profiles, cases or role asked for.
 */
export type Decision = 'selected' | 'not implemented' | 'not applicable' | 'undecided' | 'other';
export interface PlanRow extends PlannedCase {
  readonly decision: Decision;
  /** decision is `selected`. */
  readonly included: boolean;
  /** One line: `selected`, `not applicable: C-44 is false`, ... */
  readonly reason: string;
  /** What the errata of 2025-09 may have changed in the condition without listing it (errata 5.2). */
  readonly staleRisk?: string;
  /** Errata and decisions that bear on the case; left out when none is known. */
  readonly disputed?: readonly string[];
}
/** A code of Part 5 that a condition may name. */
export interface Feature {
  readonly id: string; // C-30, AQ-2, HFS-1, HFS-8 > 1, SC-2.1, ...
  readonly meaning: string;
  readonly kind: 'feature' | 'question' | 'hardware';
  /** Heading of Part 5 it stands under. */
  readonly group: string;
  /** Roles that declare it. */
  readonly roles: readonly OfficialCase['role'][];
  /** How a conformance statement answers it; `derived` = by another answer. */
  readonly answer: 'yes or no' | 'number' | 'list' | 'text' | 'derived';
}
export type Condition =
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] };
/** PICS answers by term; a term that is missing is unknown. */
export type Answers = Readonly<Record<string, boolean | undefined>>;
/** Answers of a conformance statement and where each comes from, for people. */
export interface Statement {
  readonly answers: Answers;
  /** `pics.yaml:12`, `personality ac-3ph`, ...; a term without answer may have a source that leaves it open. */
  readonly sources: Readonly<Record<string, string>>;
}
