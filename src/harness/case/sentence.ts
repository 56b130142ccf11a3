import { type RawTable, TestDesignError } from '../../check/language/index.ts';

/** What a sentence's parameters say, in the shapes of steps/parameter-types.ts. */
export type Actor = 'the Charging Station' | 'the CSMS';
export interface Amount {
  /** a | an | no | every | one or more | at least N | N | all parts of a */
  readonly amount: string;
  readonly names: readonly string[];
}
export interface Selection {
  readonly which: string;
  readonly count: number;
  readonly name: string;
}
export interface Window {
  readonly kind: 'within' | 'for';
  readonly span: string;
}
export interface StateName {
  readonly name: string;
  readonly mode?: 'local' | 'remote';
}

/** Reads the arguments cucumber hands over; a wrong shape is a mistake in steps/. */
export class Arguments {
  readonly #values: readonly unknown[];
  constructor(values: readonly unknown[]) {
    this.#values = values;
  }
  get table(): RawTable | undefined {
    const last = this.#values.at(-1);
    return isRecord(last) && isTable(last['rows']) ? last['rows'] : undefined;
  }
  get demandedTable(): RawTable {
    const { table } = this;
    if (table === undefined) throw new TestDesignError('the sentence has no table', 'a table below it');
    return table;
  }
  text(index: number): string {
    const value = this.#values[index];
    if (typeof value !== 'string') throw new TestDesignError(`parameter ${index + 1} is no text`);
    return value;
  }
  optional(index: number): string | undefined {
    const value = this.#values[index];
    return typeof value === 'string' && value !== '' ? value : undefined;
  }
  flag(index: number): boolean {
    return this.#values[index] === true;
  }
  actor(index: number): Actor {
    return this.text(index) === 'the CSMS' ? 'the CSMS' : 'the Charging Station';
  }
  amount(index: number): Amount {
    const value = this.#values[index];
    if (!isRecord(value) || !isTexts(value['names']))
      throw new TestDesignError(`parameter ${index + 1} names no message`);
    return { amount: String(value['amount']), names: value['names'] };
  }
  selection(index: number): Selection {
    const value = this.#values[index];
    if (!isRecord(value)) throw new TestDesignError(`parameter ${index + 1} selects nothing`);
    return { which: String(value['which']), count: Number(value['count']), name: String(value['name']) };
  }
  window(index: number): Window | undefined {
    const value = this.#values[index];
    if (!isRecord(value) || typeof value['span'] !== 'string') return undefined;
    return { kind: value['kind'] === 'for' ? 'for' : 'within', span: value['span'] };
  }
  state(index: number): StateName {
    const value = this.#values[index];
    if (!isRecord(value)) throw new TestDesignError(`parameter ${index + 1} names no state`);
    const mode = value['mode'];
    return { name: String(value['name']), ...(mode === 'local' || mode === 'remote' ? { mode } : {}) };
  }
  requirements(index: number): readonly string[] {
    const value = this.#values[index];
    return isTexts(value) ? value : [];
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const isTable = (value: unknown): value is string[][] => Array.isArray(value) && value.every(isTexts);
