import type { PlacedVariable } from '../match/index.ts';
import type { Observation } from '../types.ts';

/** What rules may know beside the value; the harness gives what the run has. */
export interface RuleContext {
  /** The observation the value stands in. */
  readonly observation?: Observation;
  /** Everything of the case so far, by index. */
  readonly observations?: readonly Observation[];
  /** The identity that the station uses in its URL. */
  readonly identity?: string;
  /** Serial number of the station, as its certificate names it. */
  readonly serialNumber?: string;
  /** Host name or address under which the CSMS was reached. */
  readonly csmsHost?: string;
  /** The password that the station has now. */
  readonly password?: string;
  /** maxLimit of BasicAuthPassword: 40 to 64 (errata 2.1). */
  readonly passwordMaxLimit?: number;
  /** PEM roots by name: `CSMS`, `V2G`, `MO`. */
  readonly roots?: Readonly<Record<string, readonly string[]>>;
  /** Wall time for certificates, epoch ms. */
  readonly wallNow?: number;
  /** Configured schedule of the charging profile that the operator orders. */
  readonly schedule?: {
    readonly chargingRateUnit?: 'A' | 'W';
    readonly duration?: number;
    readonly numberPhases?: number;
  };
  /** Files fetched for the judge, by URL. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** What the operator was told to make the CSMS send, oldest first; `sequence`: place on the timeline. */
  readonly orders?: readonly {
    readonly sequence: number;
    readonly action: string;
    readonly words: readonly (readonly [key: string, word: string])[];
  }[];
  /** What was done at the station and when (OCPP time, epoch ms), oldest first. */
  readonly acts?: readonly { readonly at: number; readonly act: string; readonly evse?: number }[];
  /** TxStartPoint and TxStopPoint of the device. */
  readonly txPoints?: { readonly start: readonly string[]; readonly stop: readonly string[] };
  /** A token of the fixtures. */
  readonly token?: (fixture: string) => { readonly idToken: string };
  /** How far times may be apart, milliseconds. */
  readonly toleranceMs?: number;
  /** Further messages of the expected name may still come: what only the last one can break is not claimed yet. */
  readonly more?: boolean;
  /** Value of a variable on the device. */
  readonly variable?: (variable: PlacedVariable) => string | undefined;
}

/** Judges one value, which may be absent; undefined = obeyed, else the reason, requirement first. */
export type CellRule = (value: unknown, context: RuleContext) => string | undefined;
/** Judges the whole case; undefined = holds, else the reason, requirement first. */
export type TimelineRule = (observations: readonly Observation[], context: RuleContext) => string | undefined;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const records = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

export const partOf = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});

/** The first reason among faults. */
export const firstFault = (...faults: readonly (string | false | undefined)[]): string | undefined =>
  faults.find((fault): fault is string => typeof fault === 'string');

/** A fact that a rule cannot do without; missing is a fault of the harness. */
export function need<T>(fact: T | undefined, name: string): T {
  if (fact === undefined) throw new Error(`a rule needs the fact ${name}, which the run does not give`);
  return fact;
}
