import { describe, expect, it } from 'vitest';
import { silence } from '../../../src/check/monitors/silence.ts';
import { csms, judged, Stream, said, station } from './stream.ts';

const booted = (interval = 300) => new Stream().open().boot('Accepted', interval);
const facts = { toleranceSeconds: 4 };

describe('monitor silence', () => {
  it('good: a heartbeat each interval', () => {
    expect(said(silence, booted().pass(300).heartbeat().pass(300).heartbeat(), facts)).toEqual([]);
  });
  it('odd: pings or any other message in its place, and one interval more', () => {
    const pings = booted().pass(500).connection('ping').pass(500).connection('pong').pass(500).heartbeat();
    expect(said(silence, pings, facts)).toEqual([]);
    const asked = booted().pass(590).exchange(csms, 'ClearCache', {}, { status: 'Accepted' }).pass(590).heartbeat();
    expect(said(silence, asked, facts)).toEqual([]);
    expect(said(silence, booted().pass(604).heartbeat(), facts)).toEqual([]);
  });
  it('odd: silence without a link, before Accepted, or while an answer is missing', () => {
    expect(said(silence, booted().closed().pass(9000).open().heartbeat(), facts)).toEqual([]);
    expect(said(silence, new Stream().open().boot('Pending', 300).pass(9000).boot(), facts)).toEqual([]);
    expect(said(silence, new Stream().heartbeat().pass(9000).heartbeat(), facts)).toEqual([]);
    const unanswered = booted();
    unanswered.call(station, 'Heartbeat');
    expect(said(silence, unanswered.pass(9000).heartbeat(), facts)).toEqual([]);
  });
  it('odd: the interval was changed in between, and a fast clock', () => {
    const place = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'HeartbeatInterval' } };
    const slower = booted(60).exchange(
      csms,
      'SetVariables',
      { setVariableData: [{ ...place, attributeValue: '3600' }] },
      { setVariableResult: [{ ...place, attributeStatus: 'Accepted' }] },
    );
    expect(said(silence, slower.pass(7000).heartbeat(), facts)).toEqual([]);
    expect(said(silence, booted(0.1).pass(0.4).heartbeat(), {})).toEqual([]);
  });
  it('bad: a ping of ours that nobody answered breaks no silence, its answer does', () => {
    const pinged = () => booted().pass(500).connection('ping', { direction: 'sent' });
    expect(judged(silence, pinged().pass(105).heartbeat(), facts).checks).toHaveLength(1);
    const answered = pinged().connection('pong', { direction: 'received' });
    expect(said(silence, answered.pass(105).heartbeat(), facts)).toEqual([]);
  });
  it('bad: more than two intervals of nothing; a lateness is judged again in real time', () => {
    expect(judged(silence, booted().pass(605).heartbeat(), facts).checks).toMatchObject([
      { id: 'monitor/silence', requirement: 'G02.FR.02', result: 'fail', late: true, events: [3, 4] },
    ]);
    expect(judged(silence, booted().pass(605).heartbeat(), { ...facts, sut: csms }).checks).toEqual([]);
  });
});
