import { describe, expect, it } from 'vitest';
import { betterErrorCode } from '../../../src/check/monitors/better-error-code.ts';
import { csms, judged, Stream, said, station } from './stream.ts';

/** A CALL of ours that is broken on purpose, and its answer. */
const answered = (code: string, action = 'Reset', payload = {}) => {
  const stream = new Stream();
  return stream.error(station, stream.call(csms, action, payload, { intended: true }), code);
};

describe('monitor better-error-code', () => {
  it.each(['OccurrenceConstraintViolation', 'FormatViolation', 'ProtocolError'])(
    'good: a missing field, %s',
    (code) => {
      expect(said(betterErrorCode, answered(code))).toEqual([]);
    },
  );
  it('good: an unknown action that is not implemented, a wrong word that breaks a property', () => {
    expect(said(betterErrorCode, answered('NotImplemented', 'FireLaser'))).toEqual([]);
    expect(said(betterErrorCode, answered('PropertyConstraintViolation', 'Reset', { type: 'Never' }))).toEqual([]);
  });
  it('odd: any code for a CALL in which nothing is wrong, and silence', () => {
    expect(said(betterErrorCode, answered('InternalError', 'Reset', { type: 'OnIdle' }))).toEqual([]);
    const silent = new Stream();
    silent.call(csms, 'Reset', {}, { intended: true });
    expect(said(betterErrorCode, silent)).toEqual([]);
  });
  it('bad: a code that says nothing is compatibility, never a fail', () => {
    expect(judged(betterErrorCode, answered('GenericError')).checks).toMatchObject([
      {
        id: 'monitor/better-error-code',
        level: 'compatibility',
        result: 'warning',
        actual: 'GenericError',
        events: [1, 2],
      },
    ]);
    expect(said(betterErrorCode, answered('SecurityError', 'FireLaser'))).toHaveLength(1);
  });
});
