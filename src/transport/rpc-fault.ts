import type { Call, ErrorCode, Malformed, SchemaFault } from '../ocpp/index.ts';
import { isAction, maxMessageIdLength, schemaFaults } from '../ocpp/index.ts';

/** A CALLERROR we owe for something received. */
export interface Fault {
  readonly errorCode: ErrorCode;
  readonly errorDescription: string;
}

/** Part 4, 4.2.3: string[255]. */
const longestDescription = 255;

const fault = (errorCode: ErrorCode, description: string): Fault => ({
  errorCode,
  errorDescription: description.slice(0, longestDescription),
});

/**
 * CALLERROR code by JSON-schema keyword, read from the descriptions of Part 4, table 8. The document prescribes no mapping;
 * this is our choice within the legal set.
 */
const codeByKeyword: Readonly<Record<string, ErrorCode>> = {
  additionalProperties: 'FormatViolation',
  type: 'TypeConstraintViolation',
  required: 'OccurrenceConstraintViolation',
  minItems: 'OccurrenceConstraintViolation',
  maxItems: 'OccurrenceConstraintViolation',
  enum: 'PropertyConstraintViolation',
  format: 'PropertyConstraintViolation',
  maxLength: 'PropertyConstraintViolation',
  minLength: 'PropertyConstraintViolation',
  minimum: 'PropertyConstraintViolation',
  maximum: 'PropertyConstraintViolation',
};

/** The other codes all begin with "syntactically correct but", so a fault of form comes first. */
const order: readonly ErrorCode[] = [
  'FormatViolation',
  'TypeConstraintViolation',
  'OccurrenceConstraintViolation',
  'PropertyConstraintViolation',
];

/** The CALLERROR for a payload with these faults; undefined when there are none. */
export function schemaFault(faults: readonly SchemaFault[]): Fault | undefined {
  const coded = faults.map((one) => ({ ...one, code: codeByKeyword[one.keyword] ?? 'FormatViolation' }));
  const code = order.find((candidate) => coded.some((one) => one.code === candidate));
  if (code === undefined) return undefined;
  const worst = coded.find((one) => one.code === code);
  return fault(code, `${worst?.path ?? ''} ${worst?.message ?? ''}`);
}

/** The CALLERROR for a readable CALL that must not reach its handler; undefined when it is fine. */
export function callFault(call: Call, inProgress: ReadonlySet<string>): Fault | undefined {
  if (call.messageId.length > maxMessageIdLength)
    return fault('RpcFrameworkError', `the message id is longer than ${maxMessageIdLength} characters`);
  if (inProgress.has(call.messageId))
    return fault('RpcFrameworkError', 'a CALL with this message id is still being handled');
  if (!isAction(call.action)) return fault('NotImplemented', `the action ${call.action} is not known`);
  return schemaFault(schemaFaults(call.action, 'Request', call.payload));
}

/** True for a message that is itself an answer: those are never answered, however broken. */
function isAnswer(text: string): boolean {
  return /^\s*\[\s*[34]\s*[,\]]/.test(text);
}

/**
 * The CALLERROR for a message that is no frame; undefined when it deserves none. Unreadable JSON or id is answered with the
 * id "-1" (Part 4, 4.2.3), an unknown message type with MessageTypeNotSupported (4.4).
 */
export function malformedFault(frame: Malformed, text: string): Fault | undefined {
  if (isAnswer(text)) return undefined;
  if (frame.reason === 'message-type') return fault('MessageTypeNotSupported', frame.detail);
  if (frame.reason === 'payload') return fault('FormatViolation', frame.detail);
  return fault('RpcFrameworkError', frame.detail);
}
