import { visitMembers } from './payload.ts';
import { dateTimeFields } from './time-format.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

/** Names that are an integer, or a list of them, wherever they stand in Part 3; a test holds them to the schemas. */
export const integerFields: readonly string[] = [
  'connectorId',
  'evseId',
  'eventId',
  'id',
  'interval',
  'numberOfPhasesUsed',
  'numberPhases',
  'phaseToUse',
  'remoteStartId',
  'requestId',
  'reservationId',
  'retries',
  'retryInterval',
  'seqNo',
  'severity',
  'stackLevel',
  'startPeriod',
  'duration',
  'variableMonitoringId',
  'versionNumber',
];
/** An integer written with fraction or exponent, outside of texts. */
const oddInteger = new RegExp(
  `(?<!\\\\)"(${integerFields.join('|')})"\\s*:\\s*(-?\\d+(?:\\.0+(?:[eE][+-]?\\d+)?|[eE][+-]?\\d+))(?=[\\s,}\\]])`,
  'g',
);
const offset = /[+-]\d\d:\d\d$/;

/**
 * Notations that the schema allows and common parsers stumble over: an integer written `20000.0` or `2e4` (legal in JSON Schema
 * draft-06), and a dateTime with a zone other than Z (legal in RFC 3339).
 */
export const notation: Monitor = {
  name: 'notation',
  requirements: ['Part 3 schema', 'Part 2, 2.1.4'],
  level: 'compatibility',
  sutOnly: true,
  watch: () => ({
    see(event) {
      if (event.type !== 'frame' || (event.frame.kind !== 'call' && event.frame.kind !== 'result')) return nothing;
      const found: Sighting[] = [];
      const events = [event.sequence];
      for (const [, name = '', written = ''] of event.raw.matchAll(oddInteger)) {
        const message = 'an integer is written with a fraction or an exponent';
        found.push({ requirement: 'Part 3 schema', message, actual: `${name} ${written}`, events });
      }
      visitMembers(event.frame.payload, (value, name) => {
        if (typeof value !== 'string' || !dateTimeFields.has(name) || !offset.test(value)) return;
        const message = 'a dateTime is not written in UTC';
        found.push({ requirement: 'Part 2, 2.1.4', message, actual: `${name} ${value}`, events });
      });
      return found;
    },
  }),
};
