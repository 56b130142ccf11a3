import type { Clock } from '../../clock/index.ts';
import { perform, type RigState, releaseHand } from './acts.ts';
import { changesBetween, sensorEventsBetween } from './changes.ts';
import { type EvOptions, usualEv } from './ev.ts';
import { type Connector, Evse, lockedEnd } from './evse.ts';
import type { MeterSample, Sensed, SensorEvent, StationHardware } from './hardware.ts';
import type { RigAct, RigDescription, RigEvent, RigOutcome, RigReading } from './types.ts';

/** Above the resolution of a number that holds epoch milliseconds, so that every step moves on. */
const leastStepMs = 0.001;

export interface RigModelOptions {
  readonly description: RigDescription;
  readonly clock: Clock;
  /** The cars that come; what is left out is a usual one (60 kWh, 40 %, 11 kW AC on 3 phases). */
  readonly ev?: Partial<EvOptions>;
}

/**
 * The instrumented EVSE rig, in the same process: physics only. World side: perform, read, subscribe. Station side:
 * `StationHardware`. Energy is computed from the clock when somebody looks; between two changes power is constant, so the
 * integral is exact. Listeners may act on the rig: what follows is told after what is being told.
 */
export class RigModel implements StationHardware {
  readonly description: RigDescription;
  readonly #clock: Clock;
  readonly #evses: ReadonlyMap<number, Evse>;
  readonly #state: RigState;
  readonly #listeners = new Set<(event: RigEvent) => void>();
  readonly #sensorListeners = new Set<(event: SensorEvent) => void>();
  readonly #news: (() => void)[] = [];
  readonly #signals: SensorEvent[] = [];
  #telling = false;
  #powered = true;
  #sequence = 0;
  #settledAt: number;
  #told: RigReading;
  #sensed: ReadonlyMap<number, Sensed>;
  #cancelStep = () => {};

