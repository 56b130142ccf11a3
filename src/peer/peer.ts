import type { Answer, CallOutcome } from '../transport/types.ts';

/** A CALL of the SUT that waits for an answer which a sentence will give. */
export interface HeldCall {
  readonly action: string;
  readonly messageId: string;
  readonly request: Readonly<Record<string, unknown>>;
  /** Answers it; only the first answer counts. */
  readonly answer: (answer: Answer) => void;
}

/** The harness's seat at the table; the two peers are mirrors. */
export interface Peer {
  /** Is there an open link to the SUT? */
  readonly online: boolean;
  /**
   * Sends one CALL and resolves with how it ended. The station seat composes: what the payload leaves out is filled as the
   * station would say it now. The CSMS seat sends the payload as it is. A CALL waits for its turn behind an unanswered one.
   */
  send(action: string, payload: Record<string, unknown>): Promise<CallOutcome>;
  /** Sends exactly this payload, whatever the schema says: for violations on purpose. */
  sendRaw(action: string, payload: Record<string, unknown>): Promise<CallOutcome>;
  /** Calls of the SUT that wait for a `responds with`. */
  readonly held: readonly HeldCall[];
  /** Called for every call that starts to wait; the returned function ends it. */
  onHeld(listener: () => void): () => void;
  /** Close handshake by us. */
  disconnect(): Promise<void>;
  /** The socket dies without a close frame. */
  drop(): void;
  /** Back to defaults between cases; the link stays. */
  reset(): void;
  close(): Promise<void>;
}
