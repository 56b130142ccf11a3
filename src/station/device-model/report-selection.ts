import type { Requests } from '../../ocpp/index.ts';
import { named } from './address.ts';
import type { DeviceModel } from './model.ts';
import type { VariableDefinition } from './types.ts';

export type ReportData = NonNullable<Requests['NotifyReport']['reportData']>[number];
type Base = Requests['GetBaseReport']['reportBase'];
type Criterion = NonNullable<Requests['GetReport']['componentCriteria']>[number];
type ComponentVariable = NonNullable<Requests['GetReport']['componentVariable']>[number];

const abnormal: ReadonlySet<string> = new Set(['Problem', 'Tripped', 'Overload', 'Fallback']);

/** B07.FR.09: availability of station, EVSEs and (where it differs from the EVSE's) connectors, and conditions that are true. */
function inSummary(model: DeviceModel, definition: VariableDefinition): boolean {
  const value = model.attribute(definition, 'Actual');
  if (abnormal.has(definition.variable)) return value === 'true';
  if (definition.variable !== 'AvailabilityState') return false;
  const { evseId } = definition.where;
  if (definition.component !== 'Connector' || evseId === undefined) return true;
  return value !== model.value('EVSE', 'AvailabilityState', { evseId });
}

const settable = ({ attributes }: VariableDefinition) => attributes.some(({ mutability }) => mutability !== 'ReadOnly');

/** B07: variables of a base report. */
export function baseReport(model: DeviceModel, base: Base): VariableDefinition[] {
  if (base === 'FullInventory') return [...model.definitions];
  if (base === 'ConfigurationInventory') return model.definitions.filter(settable);
  return model.definitions.filter((definition) => inSummary(model, definition));
}

/** B08.FR.07-10: a component without Active, Available or Enabled counts as if it were true; Problem must be there. */
function meets(model: DeviceModel, { component, where }: VariableDefinition, criterion: Criterion): boolean {
  const { instance: _, ...componentWhere } = where;
  const value = model.value(component, criterion, componentWhere);
  return value === undefined ? criterion !== 'Problem' : value === 'true';
}

const fold = (text: string) => text.toLowerCase();

/** B08.FR.20-25: what a componentVariable leaves out matches everything. */
function matches({ component, variable, where }: VariableDefinition, wanted: ComponentVariable): boolean {
  const { name, instance, evse } = wanted.component;
  const sameComponent =
    fold(component) === fold(name) &&
    (instance === undefined || instance === '' || fold(where.componentInstance ?? '') === fold(instance)) &&
    (evse === undefined || where.evseId === evse.id) &&
    (evse?.connectorId === undefined || where.connectorId === evse.connectorId);
  if (!sameComponent || wanted.variable === undefined) return sameComponent;
  const wantedInstance = wanted.variable.instance ?? '';
  return (
    fold(variable) === fold(wanted.variable.name) &&
    (wantedInstance === '' || fold(where.instance ?? '') === fold(wantedInstance))
  );
}

/** B08: variables of a custom report; several criteria are a logical OR (B08.FR.13), criteria and names a logical AND. */
export function customReport(model: DeviceModel, request: Requests['GetReport']): VariableDefinition[] {
  const { componentCriteria = [], componentVariable = [] } = request;
  return model.definitions.filter(
    (definition) =>
      (componentCriteria.length === 0 || componentCriteria.some((criterion) => meets(model, definition, criterion))) &&
      (componentVariable.length === 0 || componentVariable.some((wanted) => matches(definition, wanted))),
  );
}

/** One variable with all attributes it supports (B07.FR.11) and its characteristics; never the value of a write-only one. */
export function reportData(model: DeviceModel, definition: VariableDefinition): ReportData {
  const { dataType, unit, minLimit, maxLimit, valuesList, supportsMonitoring } = definition;
  return {
    ...named(definition),
    variableAttribute: definition.attributes.map(({ type, mutability, persistent, constant }) => ({
      type,
      ...(mutability === 'WriteOnly' ? {} : { value: model.attribute(definition, type) ?? '' }),
      mutability,
      persistent,
      constant,
    })),
    variableCharacteristics: {
      dataType,
      supportsMonitoring,
      ...(unit === undefined ? {} : { unit }),
      ...(minLimit === undefined ? {} : { minLimit }),
      ...(maxLimit === undefined ? {} : { maxLimit }),
      ...(valuesList === undefined ? {} : { valuesList: valuesList.join(',') }),
    },
  };
}