  constructor({ description, clock, ev }: RigModelOptions) {
    this.description = description;
    this.#clock = clock;
    const car = { ...usualEv, ...ev };
    this.#evses = new Map(description.evses.map((evse) => [evse.id, new Evse(evse, car)]));
    this.#settledAt = clock.now();
    const setPower = (on: boolean) => this.#setPower(on);
    const powered = () => this.#powered;
    this.#state = {
      description,
      evses: this.#evses,
      faults: [],
      networkUp: true,
      tampered: false,
      get powered() {
        return powered();
      },
      setPower,
      signal: (event) => this.#signals.push(event),
    };
    this.#told = this.#reading(this.#settledAt);
    this.#sensed = this.#sense();
  }

  /** Does one act. Everything the act sets off in the station's listeners has happened when it returns. */
  perform(act: RigAct): RigOutcome {
    this.#settle();
    const position = this.#news.length;
    const outcome = perform(this.#state, act);
    const at = Math.round(this.#settledAt);
    this.#news.splice(position, 0, () => this.#publish({ at, type: 'act', act, outcome }));
    this.#commit();
    if (act.act === 'power' && act.change === 'cycle' && !this.#powered) {
      this.#setPower(true);
      this.#commit();
    }
    return outcome;
  }

  read(): RigReading {
    this.#settle();
    return this.#reading(this.#clock.now());
  }

  /** Every act and every change from now on; the returned function ends it. */
  subscribe(listener: (event: RigEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onSensor(listener: (event: SensorEvent) => void): () => void {
    this.#sensorListeners.add(listener);
    return () => this.#sensorListeners.delete(listener);
  }

  offer(evse: number, ampsPerPhase: number, phases?: 1 | 2 | 3): void {
    if (!Number.isFinite(ampsPerPhase) || ampsPerPhase < 0)
      throw new RangeError(`EVSE ${evse}: ${ampsPerPhase} A cannot be offered; a finite number from 0 is needed`);
    this.#actuate(evse, (outlet) => {
      outlet.offeredA = ampsPerPhase;
      outlet.offeredPhases = phases ?? outlet.description.phases;
    });
  }
  closeContactor(evse: number): void {
    this.#actuate(evse, (outlet) => {
      outlet.contactorClosed = true;
    });
  }
  openContactor(evse: number): void {
    this.#actuate(evse, (outlet) => {
      outlet.contactorClosed = false;
    });
  }
  lock(evse: number, connector: number): boolean {
    return this.#moveLock(evse, connector, true);
  }
  unlock(evse: number, connector: number): boolean {
    return this.#moveLock(evse, connector, false);
  }
  show(evse: number, text: string | undefined): void {
    this.#actuate(evse, (outlet) => {
      if (this.description.display) outlet.display = text;
    });
  }
  meter(evse: number): MeterSample {
    this.#settle();
    return this.#outlet(evse).meter(this.#clock.now());
  }
  sense(evse: number): Sensed {
    this.#settle();
    return this.#outlet(evse).sense();
  }
  get powered(): boolean {
    return this.#powered;
  }
  get networkUp(): boolean {
    return this.#state.networkUp;
  }
  get tampered(): boolean {
    return this.#state.tampered;
  }
  get faults(): readonly { readonly fault: string; readonly evse?: number }[] {
    return [...this.#state.faults];
  }

  /** Ends the timer of the charge curve. */
  close(): void {
    this.#cancelStep();
  }

  #outlet(id: number): Evse {
    const evse = this.#evses.get(id);
    if (evse === undefined)
      throw new RangeError(`this rig has no EVSE ${id}; it has ${[...this.#evses.keys()].join(', ')}`);
    return evse;
  }

  /** An actuator without power does not move. */
  #actuate(id: number, move: (evse: Evse) => void): void {
    const evse = this.#outlet(id);
    this.#settle();
    if (this.#powered) move(evse);
    this.#commit();
  }

  #moveLock(evseId: number, connectorId: number, closed: boolean): boolean {
    const evse = this.#outlet(evseId);
    const connector = evse.connectors.find(({ description }) => description.id === connectorId);
    if (connector === undefined) throw new RangeError(`EVSE ${evseId} has no connector ${connectorId}`);
    const able = this.#powered && connector.description.hasLock && !connector.lockBroken;
    // Nothing to hold: a bolt without a plug does not count as locked.
    if (!able || (closed && !connector.ends[lockedEnd(connector)])) return false;
    this.#actuate(evseId, () => this.#latch(evse, connector, closed));
    return true;
  }
  #latch(evse: Evse, connector: Connector, closed: boolean): void {
    connector.latched = closed;
    if (closed) return;
    this.#notice(); // first the open lock, then the plug that comes out
    releaseHand(evse, connector);
  }

  #setPower(on: boolean): void {
    this.#notice();
    if (!on) this.#tell({ sensor: 'power', on });
    this.#powered = on;
    for (const evse of this.#evses.values()) {
      evse.powered = on;
      evse.contactorClosed = false;
      evse.offeredA = 0;
      evse.offeredPhases = evse.description.phases;
      evse.display = undefined;
    }
    if (on) this.#sensed = this.#sense(); // a station that wakes up reads its sensors itself
    this.#notice();
    if (on) this.#tell({ sensor: 'power', on });
  }

  #sense(): ReadonlyMap<number, Sensed> {
    return new Map([...this.#evses].map(([id, evse]) => [id, evse.sense()]));
  }
  #reading(at: number): RigReading {
    return {
      at,
      power: this.#powered ? 'on' : 'off',
      network: this.#state.networkUp ? 'up' : 'down',
      tampered: this.#state.tampered,
      faults: [...this.#state.faults],
      evses: [...this.#evses.values()].map((evse) => evse.read()),
    };
  }

  /** Brings the physics up to now, step of the charge curve by step, each at its own time. */
  #settle(): void {
    const now = this.#clock.now();
    if (now < this.#settledAt) this.#settledAt = now; // the clock was set back: no time has passed
    for (let next = this.#nextStep(); next !== undefined && next <= now; next = this.#nextStep()) {
      this.#advanceTo(next);
      this.#notice();
    }
    this.#advanceTo(now);
  }
  #nextStep(): number | undefined {
    const left = [...this.#evses.values()].flatMap((evse) => evse.untilNextStep ?? []);
    return left.length === 0 ? undefined : this.#settledAt + Math.max(leastStepMs, Math.min(...left));
  }
  #advanceTo(moment: number): void {
    for (const evse of this.#evses.values()) evse.advance(moment - this.#settledAt);
    this.#settledAt = moment;
  }

  #commit(): void {
    this.#notice();
    this.#cancelStep();
    const next = this.#nextStep();
    if (next !== undefined) {
      this.#cancelStep = this.#clock.after(Math.max(1, Math.ceil(next - this.#clock.now())), () => {
        this.#settle();
        this.#commit();
      });
    }
    this.#drain();
  }

  /** Queues what has become different since it was last told. A station without power notices nothing. */
  #notice(): void {
    const at = Math.round(this.#settledAt);
    const reading = this.#reading(at);
    for (const change of changesBetween(this.#told, reading)) {
      this.#news.push(() => this.#publish({ at, type: 'change', ...change }));
    }
    this.#told = reading;
    const sensed = this.#sense();
    const events = [...sensed].flatMap(([id, now]) => {
      const before = this.#sensed.get(id);
      return before === undefined ? [] : sensorEventsBetween(id, before, now);
    });
    this.#sensed = sensed;
    for (const event of [...events, ...this.#signals.splice(0)]) if (this.#powered) this.#tell(event);
  }
  #tell(event: SensorEvent): void {
    this.#news.push(() => {
      for (const listener of [...this.#sensorListeners]) listener(event);
    });
  }
  #publish(event: Omit<RigEvent, 'sequence'>): void {
    this.#sequence += 1;
    const numbered = { ...event, sequence: this.#sequence };
    for (const listener of [...this.#listeners]) listener(numbered);
  }
  #drain(): void {
    if (this.#telling) return;
    this.#telling = true;
    try {
      for (let news = this.#news.shift(); news !== undefined; news = this.#news.shift()) news();
    } finally {
      this.#telling = false;
    }
  }
}
