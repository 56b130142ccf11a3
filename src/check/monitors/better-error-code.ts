import { isAction } from '../../ocpp/index.ts';
import type { FrameEvent } from '../../timeline/events.ts';
import { type Monitor, nothing, type Watch } from './types.ts';

/** Codes that say what is wrong with a payload, by the keyword of the schema that found it (Part 4, table 8). */
const byKeyword: Readonly<Record<string, readonly string[]>> = {
  required: ['OccurrenceConstraintViolation'],
  minItems: ['OccurrenceConstraintViolation', 'PropertyConstraintViolation'],
  maxItems: ['OccurrenceConstraintViolation', 'PropertyConstraintViolation'],
  type: ['TypeConstraintViolation'],
  enum: ['PropertyConstraintViolation', 'TypeConstraintViolation'],
  maxLength: ['PropertyConstraintViolation'],
  minimum: ['PropertyConstraintViolation'],
  maximum: ['PropertyConstraintViolation'],
  format: ['PropertyConstraintViolation', 'TypeConstraintViolation'],
  additionalProperties: ['PropertyConstraintViolation', 'OccurrenceConstraintViolation'],
};
/** Fit any payload that breaks its schema. */
const always = ['FormatViolation', 'ProtocolError'];

/** Codes that tell the sender of a CALL what to correct; none where nothing is known to be wrong with it. */
function tellingCodes({ frame, schemaFaults }: FrameEvent): readonly string[] {
  if (frame.kind !== 'call') return [];
  if (!isAction(frame.action)) return ['NotImplemented', 'NotSupported'];
  if (schemaFaults.length === 0) return [];
  return [...new Set([...always, ...schemaFaults.flatMap(({ keyword }) => byKeyword[keyword] ?? [])])];
}

function watch(): Watch {
  const asked = new Map<string, FrameEvent>();
  return {
    see(event) {
      if (event.type !== 'frame') return nothing;
      const { frame, sender, sequence } = event;
      if (frame.kind === 'call') asked.set(`${sender}\n${frame.messageId}`, event);
      if (frame.kind !== 'error') return nothing;
      const call = asked.get(`${sender === 'CSMS' ? 'Charging Station' : 'CSMS'}\n${frame.messageId}`);
      const codes = call === undefined ? [] : tellingCodes(call);
      if (call === undefined || codes.length === 0 || codes.includes(frame.errorCode)) return nothing;
      return [
        {
          requirement: 'Part 4, 4.3',
          message: 'a CALLERROR does not say what is wrong with the CALL',
          expected: codes.join(' or '),
          actual: frame.errorCode,
          events: [call.sequence, sequence],
        },
      ];
    },
  };
}

/**
 * A legal code that tells the other side nothing it could act on. No rule of Part 4 says which code fits which fault, so this is
 * never more than compatibility; silence on a broken CALL is legal and not looked at.
 */
export const betterErrorCode: Monitor = {
  name: 'better-error-code',
  requirements: ['Part 4, 4.3'],
  level: 'compatibility',
  sutOnly: true,
  watch,
};
