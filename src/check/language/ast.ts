/** What a table cell says, as data (VOCABULARY.md section 2). */

export type Unit = 'ms' | 'seconds' | 'minutes' | 'hours' | 'Wh' | 'W' | 'A';

/** `Component@evse,connector.Variable[instance]`; a place is a number or a <ref>. */
export interface VariableName {
  readonly component: string;
  readonly evse?: number | Ref;
  readonly connector?: number | Ref;
  readonly variable: string;
  readonly instance?: string;
}

export type Ref =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'message'; readonly message: string; readonly nth: number | 'last'; readonly path: Path }
  | { readonly kind: 'variable'; readonly variable: VariableName };

/** `[0]`, `[*]`, `[x]`, `[type=Delta]`, `[OCPPCommCtrlr.OfflineThreshold]` */
export type Index =
  | { readonly kind: 'position'; readonly position: number }
  | { readonly kind: 'every' }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'key'; readonly key: string; readonly value: string | Ref }
  | { readonly kind: 'variable'; readonly variable: VariableName };
export interface Segment {
  readonly name: string;
  readonly index?: Index;
}
export type Path = readonly Segment[];

export type Term =
  | { readonly kind: 'now' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'ref'; readonly ref: Ref };
/** `first` then `operator term` pairs; `*` binds tighter than `+` and `-`. */
export interface Sum {
  readonly first: Term;
  readonly rest: readonly { readonly operator: '+' | '-' | '*'; readonly term: Term }[];
}
/** One period of a short schedule: seconds from its start, ampere per phase. */
export interface ShortPeriod {
  readonly start: number;
  readonly limit: number;
}

export type Value =
  | { readonly kind: 'literal'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'ref'; readonly ref: Ref }
  | { readonly kind: 'sum'; readonly sum: Sum; readonly unit?: Unit }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'each'; readonly ref: Ref }
  /** One element of an `each of`, after the table was expanded. */
  | { readonly kind: 'element'; readonly ref: Ref; readonly position: number }
  | { readonly kind: 'periods'; readonly since?: Ref; readonly periods: readonly ShortPeriod[] }
  | { readonly kind: 'variable'; readonly variable: VariableName };

export type Comparison = '>' | '>=' | '<' | '<=' | 'after' | 'before';
export type Match =
  | { readonly op: 'equals'; readonly value: Value }
  | { readonly op: 'near'; readonly value: Value; readonly tolerance: Value }
  | { readonly op: 'about' | 'contains' | 'lacks' | 'same set as' | Comparison; readonly value: Value }
  | { readonly op: 'present' }
  | { readonly op: 'omitted' }
  | { readonly op: 'empty' }
  | { readonly op: 'items'; readonly comparison: '=' | '>' | '>=' | '<' | '<='; readonly count: number }
  | { readonly op: 'obeys'; readonly rule: string }
  | { readonly op: 'not'; readonly match: Match };

export interface Cell {
  /** As written. */
  readonly text: string;
  /** Alternatives joined by `or`; never empty. */
  readonly any: readonly Match[];
  /** Name after `as`. */
  readonly remembers?: string;
}

/** How often a row of a wide table may be met. */
export interface Times {
  readonly text: string;
  /** Counts allowed, smallest first; `any` and `optional` start at 0. */
  readonly min: number;
  /** undefined = no upper bound. */
  readonly max?: number;
  /** `1 or 4`: these counts and no other. */
  readonly only?: readonly number[];
  /** `only if PICS`: once when it holds, else never. */
  readonly condition?: string;
}

/** A duration: arithmetic over numbers and <names>, then one unit. */
export interface Span {
  readonly sum: Sum;
  readonly unit: 'seconds' | 'minutes' | 'hours';
}
