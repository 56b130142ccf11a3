/** Names or variables with the values they had; a list, so that no name can be taken for the name of a secret field. */
export type Values = readonly (readonly [name: string, value: unknown])[];

/** What judging any sentence of a case depends on, beside its events. */
export interface CaseFacts {
  readonly toleranceMs: number;
  readonly supply: { readonly voltage: number; readonly phases: number };
  /** Conditions of `only if` that hold for this hardware. */
  readonly holds: readonly string[];
  readonly identity: string;
  readonly csmsHost?: string;
  /** PEM roots by name. */
  readonly roots: Readonly<Record<string, readonly string[]>>;
  readonly schedule: { readonly chargingRateUnit?: 'A' | 'W'; readonly numberPhases?: number };
  readonly strict: boolean;
}

/** Written when an expectation opens. */
export interface Opening {
  /** What is expected; `src/check/claim` reads it. */
  readonly claim: unknown;
  readonly sentence: string;
  readonly requirement: string;
  readonly level: 'SHALL' | 'SHOULD' | 'MAY' | 'compatibility';
  readonly blame: 'preamble' | 'sut';
  readonly names: Values;
  readonly variables: Values;
  readonly connectors: ConnectorTruth;
}

/** What the rig says the status of each connector is: tells background from news. */
export interface ConnectorTruth {
  /** EVSE and connector with a cable in. */
  readonly occupied: readonly (readonly [evse: number, connector: number])[];
  /** Status of all others. */
  readonly otherwise: string;
}

/** What a rule said in the deciding judgement. Timeline sequence number of what it looked at; 0 = the whole case. */
export interface RuleSaid {
  readonly rule: string;
  readonly event: number;
  readonly reason?: string;
}

/** What was looked at beside the messages of the case. */
export interface Looked {
  /** A connection that our station tried. */
  readonly tried?: {
    readonly ok: boolean;
    /** Where it ended, and why. */
    readonly at?: string;
    readonly reason?: string;
    /** What is known of an accepted one: `tls.version`, `tls.suites`, ... */
    readonly facts?: Readonly<Record<string, unknown>>;
  };
  /** Looks at the rig: OCPP time, epoch ms, and the quantities that the sentence names. */
  readonly readings?: readonly { readonly at: number; readonly values: Readonly<Record<string, unknown>> }[];
  /** What the operator was shown. */
  readonly shown?: string;
}

/** Written when it closes: the moment of the decision. */
export interface Closing {
  /** OCPP time, epoch ms. */
  readonly now: number;
  /** Wall time, epoch ms: for certificates. */
  readonly wallNow: number;
  /** Index of the first observation that counts. */
  readonly from: number;
  /** How many observations there were when it was decided. */
  readonly end: number;
  /** What a first gap counts from, OCPP time, epoch ms. */
  readonly since: { readonly at: number; readonly ownTime?: number };
  /** Indexes of observations that were used up. */
  readonly used: readonly number[];
  /** Names and variables asked for beyond those known at the opening. */
  readonly names: Values;
  readonly variables: Values;
  readonly rules: readonly RuleSaid[];
  readonly password?: string;
  readonly looked?: Looked;
}
