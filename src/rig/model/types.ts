/** The instrumented EVSE rig: what can be done to it, what can be read from it. Physics only; no OCPP message appears here. */

export type ControlPilot = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'; // IEC 61851-1
export type CableEnd = 'EV' | 'Charging Station';
export type Phase = 'L1' | 'L2' | 'L3';

export interface PresentedToken {
  /** The card's UID or the code as the reader sees it. */
  readonly idToken: string;
  /** OCPP IdTokenEnumType word: ISO14443, ISO15693, KeyCode, MacAddress, eMAID, Central, Local, NoAuthorization. */
  readonly type: string;
}

/** One physical act. `evse` counts from 1; left out means the default EVSE (1) or, for power and tamper, the whole station. */
export type RigAct =
  | { readonly act: 'park' | 'leave'; readonly evse: number }
  | {
      readonly act: 'plug';
      readonly evse: number;
      readonly connector?: number;
      readonly end?: CableEnd;
      readonly half?: boolean;
    }
  | { readonly act: 'unplug'; readonly evse: number; readonly connector?: number; readonly end?: CableEnd }
  | { readonly act: 'present'; readonly evse: number; readonly token: PresentedToken }
  | { readonly act: 'press'; readonly evse: number; readonly button: 'start' | 'stop' }
  | { readonly act: 'choose'; readonly evse: number; readonly option: string }
  | { readonly act: 'charging'; readonly evse: number; readonly change: 'suspend' | 'resume' | 'end' }
  | {
      readonly act: 'ask';
      readonly evse: number;
      readonly subject: 'new limits' | 'a new contract certificate' | 'an updated contract certificate';
    }
  | { readonly act: 'power'; readonly change: 'cycle' | 'cut' | 'restore' }
  | { readonly act: 'network'; readonly change: 'cut' | 'restore' }
  | { readonly act: 'fault'; readonly change: 'raise' | 'clear'; readonly fault: string; readonly evse?: number }
  | { readonly act: 'meter'; readonly evse: number; readonly energyWh: number }
  | { readonly act: 'move'; readonly quantity: string; readonly to: number; readonly evse?: number }
  | { readonly act: 'lock'; readonly evse: number; readonly change: 'fail' | 'repair' }
  | { readonly act: 'tamper'; readonly change: 'open' | 'close' };

/**
 * done: it happened. no-effect: this hardware cannot do it and the document allows that (recorded no-op).
 * impossible: this hardware cannot do it. skipped / not-done: a person said so, with a reason.
 */
export interface RigOutcome {
  readonly outcome: 'done' | 'no-effect' | 'impossible' | 'skipped' | 'not-done';
  readonly reason?: string;
}

export type RigQuantity =
  | 'energy'
  | 'power'
  | 'current'
  | 'voltage'
  | 'soc'
  | 'offered'
  | 'connector'
  | 'lock'
  | 'contactor'
  | 'pilot'
  | 'display'
  | 'bay'
  | 'temperature';

export interface ConnectorDescription {
  readonly id: number;
  readonly type: string; // OCPP ConnectorEnumType word, such as cType2, sType2, cCCS2
  readonly fixedCable: boolean;
  readonly hasLock: boolean;
}
export interface EvseDescription {
  readonly id: number;
  readonly phases: 1 | 3;
  readonly maxCurrent: number; // A per phase
  readonly voltage: number; // V line to neutral
  readonly current: 'AC' | 'DC';
  readonly baySensor: boolean;
  readonly connectors: readonly ConnectorDescription[];
}
export interface RigDescription {
  readonly evses: readonly EvseDescription[];
  /** Quantities this rig can really measure; [] = none, and physics checks are not applicable by capability. */
  readonly measures: readonly RigQuantity[];
  readonly tokenReader: boolean;
  readonly buttons: readonly ('start' | 'stop')[];
  readonly display: boolean;
}

export interface ConnectorReading {
  readonly id: number;
  readonly plugged: boolean; // cable in at the station and at the EV
  readonly halfPlugged: boolean;
  readonly lock: 'locked' | 'unlocked' | 'failed' | 'none';
}
export interface EvseReading {
  readonly id: number;
  readonly bay: 'occupied' | 'free' | 'unknown';
  readonly pilot: ControlPilot;
  readonly contactor: 'closed' | 'open';
  readonly connectors: readonly ConnectorReading[];
  readonly energyWh: number; // Energy.Active.Import.Register of the EVSE meter
  readonly powerW: number;
  readonly currentA: Readonly<Record<Phase, number>>;
  readonly voltageV: Readonly<Record<Phase, number>>;
  readonly offeredA: number; // what the station allows on the pilot, A per phase; 0 = none
  readonly socPercent?: number;
  readonly evState: 'absent' | 'connected' | 'charging' | 'suspended' | 'full';
  readonly temperatureC: number;
  readonly display?: string;
}
export interface RigReading {
  readonly at: number; // OCPP time of the rig's clock, epoch ms
  readonly power: 'on' | 'off';
  readonly network: 'up' | 'down';
  readonly tampered: boolean;
  readonly faults: readonly { readonly fault: string; readonly evse?: number }[];
  readonly evses: readonly EvseReading[];
}

/** Every change is an event. */
export interface RigEvent {
  readonly at: number; // OCPP time, epoch ms
  readonly sequence: number; // counts from 1, no gaps
  readonly type: 'act' | 'change';
  readonly act?: RigAct;
  readonly outcome?: RigOutcome;
  /** For a change: what, where, from, to. */
  readonly quantity?: string;
  readonly evse?: number;
  readonly connector?: number;
  readonly from?: string | number | boolean;
  readonly to?: string | number | boolean;
}

/** What every rig driver offers: the embedded rig port, a person, an OCTT SUT API server, the model in the same process. */
export interface Rig {
  describe(): Promise<RigDescription>;
  perform(act: RigAct): Promise<RigOutcome>;
  read(): Promise<RigReading>;
  /** Called for every event from now on; the returned function ends it. A rig without events never calls. */
  subscribe(listener: (event: RigEvent) => void): () => void;
  close(): Promise<void>;
}
