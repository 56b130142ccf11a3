import type { Requests } from '../ocpp/index.ts';

/** T without the members that may be undefined; those become optional. */
export type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** A copy without undefined members: JSON leaves them out, as the wire does. */
export function defined<T extends object>(value: T): Defined<T> {
  return JSON.parse(JSON.stringify(value));
}

/** A typed message as the plain object that transport takes. */
export function toPayload(message: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(message));
}

export type Component = Requests['GetVariables']['getVariableData'][number]['component'];
export type Variable = Requests['GetVariables']['getVariableData'][number]['variable'];
export interface ComponentVariable {
  readonly component: Component;
  readonly variable: Variable;
}

/** `Component[instance]@evse/connector.Variable[instance]`: one name for one variable. */
export function variableName({ component, variable }: ComponentVariable): string {
  const instance = (name: string, value: string | undefined) => (value === undefined ? name : `${name}[${value}]`);
  const { evse } = component;
  const place = evse === undefined ? '' : `@${evse.id}${evse.connectorId === undefined ? '' : `/${evse.connectorId}`}`;
  return `${instance(component.name, component.instance)}${place}.${instance(variable.name, variable.instance)}`;
}
