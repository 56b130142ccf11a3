import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ScaledClock } from '../../src/clock/index.ts';
import type { CallError, CallResult } from '../../src/ocpp/index.ts';
import { parseFrame, writeFrame } from '../../src/ocpp/index.ts';
import type { Answer, Link, Listener, Rpc, RpcOptions } from '../../src/transport/index.ts';
import { createRpc } from '../../src/transport/index.ts';
import { connected, listening } from './wire.ts';

const clock = new ScaledClock();
const open: Listener[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close()));
});

const heartbeat = { currentTime: '2026-11-22T10:00:00Z' };

/** A station that only has a link, facing our rpc. */
async function pair(
  options: Partial<RpcOptions> = {},
): Promise<{ rpc: Rpc; station: Link; sent: string[]; next: () => Promise<string>; violations: string[] }> {
  const violations: string[] = [];
  const { listener, links } = await listening();
  open.push(listener);
  const { link: station } = await connected(listener.url);
  const [link] = links;
  if (link === undefined) throw new Error('no link');
  const sent: string[] = [];
  const waiting: ((text: string) => void)[] = [];
  let read = 0;
  station.onText((text) => {
    sent.push(text);
    if (waiting.length > 0) waiting.splice(0, 1)[0]?.(sent[read++] ?? '');
  });
  const next = (): Promise<string> =>
    read < sent.length ? Promise.resolve(sent[read++] ?? '') : new Promise((resolve) => waiting.push(resolve));
  const rpc = createRpc({
    link,
    clock,
    callTimeoutMs: 30_000,
    onCall: async () => ({ kind: 'result', payload: heartbeat }),
    onViolation: (reason) => violations.push(reason),
    ...options,
  });
  return { rpc, station, sent, next, violations };
}

const idOf = (text: string): string => {
  const frame = parseFrame(text);
  return frame.messageId;
};

describe('CALLs of ours', () => {
  it('go out one at a time, in order, with ids of their own', async () => {
    const { rpc, station, sent, next } = await pair();
    const first = rpc.call('Reset', { type: 'Immediate' });
    const second = rpc.call('ClearCache', {});
    const one = await next();
    expect(parseFrame(one)).toMatchObject({ kind: 'call', action: 'Reset', payload: { type: 'Immediate' } });
    expect(idOf(one).length).toBeLessThanOrEqual(36);
    expect(sent).toHaveLength(1);
    await station.send(JSON.stringify([3, idOf(one), { status: 'Accepted' }]));
    expect(await first).toEqual({ kind: 'result', payload: { status: 'Accepted' } });
    const two = await next();
    expect(idOf(two)).not.toBe(idOf(one));
    await station.send(JSON.stringify([4, idOf(two), 'NotSupported', 'no cache', { a: 1 }]));
    expect(await second).toEqual({
      kind: 'error',
      errorCode: 'NotSupported',
      errorDescription: 'no cache',
      errorDetails: { a: 1 },
    });
  });

  it('time out in OCPP time from the moment they are written; a late answer is reported and ignored', async () => {
    const { rpc, station, next, violations } = await pair({
      clock: new ScaledClock({ epoch: 0, wallEpoch: Date.now(), factor: 1_000 }),
    });
    const first = rpc.call('ClearCache', {}, { timeoutMs: 60_000, messageId: 'again' });
    const second = rpc.call('ClearCache', {}, { timeoutMs: 3_600_000, messageId: 'second' });
    expect(idOf(await next())).toBe('again');
    expect(await first).toEqual({ kind: 'timeout' });
    expect(idOf(await next())).toBe('second');
    await station.send('[3,"again",{"status":"Accepted"}]');
    await station.send('[3,"never",{}]');
    await station.send('[3,"second",{"status":"Rejected"}]');
    expect(await second).toEqual({ kind: 'result', payload: { status: 'Rejected' } });
    expect(violations).toEqual([expect.stringContaining('late answer'), expect.stringContaining('no CALL of ours')]);
  });

  it('end as closed with their link', async () => {
    const { rpc, station, next } = await pair();
    const outcomes = Promise.all([rpc.call('ClearCache', {}), rpc.call('ClearCache', {})]);
    await next();
    station.drop();
    expect(await outcomes).toEqual([{ kind: 'closed' }, { kind: 'closed' }]);
    expect(await rpc.call('ClearCache', {})).toEqual({ kind: 'closed' });
  });

  it('throw when they do not fit, unless that is intended', async () => {
    const { rpc, next } = await pair();
    await expect(rpc.call('Reset', { type: 'Never' })).rejects.toThrow(
      /our ResetRequest does not fit its schema: \/type/,
    );
    await expect(rpc.call('Restart', {})).rejects.toThrow(/unknown action Restart/);
    void rpc.call('Reset', { type: 'Never' }, { intended: true });
    expect(parseFrame(await next())).toMatchObject({ payload: { type: 'Never' } });
  });

  it('report an answer against its schema and still deliver it', async () => {
    const { rpc, station, next, violations } = await pair();
    const call = rpc.call('ClearCache', {});
    await station.send(JSON.stringify([3, idOf(await next()), { status: 'Maybe' }]));
    expect(await call).toEqual({ kind: 'result', payload: { status: 'Maybe' } });
    expect(violations).toEqual([expect.stringContaining('ClearCacheResponse does not fit its schema: /status')]);
  });
});

