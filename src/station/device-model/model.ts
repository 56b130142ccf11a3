import type { Store } from '../parts.ts';
import type {
  AttributeDefinition,
  AttributeType,
  Refusal,
  VariableChange,
  VariableDefinition,
  Where,
} from './types.ts';

type Guard = (value: string, where: Where) => Refusal | undefined;

const fold = (text: string | undefined) => (text ?? '').toLowerCase();

/** Names are case-insensitive (Part 2, ComponentType and VariableType); an empty instance is none (B06.FR.15). */
export const componentKey = (component: string, where: Where) =>
  [fold(component), fold(where.componentInstance), where.evseId ?? '', where.connectorId ?? ''].join('|');
const variableKey = (component: string, variable: string, where: Where) =>
  [componentKey(component, where), fold(variable), fold(where.instance)].join('|');

/** All variables of the station: definitions, values, listeners. Persistent values live in the store. */
export class DeviceModel {
  readonly #store: Store;
  readonly #definitions = new Map<string, VariableDefinition>();
  readonly #components = new Set<string>();
  readonly #memory = new Map<string, string>();
  readonly #computed = new Map<string, () => string>();
  readonly #guards = new Map<string, Guard[]>();
  readonly #listeners = new Set<(change: VariableChange) => void>();

  /** Throws when a variable is defined twice. */
  constructor(store: Store, definitions: readonly VariableDefinition[]) {
    this.#store = store;
    for (const definition of definitions) this.#add(definition);
  }

  get definitions(): readonly VariableDefinition[] {
    return [...this.#definitions.values()];
  }

  #add(definition: VariableDefinition): void {
    const { component, variable, where } = definition;
    const key = variableKey(component, variable, where);
    if (this.#definitions.has(key)) throw new Error(`device model: ${key} is defined twice`);
    this.#definitions.set(key, definition);
    this.#components.add(componentKey(component, where));
  }

  hasComponent(component: string, where: Where = {}): boolean {
    return this.#components.has(componentKey(component, where));
  }

  find(component: string, variable: string, where: Where = {}): VariableDefinition | undefined {
    return this.#definitions.get(variableKey(component, variable, where));
  }

  /** Value of one attribute; undefined = unset, or no such variable or attribute. */
  attribute(definition: VariableDefinition, type: AttributeType): string | undefined {
    const attribute = definition.attributes.find((candidate) => candidate.type === type);
    if (attribute === undefined) return undefined;
    const key = variableKey(definition.component, definition.variable, definition.where);
    const computed = type === 'Actual' ? this.#computed.get(key) : undefined;
    if (computed !== undefined) return computed();
    return this.#memory.get(`${key}|${type}`) ?? this.#stored(key, attribute) ?? attribute.value;
  }

  #stored(key: string, attribute: AttributeDefinition): string | undefined {
    return attribute.persistent ? this.#store.get<string>(`variable ${key}|${attribute.type}`) : undefined;
  }

  /** Actual value as the station itself sees it, write-only ones too; undefined when the variable does not exist. */
  value(component: string, variable: string, where: Where = {}): string | undefined {
    const definition = this.find(component, variable, where);
    return definition === undefined ? undefined : this.attribute(definition, 'Actual');
  }

  /** Actual value written by the station itself, read-only ones too. Throws when the variable does not exist. */
  write(component: string, variable: string, value: string, where: Where = {}): void {
    const definition = this.find(component, variable, where);
    if (definition === undefined)
      throw new Error(`device model: this station has no ${component}.${variable} ${JSON.stringify(where)}`);
    this.#put(definition, 'Actual', value, 'station');
  }

  /** A value worked out whenever it is read. Throws when the variable does not exist. */
  computed(component: string, variable: string, read: () => string, where: Where = {}): void {
    if (this.find(component, variable, where) === undefined)
      throw new Error(`device model: this station has no ${component}.${variable} to compute`);
    this.#computed.set(variableKey(component, variable, where), read);
  }

  /** A further check on what the CSMS sets, for every instance, EVSE and connector; a reason means Rejected. */
  guard(component: string, variable: string, check: Guard): void {
    const key = `${fold(component)}|${fold(variable)}`;
    this.#guards.set(key, [...(this.#guards.get(key) ?? []), check]);
  }

  /** First reason of the guards against a value. */
  refusal(definition: VariableDefinition, value: string): Refusal | undefined {
    for (const guard of this.#guards.get(`${fold(definition.component)}|${fold(definition.variable)}`) ?? []) {
      const refusal = guard(value, definition.where);
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  }

  /** Value set by the CSMS, already checked. */
  setByCsms(definition: VariableDefinition, type: AttributeType, value: string): void {
    this.#put(definition, type, value, 'CSMS');
  }

  /** Told after every change of a value; the returned function ends it. */
  onChange(listener: (change: VariableChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #put(definition: VariableDefinition, type: AttributeType, value: string, by: VariableChange['by']): void {
    const { component, variable, where } = definition;
    const key = `${variableKey(component, variable, where)}|${type}`;
    const from = this.attribute(definition, type);
    const persistent = definition.attributes.some((attribute) => attribute.type === type && attribute.persistent);
    if (persistent) this.#store.set(`variable ${key}`, value);
    else this.#memory.set(key, value);
    if (from === value) return;
    for (const listener of [...this.#listeners])
      listener({ component, variable, where, attribute: type, from, to: value, by });
  }
}
