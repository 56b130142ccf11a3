export type Lane = 'rig' | 'station' | 'csms' | 'operator';
/** ok: a step that held. bad: what breaks a requirement. warn: kept us from judging. quiet: background. */
export type Tone = 'normal' | 'ok' | 'bad' | 'warn' | 'quiet';

/** One line of the drawing, from top to bottom; all texts are raw and escaped when drawn. */
export interface Row {
  /** arrow: between two lanes. band: over the full width. state: a word at one lane. link: on the connection. */
  readonly kind: 'arrow' | 'band' | 'state' | 'link';
  readonly sequence: number;
  readonly at: number; // OCPP time, epoch ms
  readonly elapsed: number; // ms since the timeline began
  readonly from: Lane;
  readonly to: Lane;
  readonly title: string;
  readonly details: readonly string[];
  readonly dashed: boolean;
  readonly tone: Tone;
  /** Before or after the body of the case: drawn paler. */
  readonly outside: boolean;
  /** Shown on hover: the frame as on the wire. */
  readonly hover: string;
  /** For link rows: the connection begins or ends here. */
  readonly connection?: 'opens' | 'closes';
}
