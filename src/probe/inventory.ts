/** One variable of the device, as a report or an answer told it. */
export interface DeviceVariable {
  readonly component: string;
  readonly variable: string;
  readonly instance?: string;
  readonly evse?: number;
  readonly connector?: number;
  /** Actual value; undefined = none told (write-only, or not set). */
  readonly value?: string;
  readonly writable: boolean;
  /** Values it can take, where the device lists them. */
  readonly choices?: readonly string[];
  readonly monitorable?: boolean;
}

const fold = (text: string) => text.toLowerCase();
/** Members of a list value. */
export const membersOf = (value: string): readonly string[] =>
  value
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '');

/** What is known of the device. `complete` = what is not here is not on the device either. */
export class Inventory {
  readonly complete: boolean;
  /** How it was learned, for people: `FullInventory`, `GetVariables`. */
  readonly how: string;
  readonly variables: readonly DeviceVariable[];

  constructor(how: string, variables: readonly DeviceVariable[], complete: boolean) {
    this.how = how;
    this.variables = variables;
    this.complete = complete;
  }

  /** All places of a variable; names are case-insensitive (Part 2, ComponentType). */
  all(component: string, variable: string): readonly DeviceVariable[] {
    return this.variables.filter(
      (one) => fold(one.component) === fold(component) && fold(one.variable) === fold(variable),
    );
  }
  find(component: string, variable: string): DeviceVariable | undefined {
    return this.all(component, variable)[0];
  }
  /** All places of a variable, whatever component it stands on. */
  anywhere(variable: string): readonly DeviceVariable[] {
    return this.variables.filter((one) => fold(one.variable) === fold(variable));
  }
  has(component: string): boolean {
    return this.variables.some((one) => fold(one.component) === fold(component));
  }
  /** EVSE numbers that any component names. */
  get evses(): readonly number[] {
    return [...new Set(this.variables.flatMap(({ evse }) => (evse === undefined || evse === 0 ? [] : [evse])))];
  }
}

const part = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

function placed(item: unknown) {
  const [component, variable] = [part(item, 'component'), part(item, 'variable')];
  const [instance, evse] = [text(part(variable, 'instance')), number(part(part(component, 'evse'), 'id'))];
  const connector = number(part(part(component, 'evse'), 'connectorId'));
  return {
    component: text(part(component, 'name')) ?? '',
    variable: text(part(variable, 'name')) ?? '',
    ...(instance === undefined ? {} : { instance }),
    ...(evse === undefined ? {} : { evse }),
    ...(connector === undefined ? {} : { connector }),
  };
}

/** A `reportData` element of a NotifyReportRequest. */
export function reported(item: unknown): DeviceVariable {
  const attributes = list(part(item, 'variableAttribute'));
  const actual = attributes.find((each) => (part(each, 'type') ?? 'Actual') === 'Actual');
  const value = text(part(actual, 'value'));
  // Mutability left out means ReadWrite (VariableAttributeType).
  const mutability = text(part(actual, 'mutability')) ?? 'ReadWrite';
  const characteristics = part(item, 'variableCharacteristics');
  const choices = text(part(characteristics, 'valuesList'));
  const monitorable = part(characteristics, 'supportsMonitoring');
  return {
    ...placed(item),
    writable: mutability !== 'ReadOnly',
    ...(value === undefined ? {} : { value }),
    ...(choices === undefined ? {} : { choices: membersOf(choices) }),
    ...(typeof monitorable === 'boolean' ? { monitorable } : {}),
  };
}

/** A `getVariableResult` element; undefined = the device does not have it, or does not say. Mutability is not told. */
export function answered(item: unknown): DeviceVariable | undefined {
  if (part(item, 'attributeStatus') !== 'Accepted') return undefined;
  const value = text(part(item, 'attributeValue'));
  return { ...placed(item), writable: false, ...(value === undefined ? {} : { value }) };
}
