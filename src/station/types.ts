import type { Clock } from '../clock/index.ts';
import type { Action, Requests } from '../ocpp/index.ts';
import type { RigModel } from '../rig/model/index.ts';
import type {
  Answer,
  CallOutcome,
  ClientTls,
  ConnectOptions,
  ConnectResult,
  KeyPair,
  SecurityProfile,
  WireTap,
} from '../transport/types.ts';
import type { StationParts, Store, TransactionFacts } from './parts.ts';

/** What BootNotification tells about the station; every text as long as the schema allows. */
export interface Nameplate {
  readonly model: string; // at most 20 characters
  readonly vendorName: string; // at most 50
  readonly serialNumber: string; // at most 25
  readonly firmwareVersion: string; // at most 50
}

/** One slot of NetworkConfigurationPriority (B09, B10). `url` without the identity, as SetNetworkProfile carries it. */
export interface NetworkProfile {
  readonly url: string; // ws(s)://host:port/path
  readonly securityProfile: SecurityProfile;
  readonly messageTimeout?: number; // seconds, replaces OCPPCommCtrlr.MessageTimeout
}

/** What this product can do; left out = the default in brackets. */
export interface StationFeatures {
  readonly authCache?: boolean; // [true]
  readonly localAuthList?: boolean; // [true]
  readonly smartCharging?: boolean; // [true]
  readonly firmware?: boolean; // [true]
  readonly certificates?: boolean; // [true]
  /** Blocks of the device model only. */
  readonly reservation?: boolean; // [false]
  readonly iso15118?: boolean; // [false]
  readonly displayMessage?: boolean; // [false]
  readonly tariffCost?: boolean; // [false]
  readonly monitoring?: boolean; // [false]
  /** SignReadings variables exist: a meter that signs (J02.FR.21, TxStartPoint DataSigned) [false]. */
  readonly signedReadings?: boolean;
  /** ResetRequest for one EVSE (B11.FR.09) [true]. */
  readonly evseReset?: boolean;
  /** RequestStartTransaction without an evseId is served (F01.FR.07, F01.FR.20) [true]. */
  readonly remoteStartWithoutEvse?: boolean;
  /** Local tokens and buttons are ignored: only the CSMS starts [false]. */
  readonly remoteOnly?: boolean;
  /** How a connector status is told (B01.FR.05, G01) ['StatusNotification']. */
  readonly connectorStatus?: 'StatusNotification' | 'NotifyEvent';
}

/** Value of a variable before anybody changed it. */
export interface InitialVariable {
  readonly component: string;
  readonly variable: string;
  readonly instance?: string;
  readonly evseId?: number;
  readonly connectorId?: number;
  readonly value: string;
}

export type Connect = (options: ConnectOptions) => Promise<ConnectResult>;

export interface StationOptions {
  readonly identity: string;
  readonly clock: Clock;
  readonly rig: RigModel;
  /** Survives power cycles; the same object is handed in again after a restart of the process. */
  readonly store: Store;
  readonly nameplate: Nameplate;
  /** By configuration slot; the first of NetworkConfigurationPriority is tried first. */
  readonly networkProfiles: Readonly<Record<number, NetworkProfile>>;
  readonly credentials?: { readonly password: string };
  readonly trust?: { readonly csmsRoots?: readonly string[]; readonly manufacturerRoots?: readonly string[] }; // PEM
  readonly clientKeyPair?: KeyPair;
  readonly features?: StationFeatures;
  readonly settings?: readonly InitialVariable[];
  readonly tap?: WireTap;
  /** The seams of a mutant or a personality, laid over the honest ones. */
  readonly shape?: (parts: StationParts) => StationParts;
  readonly connect?: Connect;
  /** How long a reboot lasts, seconds of OCPP time [1]. */
  readonly rebootSeconds?: number;
  /**
   * Nothing happens by itself: no connection at power-on, no boot, no status, no heartbeat, no sampling, no reconnect. What the rig
   * causes (Authorize, TransactionEvent, StatusNotification) still happens.
   */
  readonly quiet?: boolean;
  readonly log?: (text: string) => void;
}

/** A CSMS request that the script answers. */
export interface HeldCall {
  readonly messageId: string;
  readonly action: string;
  readonly payload: Record<string, unknown>;
  /** Only the first call counts. */
  answer(answer: Answer): void;
}

export interface ScriptConnect {
  readonly url?: string; // without the identity; default: of the active slot
  readonly securityProfile?: SecurityProfile;
  readonly identity?: string;
  /** `undefined` given explicitly: no Authorization header. */
  readonly credentials?: { readonly username: string; readonly password: string } | undefined;
  readonly client?: KeyPair | undefined;
  readonly minVersion?: ClientTls['minVersion'];
  readonly maxVersion?: ClientTls['maxVersion'];
  readonly ciphers?: string;
  readonly subprotocols?: readonly string[];
}

/** A payload of which anything may be left out, at any depth of plain objects. */
export type Partially = Readonly<Record<string, unknown>>;

/** The steps' hands on the station's side of the conversation (VOCABULARY.md section 3). */
export interface StationScript {
  /** From now on a request whose action satisfies the predicate goes to `onHeld`; undefined = the engine answers everything. */
  hold(predicate: ((action: string) => boolean) | undefined): void;
  onHeld(listener: (call: HeldCall) => void): void;
  /**
   * Full payload: what `partial` leaves out is filled as this station would say it now. A composed TransactionEvent is booked:
   * Started opens a transaction, seqNo counts on, Ended closes it.
   */
  compose<A extends Action>(action: A, partial?: Partially): Requests[A];
  /** Composes and sends at once, past boot status and queue. */
  send(action: Action, partial?: Partially): Promise<CallOutcome>;
  /** Sends exactly this, unseen by the engine: for intended faults. */
  sendRaw(action: string, payload: Record<string, unknown>): Promise<CallOutcome>;
  /** Opens a fresh link that replaces the present one; no boot follows. */
  connect(options?: ScriptConnect): Promise<ConnectResult>;
  /** The link dies without a close frame. */
  drop(): void;
  /** Close handshake. */
  disconnect(): Promise<void>;
}

export type BootStatus = 'none' | 'Pending' | 'Rejected' | 'Accepted';

export interface Station {
  readonly identity: string;
  readonly script: StationScript;
  /** The shaped seams as the engine reads them. */
  readonly parts: StationParts;
  /** There is an open link, accepted or not. */
  readonly linked: boolean;
  readonly online: boolean;
  readonly bootStatus: BootStatus;
  /** Connects and boots as after power-on; a station that has no power waits for it. */
  start(): void;
  /** Ends timers and the link; the persisted state stays in the store. */
  stop(): Promise<void>;
  transaction(evseId: number): TransactionFacts | undefined;
  transactions(): readonly TransactionFacts[];
  variable(
    component: string,
    variable: string,
    options?: { instance?: string; evseId?: number; connectorId?: number },
  ): string | undefined;
  setVariable(
    component: string,
    variable: string,
    value: string,
    options?: { instance?: string; evseId?: number; connectorId?: number },
  ): void;
}
