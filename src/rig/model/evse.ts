import { Ev, type EvOptions } from './ev.ts';
import type { LockState, MeterSample, Sensed } from './hardware.ts';
import type { CableEnd, ConnectorDescription, ControlPilot, EvseDescription, EvseReading, Phase } from './types.ts';

export const phaseNames: readonly Phase[] = ['L1', 'L2', 'L3'];
const msPerHour = 3_600_000;
/** Below 6 A the pilot of IEC 61851-1 has no duty cycle that allows drawing. */
const leastPilotAmps = 6;

export interface Connector {
  readonly description: ConnectorDescription;
  /** Where the cable is in. A fixed cable is always in at the station. */
  readonly ends: Record<CableEnd, boolean>;
  /** In, but not latched: nothing connects. */
  half: boolean;
  latched: boolean;
  lockBroken: boolean;
  /** The driver pulls at a locked plug and takes it out as soon as the lock opens. */
  handWaits: boolean;
}

/** The end that the station's lock holds: its own socket, or the vehicle inlet when the cable is fixed. */
export const lockedEnd = (connector: Connector): CableEnd =>
  connector.description.fixedCable ? 'EV' : 'Charging Station';
export const isPlugged = (connector: Connector): boolean =>
  connector.ends.EV && connector.ends['Charging Station'] && !connector.half;
export function lockState(connector: Connector): LockState {
  if (!connector.description.hasLock) return 'none';
  if (connector.lockBroken) return 'failed';
  return connector.latched ? 'locked' : 'unlocked';
}

/** One outlet: cable, EV, contactor and meter. Knows no clock; `advance` is told how long the present state lasted. */
export class Evse {
  readonly description: EvseDescription;
  readonly connectors: readonly Connector[];
  ev: Ev;
  /** The car that stood here has gone: the next one comes with its own battery. */
  newcomer = false;
  occupied = false;
  powered = true;
  contactorClosed = false;
  offeredA = 0;
  offeredPhases: 1 | 2 | 3;
  pilotFault: 'E' | 'F' | undefined;
  temperatureC = 25;
  display: string | undefined;
  readonly #evOptions: EvOptions;
  readonly #energyWh: Record<Phase, number> = { L1: 0, L2: 0, L3: 0 };

  constructor(description: EvseDescription, evOptions: EvOptions) {
    this.description = description;
    this.#evOptions = evOptions;
    this.ev = new Ev(evOptions);
    this.offeredPhases = description.phases;
    this.connectors = description.connectors.map((connector) => ({
      description: connector,
      ends: { EV: false, 'Charging Station': connector.fixedCable },
      half: false,
      latched: false,
      lockBroken: false,
      handWaits: false,
    }));
  }

  welcomeNewcomer(): void {
    if (this.newcomer) this.ev = new Ev(this.#evOptions);
    this.newcomer = false;
  }

  get plugged(): Connector | undefined {
    return this.connectors.find(isPlugged);
  }

  get pilot(): ControlPilot {
    if (!this.powered) return 'E';
    if (this.pilotFault !== undefined) return this.pilotFault;
    if (this.plugged === undefined) return 'A';
    return this.ev.wantsEnergy && this.#drawable ? 'C' : 'B';
  }
  get #drawable(): boolean {
    return this.description.current === 'DC' ? this.offeredA > 0 : this.offeredA >= leastPilotAmps;
  }

