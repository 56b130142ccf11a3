/** The hands on a CSMS: intents in words a person is told, never OCPP payloads (VOCABULARY.md section 4). */

export interface SendIntent {
  readonly kind: 'send';
  /** Action whose Request the CSMS is to send. */
  readonly action: string;
  /** Rows of the sentence's table, in order; a repeated key is a list. Values are already resolved to plain words. */
  readonly words: readonly (readonly [key: string, value: string])[];
}
export interface ConfigureIntent {
  readonly kind: 'configure';
  /** boot policy: `next boot status`; tokens: `token`, `status`, `group`; `tariff`; `password`; `client certificate`. */
  readonly settings: readonly (readonly [key: string, value: string])[];
}
export interface ViewIntent {
  readonly kind: 'view';
  /** What the CSMS shows: `variable X`, `monitors of X`, `report N`, `transaction cost`. */
  readonly what: string;
}
export interface RestartIntent {
  readonly kind: 'restart';
}
export type Intent = SendIntent | ConfigureIntent | ViewIntent | RestartIntent;

/** accepted: the order was taken (nothing is said about the message). unavailable: this CSMS has no such function (declared). */
export interface OperatorOutcome {
  readonly outcome: 'accepted' | 'unavailable' | 'skipped' | 'not-done';
  readonly reason?: string;
  /** For a view: what is shown. */
  readonly shown?: string;
}

export interface Operator {
  /** `station` is the identity the order is about. */
  order(station: string, intent: Intent): Promise<OperatorOutcome>;
  /** An order to send may stay open until the station has answered the message, so nobody may wait for it before that. */
  readonly mayWaitForStation?: boolean;
  close(): Promise<void>;
}
