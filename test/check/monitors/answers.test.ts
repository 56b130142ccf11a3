import { describe, expect, it } from 'vitest';
import { answers } from '../../../src/check/monitors/answers.ts';
import { csms, judged, Stream, said, station } from './stream.ts';

const accepted = { status: 'Accepted' };
const opened = () => new Stream().open();

describe('monitor answers', () => {
  it('good: each CALL has its answer', () => {
    const stream = opened().boot().heartbeat();
    stream.error(station, stream.call(csms, 'ClearCache'), 'NotSupported');
    expect(said(answers, stream)).toEqual([]);
  });
  it('odd: late, on another connection, or never', () => {
    const stream = opened();
    const [late, never] = [stream.call(csms, 'ClearCache'), stream.call(csms, 'GetLocalListVersion')];
    expect(never).not.toBe(late);
    stream.pass(600).closed().open().result(station, late, accepted);
    expect(said(answers, stream)).toEqual([]);
  });
  it('odd: the answer to a CALL from before the stream, once for each side of a connection', () => {
    const stream = new Stream().result(station, 'earlier', accepted);
    expect(said(answers, stream)).toEqual([]);
    expect(said(answers, stream.result(station, 'other', accepted))).toEqual(['a CALLRESULT answers no CALL: other']);
  });
  it('odd: two answers to a CALL that was sent twice', () => {
    const stream = opened();
    for (const _ of [1, 2]) stream.call(csms, 'ClearCache', {}, { id: 'x' });
    for (const _ of [1, 2]) stream.result(station, 'x', accepted);
    expect(said(answers, stream)).toEqual([]);
  });
  it('odd: a second answer is legal by silence of the text, and a warning', () => {
    const stream = opened();
    const id = stream.call(csms, 'ClearCache');
    stream.result(station, id, accepted).error(station, id);
    expect(judged(answers, stream).checks).toMatchObject([
      { result: 'warning', level: 'compatibility', events: [2, 4] },
    ]);
  });
  it('good: "-1" for what cannot be read', () => {
    for (const bad of ['{', '[2,17,"ClearCache",{}]', `[2,"${'x'.repeat(40)}","ClearCache",{}]`]) {
      const stream = opened().text(csms, bad, { intended: true }).error(station, '-1', 'RpcFrameworkError');
      expect(said(answers, stream)).toEqual([]);
    }
  });
  it('good: an answer to a broken CALL whose id could be read', () => {
    const stream = opened()
      .frame(csms, [2, 'x', 'ClearCache'], { intended: true })
      .error(station, 'x', 'RpcFrameworkError');
    expect(said(answers, stream)).toEqual([]);
  });
  it('bad: an answer to nothing, to the own CALL, or "-1" for nothing', () => {
    expect(judged(answers, opened().result(station, 'none', accepted)).checks).toMatchObject([
      { id: 'monitor/answers', requirement: 'Part 4, 4.1.4', result: 'fail', events: [2] },
    ]);
    const own = opened();
    own.result(station, own.call(station, 'Heartbeat'), { currentTime: own.time() });
    expect(said(answers, own)).toHaveLength(1);
    expect(said(answers, opened().heartbeat().error(station, '-1', 'RpcFrameworkError'))).toEqual([
      'a CALLERROR answers no CALL: -1',
    ]);
  });
  it('bad: a message type that there is not', () => {
    expect(judged(answers, opened().frame(station, [5, 'x', 'Heartbeat', {}])).checks).toMatchObject([
      { requirement: 'Part 4, 4.1.3', result: 'fail' },
    ]);
  });
});
