import type { Operator } from '../../operator/types.ts';
import type { AnswerRule } from '../../peer/answers.ts';
import type { AttemptRule } from '../../peer/connection-policy.ts';
import type { Peer } from '../../peer/peer.ts';
import type { ConnectionWish } from '../../peer/station-peer.ts';
import type { Rig, RigDescription } from '../../rig/model/types.ts';
import type { CallOutcome, ConnectResult, SecurityProfile, ServerTls } from '../../transport/types.ts';
import type { Assets } from '../case/fixtures.ts';

/** A completed handshake with a permissive counterpart under the same options, or why there was none (DESIGN.md section 4). */
export type Control = { readonly completed: true } | { readonly completed: false; readonly reason: string };

interface Common {
  readonly peer: Peer;
  readonly rig: Rig;
  readonly hardware: RigDescription;
  readonly assets: Assets;
  /** Speed of OCPP time on both sides from now on; only embedded subjects have one. */
  setClockFactor(factor: number): Promise<void>;
  /** BasicAuthPassword that is in force now. */
  readonly password: string;
  close(): Promise<void>;
}

/** Station under test: what our CSMS seat can be told. */
export interface StationBench extends Common {
  readonly role: 'station';
  /** URL to enter in the charger, by security profile, without the identity. */
  readonly endpoints: ReadonlyMap<SecurityProfile, string>;
  answerWith(rule: AnswerRule): void;
  answerAttempts(rule: AttemptRule): void;
  setPassword(password: string): void;
  /** Lets stations in on one security profile alone; undefined = on every one. */
  offerOnly(profile: SecurityProfile | undefined): void;
  /** Lets the station in with one of these too: which it has is not known. */
  alsoAdmit(passwords: readonly string[]): void;
  /** Called with every request of the station, before it is answered; the returned function ends it. */
  onRequest(listener: (action: string, payload: Readonly<Record<string, unknown>>) => void): () => void;
  setOffline(offline: boolean): void;
  /** PEM chain, leaf first, that the CSMS root of this run signs for a CSR; rejects for a CSR that cannot be read. */
  signCsr(csrPem: string): Promise<string>;
  /** TLS our listener shows when it presents the named server certificate, or an old protocol version. */
  serverTls(profile: SecurityProfile, presenting: string): ServerTls;
  /** Proves that a willing client completes a handshake with what we present. */
  control(profile: SecurityProfile, presenting: string): Promise<Control>;
  /** Resolves when the station has read what we sent; false when it does not say so (Link.heard). */
  heard(): Promise<boolean>;
  /** Resolves when the station has a link; false when the deadline (OCPP ms) passed. */
  connected(deadlineMs: number): Promise<boolean>;
  /** Resolves when a BootNotification was answered since the bench opened; false when the deadline (OCPP ms) passed. */
  booted(deadlineMs: number): Promise<boolean>;
  /** Resolves when the last BootNotification was answered Accepted; false when the deadline (OCPP ms) passed. */
  accepted(deadlineMs: number): Promise<boolean>;
}

/** CSMS under test: our station seat and the operator. */
export interface CsmsBench extends Common {
  readonly role: 'csms';
  /** A new station for a new case: nothing of the last one lives on in our own seat. */
  renewStation(): Promise<void>;
  readonly operator: Operator;
  connect(options: ConnectionWish): Promise<ConnectResult>;
  /** The same options against a permissive server of ours. */
  control(options: ConnectionWish): Promise<Control>;
  /** Sends exactly this, from the station seat. */
  sendComposed(action: string, partial: Record<string, unknown>): Promise<CallOutcome>;
  setStationVariable(name: { component: string; variable: string; instance?: string }, value: string): void;
  stationVariable(name: { component: string; variable: string; instance?: string }): string | undefined;
}
export type Bench = StationBench | CsmsBench;
