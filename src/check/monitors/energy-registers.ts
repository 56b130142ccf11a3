import type { TimelineEvent } from '../../timeline/events.ts';
import { isRecord, ownTimeOf } from '../views/frames.ts';
import { transactionEventOf } from './transaction-event.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One value of a register, with what it may be compared with. */
interface Reading {
  /** Measurand, phase, location, unit and multiplier: only what is written in the same way is compared. */
  readonly register: string;
  readonly value: number;
  /** Its own time, epoch ms. */
  readonly at: number;
}
/** The newest reading of a register that was seen. */
type Newest = Map<string, Reading>;

const records = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const register = /^Energy\.(?:Active|Reactive)\.(?:Import|Export)\.Register$/;
const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

/** Register values of a message, each with the defaults of SampledValueType. */
function readingsIn(payload: Fields): Reading[] {
  return records(payload['meterValue']).flatMap(({ timestamp, sampledValue }) => {
    const at = ownTimeOf(timestamp);
    if (at === undefined) return [];
    return records(sampledValue).flatMap(({ value, measurand, phase, location, unitOfMeasure }) => {
      const name = text(measurand, 'Energy.Active.Import.Register');
      if (typeof value !== 'number' || !register.test(name)) return [];
      const { unit, multiplier } = isRecord(unitOfMeasure) ? unitOfMeasure : {};
      const scale = typeof multiplier === 'number' ? multiplier : 0;
      const key = [name, text(phase, 'all phases'), text(location, 'Outlet'), text(unit, 'Wh'), `10^${scale}`];
      return [{ register: key.join(' '), value, at }];
    });
  });
}

/** One unit of the last decimal: two messages may round the same register differently. */
const lastDecimal = (value: number): number => 10 ** -(/\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0);
const fell = (before: Reading, now: Reading): boolean =>
  before.value - now.value > Math.max(lastDecimal(before.value), lastDecimal(now.value));

interface Scope {
  readonly requirement: string;
  readonly level?: 'SHOULD';
  readonly message: string;
}
const ofTransaction: Scope = { requirement: 'J02.FR.16', message: 'an energy register falls within a transaction' };
const ofStation: Scope = { requirement: 'J02.FR.16', message: 'an energy register of the whole station falls' };
const ofEvse: Scope = {
  requirement: 'J02.FR.17',
  level: 'SHOULD',
  message: 'an energy register of an EVSE falls between transactions',
};

/** Compares in the order of arrival, and only what is newer by its own time too: a clock may have been set. */
function compare(newest: Newest, readings: readonly Reading[], sequence: number, scope: Scope): Sighting[] {
  return readings.flatMap((reading) => {
    const before = newest.get(reading.register);
    if (before !== undefined && before.at >= reading.at) return [];
    newest.set(reading.register, reading);
    if (before === undefined || !fell(before, reading)) return [];
    const { message, requirement, level } = scope;
    return [
      {
        requirement,
        ...(level === undefined ? {} : { level }),
        message,
        actual: `${reading.register}: ${before.value}, then ${reading.value}`,
        events: [sequence],
      },
    ];
  });
}

/** Readings of a place or a transaction, by its name. */
class Registers {
  readonly #newest = new Map<string, Newest>();

  of(name: string): Newest {
    const known = this.#newest.get(name);
    if (known !== undefined) return known;
    const empty: Newest = new Map();
    this.#newest.set(name, empty);
    return empty;
  }

  /** A meter may be replaced while a station is off (J02.FR.16). */
  forget(): void {
    this.#newest.clear();
  }
}

/** Where the transactions take place, as far as it was told. */
class TransactionPlaces {
  readonly #evses = new Map<string, number>();

  of(transactionId: string, evseId: number | undefined): number | undefined {
    if (evseId !== undefined) this.#evses.set(transactionId, evseId);
    return this.#evses.get(transactionId);
  }
}

/**
 * Energy registers never fall: within a transaction and for the whole station (J02.FR.16), each measurand, phase and location
 * by itself. Between transactions of an EVSE they should not (J02.FR.17). Interval and Net values may fall. A reboot forgets
 * what was before it: a meter may have been replaced.
 */
export const energyRegisters: Monitor = {
  name: 'energy-registers',
  requirements: ['J02.FR.16', 'J02.FR.17'],
  level: 'SHALL',
  watch: () => {
    const registers = new Registers();
    const places = new TransactionPlaces();

    function inTransaction(event: TimelineEvent): readonly Sighting[] {
      const seen = transactionEventOf(event);
      if (seen === undefined || seen === 'unreadable') return nothing;
      const { transactionId, evseId, payload, sequence } = seen;
      const readings = readingsIn(payload);
      const place = places.of(transactionId, evseId);
      const found = compare(registers.of(`transaction ${transactionId}`), readings, sequence, ofTransaction);
      if (place === undefined) return found;
      const between = compare(registers.of(`EVSE ${place}`), readings, sequence, ofEvse);
      return found.length > 0 ? found : between;
    }

    return {
      see(event) {
        if (event.type !== 'frame' || event.frame.kind !== 'call') return nothing;
        const { action, payload } = event.frame;
        if (action === 'BootNotification') registers.forget();
        if (action === 'TransactionEvent') return inTransaction(event);
        const { evseId } = payload;
        if (action !== 'MeterValues' || typeof evseId !== 'number') return nothing;
        const scope = evseId === 0 ? ofStation : ofEvse;
        return compare(registers.of(`EVSE ${evseId}`), readingsIn(payload), event.sequence, scope);
      },
    };
  },
};
