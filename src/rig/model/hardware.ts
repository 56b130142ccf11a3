import type { ControlPilot, Phase, PresentedToken } from './types.ts';

/** What the station's own sensors tell it, the moment it happens. While the station is without power nothing is told. */
export type SensorEvent =
  | { readonly sensor: 'bay'; readonly evse: number; readonly occupied: boolean }
  /** `plugged`: in at both ends. `half`: only one end, or not latched. */
  | {
      readonly sensor: 'cable';
      readonly evse: number;
      readonly connector: number;
      readonly plugged: boolean;
      readonly half: boolean;
    }
  | { readonly sensor: 'pilot'; readonly evse: number; readonly from: ControlPilot; readonly to: ControlPilot }
  | { readonly sensor: 'token'; readonly evse: number; readonly token: PresentedToken }
  | { readonly sensor: 'button'; readonly evse: number; readonly button: 'start' | 'stop' }
  | { readonly sensor: 'display-choice'; readonly evse: number; readonly option: string }
  /** The EV asks over ISO 15118. */
  | { readonly sensor: 'ev-request'; readonly evse: number; readonly subject: EvRequest }
  /** Energy starts or stops to flow, measured at the outlet. */
  | { readonly sensor: 'flow'; readonly evse: number; readonly flowing: boolean }
  | { readonly sensor: 'contactor'; readonly evse: number; readonly closed: boolean }
  | { readonly sensor: 'lock'; readonly evse: number; readonly connector: number; readonly state: LockState }
  /** `on: false` is the last event before the dark; `on: true` the first one after. */
  | { readonly sensor: 'power'; readonly on: boolean }
  | { readonly sensor: 'network'; readonly up: boolean }
  | { readonly sensor: 'fault'; readonly fault: string; readonly active: boolean; readonly evse?: number }
  | { readonly sensor: 'tamper'; readonly open: boolean }
  /** The register was set from outside. */
  | { readonly sensor: 'meter'; readonly evse: number; readonly energyWh: number }
  /** A quantity moved by hand: temperature, or any other name. */
  | { readonly sensor: 'quantity'; readonly quantity: string; readonly to: number; readonly evse?: number };

export type EvRequest = 'new limits' | 'a new contract certificate' | 'an updated contract certificate';
export type LockState = 'locked' | 'unlocked' | 'failed' | 'none';

/** The EVSE meter at one moment. Energy is per phase and in total since the meter was made (Wh); never falls but by a `meter` act. */
export interface MeterSample {
  readonly at: number; // OCPP time, epoch ms
  readonly energyWh: number;
  readonly energyPerPhaseWh: Readonly<Record<Phase, number>>;
  readonly powerW: number;
  readonly powerPerPhaseW: Readonly<Record<Phase, number>>;
  readonly currentA: Readonly<Record<Phase, number>>;
  readonly voltageV: Readonly<Record<Phase, number>>;
  /** What the station offers on the pilot: A per phase, on so many phases; 0 = none. */
  readonly offeredA: number;
  readonly offeredPhases: 1 | 2 | 3;
  readonly temperatureC: number;
  /** Only when the EV tells (DC, or ISO 15118). */
  readonly socPercent?: number;
}

/** What the station may ask of its hardware at any time while it has power. */
export interface StationHardware {
  /** Called for every sensor event from now on; the returned function ends it. */
  onSensor(listener: (event: SensorEvent) => void): () => void;
  /** Pilot duty: A per phase on so many phases. 0 A = no energy is offered (the EV sees state B1). */
  offer(evse: number, ampsPerPhase: number, phases?: 1 | 2 | 3): void;
  closeContactor(evse: number): void;
  openContactor(evse: number): void;
  /** True when the connector is locked now; false when it has no lock, the lock failed, or no cable is in the socket. */
  lock(evse: number, connector: number): boolean;
  /** True when the connector is unlocked now; false when the lock failed. */
  unlock(evse: number, connector: number): boolean;
  /** Puts a text on the display; undefined clears it. No-op without display. */
  show(evse: number, text: string | undefined): void;
  meter(evse: number): MeterSample;
  /** What the sensors say now: for a station that has just got power. */
  sense(evse: number): Sensed;
  readonly powered: boolean;
  readonly networkUp: boolean;
  readonly tampered: boolean;
  /** Faults that are active now; `evse` left out: the whole station. */
  readonly faults: readonly { readonly fault: string; readonly evse?: number }[];
}

/** All sensors of one EVSE at one moment. */
export interface Sensed {
  readonly bay: 'occupied' | 'free' | 'unknown';
  readonly pilot: ControlPilot;
  readonly contactor: 'closed' | 'open';
  readonly flowing: boolean;
  readonly connectors: readonly {
    readonly id: number;
    readonly plugged: boolean;
    readonly half: boolean;
    readonly lock: LockState;
  }[];
}
