import type { DeviceModelConfig, VariableDefinition } from './types.ts';
import { valueFault } from './values.ts';
import { authorizationVariables } from './variables/authorization.ts';
import { communicationVariables } from './variables/communication.ts';
import { hardwareVariables } from './variables/hardware.ts';
import { meteringVariables } from './variables/metering.ts';
import { optionalBlockVariables } from './variables/optional-blocks.ts';
import { securityVariables } from './variables/security.ts';

type FirstValue = NonNullable<DeviceModelConfig['values']>[number];

const same = (definition: VariableDefinition, wanted: FirstValue) =>
  definition.component === wanted.component &&
  definition.variable === wanted.variable &&
  definition.where.instance === wanted.instance &&
  definition.where.evseId === wanted.evseId &&
  definition.where.connectorId === wanted.connectorId;

function withFirstValue(definition: VariableDefinition, wanted: FirstValue | undefined): VariableDefinition {
  if (wanted === undefined) return definition;
  const fault = valueFault(definition, wanted.value);
  if (fault !== undefined)
    throw new Error(
      `${wanted.component}.${wanted.variable} cannot hold "${wanted.value}": ${fault.additionalInfo ?? fault.reasonCode}`,
    );
  const attributes = definition.attributes.map((attribute) =>
    attribute.type === 'Actual' ? { ...attribute, value: wanted.value } : attribute,
  );
  return { ...definition, attributes };
}

/**
 * Every variable of a station with this hardware and these functional blocks. Throws when `values` names a variable the
 * station does not have, or gives it an illegal value.
 */
export function stationVariables(config: DeviceModelConfig): VariableDefinition[] {
  const without = config.without ?? [];
  const definitions = [
    ...hardwareVariables(config),
    ...communicationVariables(config),
    ...securityVariables(config),
    ...authorizationVariables(config),
    ...meteringVariables(),
    ...optionalBlockVariables(config),
    ...(config.extra ?? []),
  ].filter((one) => !without.some((gone) => gone.component === one.component && gone.variable === one.variable));
  const values = config.values ?? [];
  const stray = values.find((wanted) => !definitions.some((definition) => same(definition, wanted)));
  if (stray !== undefined)
    throw new Error(`first value for ${stray.component}.${stray.variable}: this station has no such variable`);
  return definitions.map((definition) =>
    withFirstValue(
      definition,
      values.find((wanted) => same(definition, wanted)),
    ),
  );
}
