import { describe, expect, it } from 'vitest';
import { websocket } from '../../../src/check/monitors/websocket.ts';
import { csms, judged, Stream, said, station } from './stream.ts';

const connecting = (http: Record<string, unknown>, opened: Record<string, unknown> = {}) => {
  const facts = { path: '/ocpp/CS-1', identity: 'CS-1', subprotocols: ['ocpp2.0.1'], extensions: '', ...http };
  return new Stream().connection('http', { http: facts }).connection('open', { subprotocol: 'ocpp2.0.1', ...opened });
};

describe('monitor websocket', () => {
  it('good: one subprotocol of those offered, text', () => {
    expect(said(websocket, connecting({ subprotocols: ['ocpp2.0.1', 'ocpp1.6'] }).heartbeat())).toEqual([]);
  });
  it('odd: compression, no pings, any close code, a connection that ends for want of a subprotocol', () => {
    const compressed = connecting({}, { extensions: 'permessage-deflate' }).closed('them');
    expect(said(websocket, compressed)).toEqual([]);
    expect(said(websocket, connecting({ subprotocols: ['ocpp9'] }, { subprotocol: '' }).closed('them'))).toEqual([]);
  });
  it('odd: an identity with a space stands in Part 4 itself', () => {
    expect(judged(websocket, connecting({ identity: 'RDAM 123' })).checks).toMatchObject([{ result: 'warning' }]);
    expect(judged(websocket, connecting({ identity: 'x'.repeat(48) })).checks).toEqual([]);
  });
  it.each([
    ['Part 4, 3.1.2', connecting({ subprotocols: [] }, { subprotocol: '' })],
    ['Part 4, 3.1.1', connecting({ identity: 'x'.repeat(49) })],
    ['Part 4, 4.1.2', new Stream().text(station, 'WzIs', { binary: true })],
  ])('bad station: %s', (requirement, stream) => {
    expect(judged(websocket, stream).checks).toMatchObject([{ id: 'monitor/websocket', requirement, result: 'fail' }]);
    expect(judged(websocket, stream, { sut: csms }).checks).toEqual([]);
  });
  it.each([
    ['a subprotocol that was not offered', connecting({}, { subprotocol: 'ocpp1.6' })],
    ['going on without one', connecting({}, { subprotocol: '' }).heartbeat()],
  ])('bad CSMS: %s', (_, stream) => {
    expect(judged(websocket, stream, { sut: csms }).checks).toMatchObject([
      { requirement: 'Part 4, 3.2', result: 'fail' },
    ]);
    expect(judged(websocket, stream).checks).toEqual([]);
  });
  it('a message that is too big for us is no fault of its sender', () => {
    expect(judged(websocket, new Stream().text(station, '', { oversize: true })).checks).toMatchObject([
      { result: 'warning', level: 'compatibility' },
    ]);
  });
});
