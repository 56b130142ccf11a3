/** Reusable and memory states as data (VOCABULARY.md section 3): what comes before, one act, what is expected of the SUT. */

/** What a state's rows may depend on; gathered by the case from rig, timeline, configuration and PICS. */
export interface Situation {
  readonly mode: 'local' | 'remote';
  /** Security profile that the run was started with. */
  readonly runProfile: number;
  readonly parked: boolean;
  readonly plugged: boolean;
  /** A token was accepted in this session and nothing has ended it. */
  readonly authorized: boolean;
  readonly charging: boolean;
  readonly suspended: boolean;
  readonly stopAuthorized: boolean;
  readonly transaction: 'none' | 'running' | 'ended';
  /** A reset or power cycle of this case has not yet been followed by an accepted boot. */
  readonly booting: boolean;
  /** Sessions start with a button, nobody is asked for a token (C02). */
  readonly byButton: boolean;
  /** The connector that the cases use can be locked, or its cable is fixed to a lock of its own. */
  readonly hasLock: boolean;
  /** A firmware update of this case waits for its installation. */
  readonly firmwarePending: boolean;
  /** A sentence or state has used a TransactionEvent (CSMS under test: its answer) with this chargingState. */
  told(chargingState: string): boolean;
  /** The device's own value of TxStartPoint / TxStopPoint contains the word. */
  startsAt(point: string): boolean;
  stopsAt(point: string): boolean;
  pics(code: string): boolean;
  /** Value of a variable on the device, `Component.Variable`; undefined = unknown. */
  variable(name: string): string | undefined;
  /** Text of an input row of the state's table. */
  input(key: string): string | undefined;
}
export type When = (situation: Situation) => boolean;

export type Fields = Readonly<Record<string, string>>;
/** One row of form 5: event name, how often, cells in the matcher language by path. */
export interface StateRow {
  readonly when?: When;
  readonly event: string;
  readonly times?: string;
  readonly fields?: Fields;
}
export type StateAct =
  | { readonly hand: string; readonly does: string }
  /** The harness sends; `answer` is what the SUT must answer. */
  | {
      readonly sends: string;
      readonly fields?: Fields;
      readonly merge?: string;
      readonly answer?: Fields;
      readonly as?: string;
    }
  /** CSMS under test: the operator is asked, the request is expected, our station answers. */
  | {
      readonly asks: string;
      readonly words?: Fields;
      readonly request?: Fields;
      readonly answer?: Fields;
      readonly merge?: string;
    }
  /** The next such request of the station that fits `where` gets this answer instead of the usual one. */
  | { readonly answersNext: string; readonly where?: Fields; readonly fields: Fields }
  /** Another state is reached on the way. */
  | { readonly becomes: string }
  | { readonly passes: string }
  | { readonly link: string };

/** A stage runs when its `when` holds; its rows are matched in any order after its act. */
export interface Stage {
  readonly when?: When;
  readonly act?: StateAct;
  readonly expects?: readonly StateRow[];
  /** What must not come for that long after the act, a duration such as `<long operation> seconds`. */
  readonly forbids?: { readonly event: string; readonly fields?: Fields; readonly for: string };
  /** Named deadline of the whole stage. */
  readonly deadline?: 'boot' | 'transaction' | 'file' | 'connection';
}
export interface State {
  readonly name: string;
  /** Official (`reusable`, `memory`, `erratum`) or our own. */
  readonly kind: 'reusable' | 'memory' | 'erratum' | 'own';
  /** States to reach first unless they are true. */
  readonly before?: readonly { readonly state: string; readonly when?: When }[];
  /** True = nothing to do. */
  readonly reached?: When;
  /** Keys its table may carry. */
  readonly inputs?: readonly string[];
  readonly stages: readonly Stage[];
}
