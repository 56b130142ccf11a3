import type { Frame, SchemaFault } from '../ocpp/index.ts';
import type { CaseFacts, Closing, Opening } from './again.ts';

/** Who wrote a frame; absolute, never relative to the harness. */
export type Sender = 'Charging Station' | 'CSMS';
export type Phase = 'run' | 'preamble' | 'body' | 'restore';

interface Common {
  /** Counts from 1 over the whole timeline, no gaps. */
  readonly sequence: number;
  /** Milliseconds on the harness's monotonic clock since the timeline began. */
  readonly elapsed: number;
  /** OCPP time, epoch milliseconds. */
  readonly at: number;
  readonly phase: Phase;
}

export interface FrameEvent extends Common {
  readonly type: 'frame';
  readonly sender: Sender;
  readonly attempt: number;
  /** Raw text as on the wire (secrets already replaced in what is written to disk). */
  readonly raw: string;
  /** SHA-256 of the raw bytes before redaction, hex. */
  readonly hash: string;
  readonly frame: Frame;
  /** For a CALL its action, for an answer the action of the CALL it answers, if known. */
  readonly action?: string;
  /** Faults against the official schema; [] = fits or not applicable. */
  readonly schemaFaults: readonly SchemaFault[];
  /** Ours, and broken on purpose: never our error. */
  readonly intended?: boolean;
}
export interface WireTimelineEvent extends Common {
  readonly type: 'connection';
  /** attempt | tls | http | refused | open | closed | ping | pong; facts as transport/types.ts. */
  readonly what: string;
  readonly attempt: number;
  readonly facts: Readonly<Record<string, unknown>>;
}
export interface RigTimelineEvent extends Common {
  readonly type: 'rig';
  readonly facts: Readonly<Record<string, unknown>>;
}
export interface OperatorTimelineEvent extends Common {
  readonly type: 'operator';
  readonly intent: Readonly<Record<string, unknown>>;
  readonly outcome: string;
  readonly reason?: string;
}
export interface TransferEvent extends Common {
  readonly type: 'transfer';
  readonly direction: 'download' | 'upload';
  readonly url: string;
  readonly outcome: 'complete' | 'partial' | 'refused';
  readonly bytes: number;
  readonly sha256?: string;
}
export interface StepEvent extends Common {
  readonly type: 'step';
  readonly keyword: 'Given' | 'When' | 'Then';
  readonly text: string;
  readonly what: 'begin' | 'end';
}
export interface ExpectationOpened extends Common {
  readonly type: 'expectation.opened';
  readonly expectation: number;
  readonly check: string;
  readonly requirements: readonly string[];
  /** The sentence's parsed form: names, amount, rows as written. */
  readonly matcher: Readonly<Record<string, unknown>>;
  /** Sequence number of the last event before the mark. */
  readonly mark: number;
  /** OCPP time, epoch ms. */
  readonly deadline: number;
  /** All that judging it again needs; missing in recordings older than `assay judge`. */
  readonly again?: Opening;
}
export interface ExpectationClosed extends Common {
  readonly type: 'expectation.closed';
  readonly expectation: number;
  readonly result: 'met' | 'mismatch' | 'timeout' | 'forbidden';
  /** Sequence numbers of the events it consumed or judged. */
  readonly events: readonly number[];
  readonly message?: string;
  /** How it was decided, to be decided again; missing in recordings older than `assay judge`. */
  readonly again?: Closing;
}
export interface CheckEvent extends Common {
  readonly type: 'check';
  readonly check: string;
  readonly requirement?: string;
  readonly level: string;
  readonly result: string;
  readonly cause?: string;
  readonly message?: string;
  /** The expectation it comes from. */
  readonly expectation?: number;
}
/** What judging the case depends on beside its events; opens each example of the case. */
export interface SettingEvent extends Common {
  readonly type: 'setting';
  readonly facts: CaseFacts;
}
/** Observations that belong to the harness's own work (preconditions, the journal): no sentence and no leftover is about them. */
export interface AsideEvent extends Common {
  readonly type: 'aside';
  /** Indexes of observations. */
  readonly used: readonly number[];
}
/** The verdict of one example, after everything was judged and before the device is put back. */
export interface VerdictEvent extends Common {
  readonly type: 'verdict';
  readonly verdict: string;
  /** Why it does not apply. */
  readonly inapplicable?: string;
}
export interface NoteEvent extends Common {
  readonly type: 'note';
  readonly text: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}
export type TimelineEvent =
  | FrameEvent
  | WireTimelineEvent
  | RigTimelineEvent
  | OperatorTimelineEvent
  | TransferEvent
  | StepEvent
  | ExpectationOpened
  | ExpectationClosed
  | CheckEvent
  | SettingEvent
  | AsideEvent
  | VerdictEvent
  | NoteEvent;

export type * from './again.ts';

/** An event before the timeline stamps it. */
export type Unstamped = TimelineEvent extends infer E
  ? E extends TimelineEvent
    ? Omit<E, 'sequence' | 'elapsed' | 'at' | 'phase'>
    : never
  : never;

export interface TimelineHeader {
  readonly timeline: 1;
  readonly case: string;
  readonly suite: string; // package version
  readonly edition: string;
  readonly role: 'station' | 'csms';
  readonly identity: string;
  readonly configDigest: string; // SHA-256 of the configuration, secrets left out
  readonly pics: Readonly<Record<string, unknown>>;
  readonly clock: { readonly epoch: number; readonly wallEpoch: number; readonly factor: number };
  /** Settings of the run that judgements depend on (OCPP seconds). */
  readonly judge?: { readonly toleranceSeconds: number; readonly responseSeconds: number };
  /** false until the last write. */
  readonly complete: boolean;
}
