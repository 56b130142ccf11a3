import { describe, expect, it } from 'vitest';
import { schema } from '../../../src/check/monitors/schema.ts';
import { csms, judged, Stream, said, station } from './stream.ts';

const broken = (sender = station, options: { intended?: true } = {}) => {
  const stream = new Stream();
  stream.call(sender, 'Heartbeat', { no: 1 }, options);
  return stream;
};

describe('monitor schema', () => {
  it('says nothing about legal frames', () => {
    expect(said(schema, new Stream().boot().heartbeat())).toEqual([]);
  });
  it('the sender is to blame: the SUT fails, we are in error', () => {
    expect(judged(schema, broken()).checks).toEqual([
      {
        id: 'monitor/schema',
        requirement: 'Part 3 schema',
        level: 'SHALL',
        result: 'fail',
        events: [1],
        message: 'event 1: HeartbeatRequest: / must NOT have additional properties: no',
      },
    ]);
    expect(judged(schema, broken(), { sut: csms }).checks).toMatchObject([
      { id: 'monitor/own-schema', result: 'error' },
    ]);
  });
  it('what we meant to break is no error', () => {
    expect(judged(schema, broken(csms, { intended: true })).checks).toEqual([]);
  });
  it('malformed frames, unknown actions and answers that do not fit are broken too', () => {
    const stream = new Stream().text(station, '{').frame(station, [2, '3', 'FireLaser', {}]);
    stream.result(station, stream.call(csms, 'Reset', { type: 'Immediate' }), { status: 'Perhaps' });
    expect(judged(schema, stream).checks).toMatchObject([{ result: 'fail', events: [1, 2, 4] }]);
  });
  it('odd: a field as long as the station has told that it may be, and not longer', () => {
    const answered = (length: number, told: Record<string, string>) => {
      const request = { iso15118SchemaVersion: 'urn:iso:15118:2:2013:MsgDef', action: 'Install', exiRequest: 'AA' };
      const response = { status: 'Accepted', exiResponse: 'A'.repeat(length) };
      return new Stream().variables(told).exchange(station, 'Get15118EVCertificate', request, response);
    };
    const told = { 'OCPPCommCtrlr.FieldLength[Get15118EVCertificateResponse.exiResponse]': '7500' };
    expect(said(schema, answered(7500, told))).toEqual([]);
    expect(said(schema, answered(7501, told))).toHaveLength(1);
    expect(said(schema, answered(5601, { 'OCPPCommCtrlr.HeartbeatInterval': '60' }))).toHaveLength(1);
  });
  it('an integer written as 20000.0 is an integer, and null is no object', () => {
    const stream = new Stream().text(csms, '[2,"1","GetBaseReport",{"requestId":2.0,"reportBase":"FullInventory"}]');
    expect(said(schema, stream)).toEqual([]);
    expect(said(schema, new Stream().text(station, '[2,"1","Heartbeat",null]'))).toHaveLength(1);
  });
});
