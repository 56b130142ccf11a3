import { nearest } from '../nearest.ts';
import { OrderError } from '../order-error.ts';
import { type OrderAction, orderKeys } from './keys.ts';

export type Row = readonly [key: string, value: string];

const units: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

function unquoted(value: string): string {
  return /^".*"$/s.test(value) ? value.slice(1, -1) : value.trim();
}

/** The words of one order, read by key; every fault is one line that names the message, the key and what would do. */
export class Words {
  readonly #action: string;
  readonly #rows: readonly Row[];

  /** Refuses keys that the message does not have. */
  constructor(action: OrderAction, rows: readonly Row[]) {
    this.#action = action;
    this.#rows = rows.map(([key, value]) => [key.trim(), unquoted(value)]);
    const known: readonly string[] = orderKeys[action];
    for (const [key] of this.#rows)
      if (!known.includes(key)) throw this.#fault(`knows no "${key}"; ${this.#hint(key, known)}`);
  }

  all(key: string): readonly string[] {
    return this.#rows.filter(([name]) => name === key).map(([, value]) => value);
  }
  text(key: string): string | undefined {
    return this.all(key)[0];
  }
  has(key: string): boolean {
    return this.text(key) !== undefined;
  }
  need(key: string): string {
    const value = this.text(key);
    if (value === undefined) throw this.#fault(`needs "${key}"`);
    return value;
  }
  /** A number, with or without the words around it (`EVSE 1`). */
  number(key: string): number | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    const found = /-?\d+(\.\d+)?/.exec(value);
    if (found === null) throw this.wrong(key, value, 'a number');
    return Number(found[0]);
  }
  flag(key: string): boolean {
    const value = this.text(key);
    if (value === undefined) return false;
    if (/^(yes|true)$/i.test(value)) return true;
    if (/^(no|false)$/i.test(value)) return false;
    throw this.wrong(key, value, 'yes or no');
  }
  /** One of the standard's words; typed. */
  oneOf<const T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const value = this.text(key);
    return value === undefined ? undefined : this.pick(key, value, allowed);
  }
  pick<const T extends string>(key: string, value: string, allowed: readonly T[]): T {
    const found = allowed.find((word) => word === value);
    if (found === undefined) throw this.wrong(key, value, `one of ${allowed.join(', ')}`);
    return found;
  }
  /** Seconds. */
  duration(key: string): number | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    const found = /^(\d+)\s*(s|second|minute|hour|day)?s?$/.exec(value);
    if (found === null) throw this.wrong(key, value, 'a duration such as 300 seconds');
    return Number(found[1]) * (units[found[2] ?? 'second'] ?? 1);
  }
  /** OCPP time: `now`, `now + 60 seconds`, or a dateTime. */
  moment(key: string, now: number): number | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    const found = /^now(?:\s*([+-])\s*(\d+)\s*(second|minute|hour|day)s?)?$/.exec(value);
    if (found !== null) {
      const away = Number(found[2] ?? 0) * (units[found[3] ?? 'second'] ?? 1) * 1000;
      return found[1] === '-' ? now - away : now + away;
    }
    const at = Date.parse(value);
    if (Number.isNaN(at)) throw this.wrong(key, value, 'a time such as now + 60 seconds');
    return at;
  }

  /** The fault of one value. */
  wrong(key: string, value: string, wanted: string): OrderError {
    return this.#fault(`cannot read "${key}" = "${value}"; give ${wanted}`);
  }
  /** The order is fine, but cannot be done now. */
  impossible(reason: string): OrderError {
    return new OrderError('state', `${this.#action}: ${reason}`);
  }

  #fault(text: string): OrderError {
    return new OrderError('words', `${this.#action} ${text}`);
  }
  #hint(key: string, known: readonly string[]): string {
    const near = nearest(key, known);
    return near === undefined ? 'it takes no words' : `nearest is "${near}" (all: ${known.join(', ')})`;
  }
}
