import { describe, expect, it } from 'vitest';
import { callErrors } from '../../../src/check/monitors/call-errors.ts';
import { errorCodes } from '../../../src/ocpp/index.ts';
import { csms, judged, Stream, said, station } from './stream.ts';

const answering = (code: string, description = '') => {
  const stream = new Stream();
  const id = stream.call(csms, 'ClearCache');
  return stream.frame(station, [4, id, code, description, {}]);
};

describe('monitor call-errors', () => {
  it.each(errorCodes)('good: %s', (code) => {
    expect(said(callErrors, answering(code))).toEqual([]);
  });
  it('odd: any code for any fault, and no description', () => {
    const stream = new Stream();
    stream.error(station, stream.call(csms, 'FireLaser'), 'GenericError');
    expect(said(callErrors, stream)).toEqual([]);
    expect(said(callErrors, answering('InternalError', 'x'.repeat(255)))).toEqual([]);
  });
  it.each(['FormationViolation', 'OccurenceConstraintViolation', 'Oops', ''])('bad: "%s"', (code) => {
    expect(judged(callErrors, answering(code)).checks).toMatchObject([
      { id: 'monitor/call-errors', result: 'fail', requirement: 'Part 4, 4.3', events: [2] },
    ]);
  });
  it('bad: a description of 256 characters', () => {
    expect(said(callErrors, answering('InternalError', 'x'.repeat(256)))).toEqual([expect.stringContaining('255')]);
  });
  it('an unknown message type has a code of its own; silence is not judged', () => {
    const asked = () => new Stream().frame(csms, [5, 'x', 'Heartbeat', {}], { intended: true });
    expect(said(callErrors, asked())).toEqual([]);
    expect(said(callErrors, asked().error(station, 'x', 'MessageTypeNotSupported'))).toEqual([]);
    expect(said(callErrors, asked().error(station, 'x', 'NotSupported'))).toEqual([
      expect.stringContaining('MessageTypeNotSupported'),
    ]);
  });
});
