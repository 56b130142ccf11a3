import { hash } from 'node:crypto';
import { type Frame, isAction, parseFrame, type SchemaFault, schemaFaults } from '../ocpp/index.ts';
import type { FrameEvent, Sender } from './events.ts';

/** A text or binary frame as the transport's tap hands it over. */
export interface WireFrame {
  readonly sender: Sender;
  readonly attempt: number;
  readonly text: string;
  readonly binary?: boolean;
  /** Above the limit: the text is cut. */
  readonly oversize?: boolean;
  /** Raw bytes, when they are not the UTF-8 of the text. */
  readonly bytes?: Uint8Array;
  /** Ours, and broken on purpose. */
  readonly intended?: boolean;
}

/** Knows which action a CALL asked for. */
export interface Correlation {
  /** Action of the newest CALL with that id that `sender` made. */
  actionOf(sender: Sender, messageId: string): string | undefined;
}

function frameOf({ text, binary, oversize }: WireFrame): Frame {
  if (binary === true)
    return {
      kind: 'malformed',
      reason: 'binary',
      messageId: '-1',
      detail: 'a binary frame; OCPP-J is text (Part 4, 3.1)',
    };
  if (oversize === true)
    return { kind: 'malformed', reason: 'oversize', messageId: '-1', detail: 'a frame above the size limit' };
  return parseFrame(text);
}

/** Faults of a frame against the official schema; none for an answer to nothing, an error or an unreadable frame. */
export function faultsOf(frame: Frame, action: string | undefined): SchemaFault[] {
  if ((frame.kind !== 'call' && frame.kind !== 'result') || action === undefined) return [];
  if (!isAction(action)) return [{ path: '/', keyword: 'action', message: `${action} is no action of OCPP 2.0.1` }];
  return schemaFaults(action, frame.kind === 'call' ? 'Request' : 'Response', frame.payload);
}

const otherSide = (sender: Sender): Sender => (sender === 'CSMS' ? 'Charging Station' : 'CSMS');

/**
 * The frame event of a frame on the wire: parsed, answers correlated with the CALL of the other side, held against the
 * official schema. The hash is of the raw bytes, before any redaction.
 */
export function frameEvent(
  correlation: Correlation,
  wire: WireFrame,
): Omit<FrameEvent, 'sequence' | 'elapsed' | 'at' | 'phase'> {
  const { sender, attempt, text, bytes, intended } = wire;
  const frame = frameOf(wire);
  const action =
    frame.kind === 'call'
      ? frame.action
      : frame.kind === 'malformed'
        ? undefined
        : correlation.actionOf(otherSide(sender), frame.messageId);
  return {
    type: 'frame',
    sender,
    attempt,
    raw: text,
    hash: hash('sha256', bytes ?? text, 'hex'),
    frame,
    schemaFaults: faultsOf(frame, action),
    ...(action === undefined ? {} : { action }),
    ...(intended === undefined ? {} : { intended }),
  };
}
