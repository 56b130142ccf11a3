/** The car in front of an EVSE. Battery and appetite only; currents and phases are settled by the EVSE. */
export interface EvOptions {
  readonly batteryWh: number;
  readonly socPercent: number;
  /** Most it takes from an AC outlet, W, over all its phases. */
  readonly maxPowerW: number;
  /** Most it takes from a DC outlet, W. */
  readonly maxDcPowerW: number;
  /** Phases of its on-board charger. */
  readonly phases: 1 | 3;
}

export const usualEv: EvOptions = {
  batteryWh: 60_000,
  socPercent: 40,
  maxPowerW: 11_040,
  maxDcPowerW: 100_000,
  phases: 3,
};

const taperFrom = 80;
const taperTo = 0.1; // share of the full power just before 100 %
const exactness = 1e-6; // percent; float noise of stored / battery

export class Ev {
  readonly options: EvOptions;
  #storedWh: number;
  /** Its own will: `suspended` and `ended` draw nothing whatever is offered. */
  appetite: 'hungry' | 'suspended' | 'ended' = 'hungry';

  constructor(options: EvOptions) {
    this.options = options;
    this.#storedWh = (options.batteryWh * options.socPercent) / 100;
  }

  get socPercent(): number {
    return Math.min(100, (this.#storedWh / this.options.batteryWh) * 100);
  }
  get full(): boolean {
    return this.socPercent >= 100 - exactness;
  }
  get wantsEnergy(): boolean {
    return this.appetite === 'hungry' && !this.full;
  }

  /**
   * Share of its greatest power that it takes now. The curve is a staircase of one step per percent above 80 %, so that power
   * is constant between two changes and its integral is exact.
   */
  get share(): number {
    if (this.full) return 0;
    const step = Math.floor(this.socPercent + exactness) - taperFrom + 1;
    return step <= 0 ? 1 : 1 - ((1 - taperTo) * step) / (100 - taperFrom);
  }

  /** Energy that is missing until the next step of the curve, or until full. */
  get untilNextStepWh(): number {
    const next = Math.max(taperFrom, Math.floor(this.socPercent + exactness) + 1);
    return (this.options.batteryWh * next) / 100 - this.#storedWh;
  }

  take(energyWh: number): void {
    this.#storedWh = Math.min(this.options.batteryWh, this.#storedWh + energyWh);
  }
}
