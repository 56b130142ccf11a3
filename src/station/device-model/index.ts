export type { DefinitionOptions } from './definition.ts';
export { define } from './definition.ts';
export { DeviceModel } from './model.ts';
export { createDeviceModel } from './module.ts';
export { stationVariables } from './station-variables.ts';
export type {
  AttributeType,
  DataType,
  DeviceModelConfig,
  Feature,
  Mutability,
  Refusal,
  VariableChange,
  VariableDefinition,
  Where,
} from './types.ts';
export { passwordStringAcceptable, valueFault } from './values.ts';
