/** OCPP-J framing (Part 4, 4.2): text to frames and back. Anything unreadable is a value, never an exception. */

export interface Call {
  readonly kind: 'call';
  readonly messageId: string;
  readonly action: string;
  readonly payload: Record<string, unknown>;
}
export interface CallResult {
  readonly kind: 'result';
  readonly messageId: string;
  readonly payload: Record<string, unknown>;
}
export interface CallError {
  readonly kind: 'error';
  readonly messageId: string;
  readonly errorCode: string;
  readonly errorDescription: string;
  readonly errorDetails: Record<string, unknown>;
}
export type MalformedReason =
  | 'binary'
  | 'oversize'
  | 'json'
  | 'not-an-array'
  | 'message-type'
  | 'message-id'
  | 'arity'
  | 'action'
  | 'payload';
export interface Malformed {
  readonly kind: 'malformed';
  readonly reason: MalformedReason;
  /** The id as far as it could be read; Part 4 names "-1" for an unreadable one. */
  readonly messageId: string;
  readonly detail: string;
}
export type Frame = Call | CallResult | CallError | Malformed;

/** Part 4, 4.1.4: a message id is at most this long. */
export const maxMessageIdLength = 36;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function malformed(reason: MalformedReason, detail: string, messageId: unknown = '-1'): Malformed {
  return {
    kind: 'malformed',
    reason,
    detail,
    messageId: typeof messageId === 'string' && messageId !== '' ? messageId : '-1',
  };
}

function parseCall(parts: unknown[], messageId: string): Frame {
  const [, , action, payload] = parts;
  if (parts.length !== 4) return malformed('arity', `a CALL has 4 elements, this has ${parts.length}`, messageId);
  if (typeof action !== 'string' || action === '') return malformed('action', 'the action is no text', messageId);
  if (!isObject(payload)) return malformed('payload', 'the payload is no object', messageId);
  return { kind: 'call', messageId, action, payload };
}

function parseResult(parts: unknown[], messageId: string): Frame {
  const payload = parts[2];
  if (parts.length !== 3) return malformed('arity', `a CALLRESULT has 3 elements, this has ${parts.length}`, messageId);
  if (!isObject(payload)) return malformed('payload', 'the payload is no object', messageId);
  return { kind: 'result', messageId, payload };
}

function parseError(parts: unknown[], messageId: string): Frame {
  const [, , errorCode, errorDescription, errorDetails] = parts;
  if (parts.length !== 5) return malformed('arity', `a CALLERROR has 5 elements, this has ${parts.length}`, messageId);
  if (typeof errorCode !== 'string') return malformed('payload', 'the error code is no text', messageId);
  if (typeof errorDescription !== 'string') return malformed('payload', 'the error description is no text', messageId);
  if (!isObject(errorDetails)) return malformed('payload', 'the error details are no object', messageId);
  return { kind: 'error', messageId, errorCode, errorDescription, errorDetails };
}

/** Reads one text frame; a fault becomes a `malformed` frame with the reason. */
export function parseFrame(text: string): Frame {
  let parts: unknown;
  try {
    parts = JSON.parse(text);
  } catch (error) {
    return malformed('json', error instanceof Error ? error.message : 'not JSON');
  }
  if (!Array.isArray(parts)) return malformed('not-an-array', 'the message is no JSON array');
  const [type, messageId] = parts as unknown[];
  if (typeof messageId !== 'string' || messageId === '') return malformed('message-id', 'the message id is no text');
  if (type === 2) return parseCall(parts, messageId);
  if (type === 3) return parseResult(parts, messageId);
  if (type === 4) return parseError(parts, messageId);
  return malformed('message-type', `message type ${JSON.stringify(type)} is not 2, 3 or 4`, messageId);
}

/** Writes a frame as OCPP-J text. */
export function writeFrame(frame: Call | CallResult | CallError): string {
  if (frame.kind === 'call') return JSON.stringify([2, frame.messageId, frame.action, frame.payload]);
  if (frame.kind === 'result') return JSON.stringify([3, frame.messageId, frame.payload]);
  return JSON.stringify([4, frame.messageId, frame.errorCode, frame.errorDescription, frame.errorDetails]);
}

/** CALLERROR codes that Part 4 (table 8) lists. */
export const errorCodes = [
  'FormatViolation',
  'GenericError',
  'InternalError',
  'MessageTypeNotSupported',
  'NotImplemented',
  'NotSupported',
  'OccurrenceConstraintViolation',
  'PropertyConstraintViolation',
  'ProtocolError',
  'RpcFrameworkError',
  'SecurityError',
  'TypeConstraintViolation',
] as const;
export type ErrorCode = (typeof errorCodes)[number];
