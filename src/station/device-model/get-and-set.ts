import type { Requests, Responses } from '../../ocpp/index.ts';
import type { Answer } from '../../transport/types.ts';
import { lookUp } from './address.ts';
import type { DeviceModel } from './model.ts';
import type { AttributeDefinition, Refusal, VariableDefinition } from './types.ts';
import { valueFault } from './values.ts';

type SetData = Requests['SetVariables']['setVariableData'][number];
type SetResult = Responses['SetVariables']['setVariableResult'][number];
type GetData = Requests['GetVariables']['getVariableData'][number];
type GetResult = Responses['GetVariables']['getVariableResult'][number];

/** CALLERROR for a request beyond the limits of DeviceDataCtrlr (B06.FR.16/17, B08.FR.17/18), which are stated per message. */
export function overLimit(model: DeviceModel, message: string, items: number, request: unknown): Answer | undefined {
  const limit = (variable: string) =>
    Number(model.value('DeviceDataCtrlr', variable, { instance: message }) ?? Infinity);
  if (items > limit('ItemsPerMessage'))
    return {
      kind: 'error',
      errorCode: 'OccurrenceConstraintViolation',
      errorDescription: `at most ${limit('ItemsPerMessage')} elements in ${message}`,
    };
  if (Buffer.byteLength(JSON.stringify(request)) > limit('BytesPerMessage'))
    return {
      kind: 'error',
      errorCode: 'FormatViolation',
      errorDescription: `at most ${limit('BytesPerMessage')} bytes in ${message}`,
    };
  return undefined;
}

/** MinSet and MaxSet, when they hold something, bound what Actual and Target may be set to (Part 1, device model). */
function outsideSetRange(model: DeviceModel, definition: VariableDefinition, value: string): Refusal | undefined {
  const lowest = model.attribute(definition, 'MinSet');
  const highest = model.attribute(definition, 'MaxSet');
  if (lowest && Number(value) < Number(lowest))
    return { reasonCode: 'ValueTooLow', additionalInfo: `MinSet ${lowest}` };
  if (highest && Number(value) > Number(highest))
    return { reasonCode: 'ValueTooHigh', additionalInfo: `MaxSet ${highest}` };
  return undefined;
}

function refusalToSet(
  model: DeviceModel,
  definition: VariableDefinition,
  attribute: AttributeDefinition,
  value: string,
): Refusal | undefined {
  if (attribute.mutability === 'ReadOnly') return { reasonCode: 'ReadOnly' };
  const fault = valueFault(definition, value);
  if (fault !== undefined) return fault;
  const isValue = attribute.type === 'Actual' || attribute.type === 'Target';
  return (isValue ? outsideSetRange(model, definition, value) : undefined) ?? model.refusal(definition, value);
}

function setOne(model: DeviceModel, data: SetData): SetResult {
  const { component, variable, attributeType = 'Actual', attributeValue } = data;
  const result = { component, variable, attributeType };
  const definition = lookUp(model, component, variable);
  if (typeof definition === 'string') return { ...result, attributeStatus: definition };
  const attribute = definition.attributes.find(({ type }) => type === attributeType);
  if (attribute === undefined) return { ...result, attributeStatus: 'NotSupportedAttributeType' };
  const refusal = refusalToSet(model, definition, attribute, attributeValue);
  if (refusal !== undefined) return { ...result, attributeStatus: 'Rejected', attributeStatusInfo: refusal };
  model.setByCsms(definition, attributeType, attributeValue);
  return { ...result, attributeStatus: definition.rebootRequired ? 'RebootRequired' : 'Accepted' };
}

function getOne(model: DeviceModel, data: GetData): GetResult {
  const { component, variable, attributeType = 'Actual' } = data;
  const result = { component, variable, attributeType };
  const definition = lookUp(model, component, variable);
  if (typeof definition === 'string') return { ...result, attributeStatus: definition };
  const attribute = definition.attributes.find(({ type }) => type === attributeType);
  if (attribute === undefined) return { ...result, attributeStatus: 'NotSupportedAttributeType' };
  if (attribute.mutability === 'WriteOnly')
    return { ...result, attributeStatus: 'Rejected', attributeStatusInfo: { reasonCode: 'WriteOnly' } };
  const attributeValue = model.attribute(definition, attributeType) ?? ''; // B06.FR.13
  return { ...result, attributeStatus: 'Accepted', attributeValue };
}

/** B05: one result for every element, in order; an element that fails does not touch the others. */
export function setVariables(
  model: DeviceModel,
  request: Requests['SetVariables'],
): Responses['SetVariables'] | Answer {
  const refused = overLimit(model, 'SetVariables', request.setVariableData.length, request);
  return refused ?? { setVariableResult: request.setVariableData.map((data) => setOne(model, data)) };
}

/** B06: one result for every element, in order. */
export function getVariables(
  model: DeviceModel,
  request: Requests['GetVariables'],
): Responses['GetVariables'] | Answer {
  const refused = overLimit(model, 'GetVariables', request.getVariableData.length, request);
  return refused ?? { getVariableResult: request.getVariableData.map((data) => getOne(model, data)) };
}