describe('CALLs of theirs', () => {
  it('are answered with the result, an error or silence', async () => {
    const answers: Answer[] = [
      { kind: 'result', payload: heartbeat },
      { kind: 'silence' },
      { kind: 'error', errorCode: 'SecurityError' },
    ];
    const { station, next } = await pair({ onCall: async () => answers.shift() ?? { kind: 'silence' } });
    for (const id of ['1', '2', '3']) await station.send(`[2,"${id}","Heartbeat",{}]`);
    expect(JSON.parse(await next())).toEqual([3, '1', heartbeat]);
    expect(JSON.parse(await next())).toEqual([4, '3', 'SecurityError', '', {}]);
  });

  it.each([
    ['not json', '-1', 'RpcFrameworkError'],
    ['{"a":1}', '-1', 'RpcFrameworkError'],
    ['[2]', '-1', 'RpcFrameworkError'],
    ['[2,7,"Heartbeat",{}]', '-1', 'RpcFrameworkError'],
    ['[2,"1","Heartbeat"]', '1', 'RpcFrameworkError'],
    ['[2,"1","Heartbeat",{},{}]', '1', 'RpcFrameworkError'],
    ['[2,"1",7,{}]', '1', 'RpcFrameworkError'],
    [`[2,"${'x'.repeat(37)}","Heartbeat",{}]`, 'x'.repeat(37), 'RpcFrameworkError'],
    ['[2,"1","Heartbeat",null]', '1', 'FormatViolation'],
    ['[5,"1","Heartbeat",{}]', '1', 'MessageTypeNotSupported'],
    ['[2,"1","NoSuchThing",{}]', '1', 'NotImplemented'],
    ['[2,"1","heartbeat",{}]', '1', 'NotImplemented'],
    ['[2,"1","Heartbeat",{"x":1}]', '1', 'FormatViolation'],
    ['[2,"1","BootNotification",{"reason":"PowerUp"}]', '1', 'OccurrenceConstraintViolation'],
    ['[2,"1","BootNotification",{"reason":1,"chargingStation":{"model":"m"}}]', '1', 'TypeConstraintViolation'],
    [
      '[2,"1","BootNotification",{"reason":"Bored","chargingStation":{"model":"m","vendorName":"v"}}]',
      '1',
      'PropertyConstraintViolation',
    ],
    ['[2,"1","FirmwareStatusNotification",{"status":"Installed","requestId":1.5}]', '1', 'TypeConstraintViolation'],
    ['[2,"1","MeterValues",{"evseId":1,"meterValue":[]}]', '1', 'OccurrenceConstraintViolation'],
  ])('%s gets a CALLERROR for %s: %s', async (text, id, code) => {
    const { station, next, violations } = await pair({
      onCall: () => Promise.reject(new Error('must not be reached')),
    });
    await station.send(text);
    const answer = JSON.parse(await next());
    expect(answer.slice(0, 3)).toEqual([4, id, code]);
    expect(answer[3].length).toBeLessThanOrEqual(255);
    expect(answer[4]).toEqual({});
    expect(violations).toHaveLength(1);
  });

  it('a broken answer is never answered', async () => {
    const { station, next, violations, sent } = await pair();
    for (const text of ['[3,"1"]', '[4,"1","x"]', '[3,"1",null]', '[2,"9","Heartbeat",{}]']) await station.send(text);
    expect(JSON.parse(await next())).toEqual([3, '9', heartbeat]);
    expect(violations).toHaveLength(3);
    expect(sent).toHaveLength(1);
  });

  it('the same id twice while the first is handled is refused', async () => {
    let answer = (_: Answer): void => {};
    const { station, next } = await pair({
      onCall: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    await station.send('[2,"1","Heartbeat",{}]');
    await station.send('[2,"1","Heartbeat",{}]');
    expect(JSON.parse(await next()).slice(0, 3)).toEqual([4, '1', 'RpcFrameworkError']);
    answer({ kind: 'result', payload: heartbeat });
    expect(JSON.parse(await next())).toEqual([3, '1', heartbeat]);
  });

  it('a bug of ours is told and answered InternalError', async () => {
    const bugs: Error[] = [];
    const answers: (() => Promise<Answer>)[] = [
      async () => ({ kind: 'result', payload: {} }),
      () => Promise.reject(new Error('boom')),
      () => {
        throw new Error('bang');
      },
    ];
    const { station, next } = await pair({
      onBug: (error) => bugs.push(error),
      onCall: () => (answers.shift() ?? (() => Promise.reject(new Error())))(),
    });
    for (const id of ['1', '2', '3']) {
      await station.send(`[2,"${id}","Heartbeat",{}]`);
      expect(JSON.parse(await next()).slice(0, 3)).toEqual([4, id, 'InternalError']);
    }
    expect(bugs.map(({ message }) => message)).toEqual([
      expect.stringMatching(/our HeartbeatResponse does not fit/),
      'boom',
      'bang',
    ]);
  });
});

describe('frames', () => {
  const json = fc.jsonValue();
  const payload = fc.dictionary(fc.string(), json);

  it('never throw, whatever is parsed', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseFrame(text)));
    fc.assert(fc.property(fc.array(json), (parts) => void parseFrame(JSON.stringify(parts))));
    fc.assert(
      fc.property(
        fc.constantFrom(2, 3, 4, 5),
        fc.string(),
        fc.array(json),
        (type, id, rest) => void parseFrame(JSON.stringify([type, id, ...rest])),
      ),
    );
  });

  it('come back as they were written', () => {
    const id = fc.string({ minLength: 1 });
    const plain = (value: Record<string, unknown>): unknown => JSON.parse(JSON.stringify(value));
    fc.assert(
      fc.property(id, fc.string({ minLength: 1 }), payload, (messageId, action, body) => {
        expect(parseFrame(writeFrame({ kind: 'call', messageId, action, payload: body }))).toEqual({
          kind: 'call',
          messageId,
          action,
          payload: plain(body),
        });
      }),
    );
    fc.assert(
      fc.property(id, payload, (messageId, body) => {
        const frames: (CallResult | CallError)[] = [
          { kind: 'result', messageId, payload: body },
          { kind: 'error', messageId, errorCode: 'GenericError', errorDescription: '', errorDetails: body },
        ];
        for (const frame of frames) expect(parseFrame(writeFrame(frame)).kind).toBe(frame.kind);
      }),
    );
  });
});

describe('an rpc under fire', () => {
  it('answers on after any text', async () => {
    const { station, next } = await pair();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.array(fc.jsonValue()).map((value) => JSON.stringify(value)),
        ),
        (text) => station.send(text),
      ),
      { numRuns: 200 },
    );
    await station.send('[2,"the last","Heartbeat",{}]');
    let last = await next();
    while (idOf(last) !== 'the last') last = await next();
    expect(JSON.parse(last)).toEqual([3, 'the last', heartbeat]);
  });
});