  /** Phases that carry current now. DC counts as one conductor, named L1. */
  get #phases(): readonly Phase[] {
    if (this.description.current === 'DC') return phaseNames.slice(0, 1);
    return phaseNames.slice(0, Math.min(this.description.phases, this.offeredPhases, this.ev.options.phases));
  }

  /** A per conducting phase; 0 unless the contactor is closed and the EV draws. */
  get #amps(): number {
    if (!this.contactorClosed || this.pilot !== 'C') return 0;
    const { voltage, current, maxCurrent } = this.description;
    const greatestW = current === 'DC' ? this.ev.options.maxDcPowerW : this.ev.options.maxPowerW;
    const conductors = current === 'DC' ? 1 : this.ev.options.phases;
    return Math.min(this.offeredA, maxCurrent, (greatestW * this.ev.share) / (voltage * conductors));
  }

  #perPhase(value: number, phases: readonly Phase[]): Record<Phase, number> {
    const of = (phase: Phase) => (phases.includes(phase) ? value : 0);
    return { L1: of('L1'), L2: of('L2'), L3: of('L3') };
  }
  get #currentA(): Record<Phase, number> {
    return this.#perPhase(this.#amps, this.#phases);
  }
  get #voltageV(): Record<Phase, number> {
    const wired = phaseNames.slice(0, this.description.current === 'DC' ? 1 : this.description.phases);
    return this.#perPhase(this.powered ? this.description.voltage : 0, wired);
  }
  get powerW(): number {
    return this.#amps * this.description.voltage * this.#phases.length;
  }
  get energyWh(): number {
    return this.#energyWh.L1 + this.#energyWh.L2 + this.#energyWh.L3;
  }

  /** Lets `ms` of the present state pass: constant power, so energy is power x time. */
  advance(ms: number): void {
    const amps = this.#amps;
    if (amps === 0 || ms <= 0) return;
    const hours = ms / msPerHour;
    for (const phase of this.#phases) this.#energyWh[phase] += amps * this.description.voltage * hours;
    this.ev.take(this.powerW * hours);
  }
  /** OCPP milliseconds until the charge curve changes the power; undefined while nothing flows. */
  get untilNextStep(): number | undefined {
    const power = this.powerW;
    return power === 0 ? undefined : (this.ev.untilNextStepWh / power) * msPerHour;
  }

  /** Sets the register; the phases that are wired share it. */
  setRegister(energyWh: number): void {
    const wired = this.description.current === 'DC' ? 1 : this.description.phases;
    for (const [index, phase] of phaseNames.entries()) this.#energyWh[phase] = index < wired ? energyWh / wired : 0;
  }

  get #evState(): EvseReading['evState'] {
    if (!this.connectors.some(({ ends }) => ends.EV)) return 'absent';
    if (this.ev.full) return 'full';
    if (this.ev.appetite !== 'hungry') return 'suspended';
    return this.#amps > 0 ? 'charging' : 'connected';
  }

  read(): EvseReading {
    return {
      id: this.description.id,
      bay: !this.description.baySensor ? 'unknown' : this.occupied ? 'occupied' : 'free',
      pilot: this.pilot,
      contactor: this.contactorClosed ? 'closed' : 'open',
      connectors: this.connectors.map((connector) => {
        const { EV, 'Charging Station': station } = connector.ends;
        const oneEnd = connector.description.fixedCable ? false : EV !== station;
        const plugged = isPlugged(connector);
        return {
          id: connector.description.id,
          plugged,
          halfPlugged: connector.half || oneEnd,
          lock: lockState(connector),
        };
      }),
      energyWh: this.energyWh,
      powerW: this.powerW,
      currentA: this.#currentA,
      voltageV: this.#voltageV,
      offeredA: this.offeredA,
      ...(this.#evState === 'absent' ? {} : { socPercent: this.ev.socPercent }),
      evState: this.#evState,
      temperatureC: this.temperatureC,
      ...(this.display === undefined ? {} : { display: this.display }),
    };
  }

  meter(at: number): MeterSample {
    const energyPerPhaseWh = { ...this.#energyWh };
    return {
      at,
      energyWh: this.energyWh,
      energyPerPhaseWh,
      powerW: this.powerW,
      powerPerPhaseW: this.#perPhase(this.#amps * this.description.voltage, this.#phases),
      currentA: this.#currentA,
      voltageV: this.#voltageV,
      offeredA: this.offeredA,
      offeredPhases: this.offeredPhases,
      temperatureC: this.temperatureC,
      ...(this.description.current === 'DC' && this.plugged !== undefined ? { socPercent: this.ev.socPercent } : {}),
    };
  }

  /** A cable that is in at the EV only is invisible to the station. */
  sense(): Sensed {
    return {
      bay: !this.description.baySensor ? 'unknown' : this.occupied ? 'occupied' : 'free',
      pilot: this.pilot,
      contactor: this.contactorClosed ? 'closed' : 'open',
      flowing: this.#amps > 0,
      connectors: this.connectors.map((connector) => ({
        id: connector.description.id,
        plugged: isPlugged(connector),
        half:
          connector.half ||
          (!connector.description.fixedCable && connector.ends['Charging Station'] && !connector.ends.EV),
        lock: lockState(connector),
      })),
    };
  }
}
