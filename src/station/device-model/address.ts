import type { Requests } from '../../ocpp/index.ts';
import type { DeviceModel } from './model.ts';
import type { VariableDefinition, Where } from './types.ts';

type Component = Requests['SetVariables']['setVariableData'][number]['component'];
type Variable = Requests['SetVariables']['setVariableData'][number]['variable'];

/** Component and variable of a message as an address of the device model. */
export function whereOf(component: Component, variable?: Variable): Where {
  return {
    ...(variable?.instance === undefined ? {} : { instance: variable.instance }),
    ...(component.instance === undefined ? {} : { componentInstance: component.instance }),
    ...(component.evse === undefined ? {} : { evseId: component.evse.id }),
    ...(component.evse?.connectorId === undefined ? {} : { connectorId: component.evse.connectorId }),
  };
}

/** The variable a message names, or why there is none (B05.FR.04/05, B06.FR.06/07/15). */
export function lookUp(
  model: DeviceModel,
  component: Component,
  variable: Variable,
): VariableDefinition | 'UnknownComponent' | 'UnknownVariable' {
  const where = whereOf(component, variable);
  if (!model.hasComponent(component.name, where)) return 'UnknownComponent';
  return model.find(component.name, variable.name, where) ?? 'UnknownVariable';
}

/** A definition's component and variable as a message carries them. */
export function named({ component, variable, where }: VariableDefinition): {
  component: Component;
  variable: Variable;
} {
  const { instance, evseId, connectorId, componentInstance } = where;
  const evse = evseId === undefined ? undefined : { id: evseId, ...(connectorId === undefined ? {} : { connectorId }) };
  return {
    component: {
      name: component,
      ...(componentInstance === undefined ? {} : { instance: componentInstance }),
      ...(evse === undefined ? {} : { evse }),
    },
    variable: { name: variable, ...(instance === undefined ? {} : { instance }) },
  };
}
