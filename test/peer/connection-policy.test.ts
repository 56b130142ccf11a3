import { describe, expect, it } from 'vitest';
import { type AttemptAnswer, ConnectionPolicy } from '../../src/peer/connection-policy.ts';
import type { HttpFacts } from '../../src/transport/types.ts';

const identity = 'CS-1';
const password = 'a-password-of-enough-length';
const every = Number.POSITIVE_INFINITY;

const policy = () => new ConnectionPolicy({ identity, password });
const basic = (username: string, given: string) => ({ scheme: 'Basic', username, password: given });
const request = (more: Partial<HttpFacts> = {}): HttpFacts => ({
  path: `/ocpp/${identity}`,
  identity,
  subprotocols: ['ocpp2.0.1'],
  extensions: '',
  authorization: basic(identity, password),
  ...more,
});
const http = (status: number): AttemptAnswer => ({ kind: 'http', status });
/** How a request without any Authorization header looks. */
const { authorization: _none, ...anonymous } = request();

describe('who is let in', () => {
  it('the configured station with its password and ocpp2.0.1', () => {
    expect(policy().decide(request(), 2)).toEqual({ accept: true, subprotocol: 'ocpp2.0.1' });
    expect(policy().decide(request({ subprotocols: ['ocpp1.6', 'ocpp2.0.1'] }), 2)).toMatchObject({ accept: true });
  });

  it('no other identity', () => {
    const decision = policy().decide(request({ identity: 'CS-2', authorization: basic('CS-2', password) }), 2);
    expect(decision).toMatchObject({ accept: false, status: 404 });
    expect(decision).toHaveProperty('reason', 'identity CS-2 is not the configured CS-1');
  });

  it.each([
    ['no credentials', anonymous],
    ['a wrong password', request({ authorization: basic(identity, 'another-password-1') })],
    ['the user name of another', request({ authorization: basic('CS-2', password) })],
    ['another scheme', request({ authorization: { scheme: 'Bearer' } })],
  ])('nobody with %s where HTTP Basic is used', (_what, facts) => {
    expect(policy().decide(facts, 2)).toMatchObject({ accept: false, status: 401 });
    expect(policy().decide(facts, 3)).toMatchObject({ accept: true });
  });

  it('a new password counts from when it was set', () => {
    const changed = policy();
    changed.admission.password = 'the-new-password-01';
    expect(changed.decide(request(), 2)).toMatchObject({ accept: false, status: 401 });
    expect(changed.decide(request({ authorization: basic(identity, 'the-new-password-01') }), 2)).toMatchObject({
      accept: true,
    });
  });

  it.each([[[]], [['ocpp1.6']], [['OCPP2.0.1']]])('a client that offers %j is let in and closed at once', (offered) => {
    expect(policy().decide(request({ subprotocols: offered }), 2)).toMatchObject({ accept: 'then-close' });
  });
});

describe('prepared answers to attempts', () => {
  it('an HTTP status goes before everything the station may have wrong', () => {
    const prepared = policy();
    prepared.add({ answer: http(503), remaining: 1 });
    expect(prepared.decide(anonymous, 2)).toMatchObject({ accept: false, status: 503 });
    prepared.used();
    expect(prepared.decide(request(), 2)).toMatchObject({ accept: true });
  });

  it('`next` before `every`, newest first; an answer for all comes back after it', () => {
    const prepared = policy();
    prepared.add({ answer: http(502), remaining: 2 });
    prepared.add({ answer: http(503), remaining: every });
    prepared.add({ answer: http(504), remaining: 1 });
    const statuses = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      const decision = prepared.decide(request(), 2);
      statuses.push('status' in decision ? decision.status : undefined);
      prepared.used();
    }
    expect(statuses).toEqual([504, 502, 502, 503]);
  });

  it('`accept` and TLS leave the upgrade to the usual judgement', () => {
    const prepared = policy();
    prepared.add({ answer: { kind: 'tls', tls: { keys: [] } }, remaining: every });
    expect(prepared.decide(request(), 2)).toMatchObject({ accept: true });
    prepared.add({ answer: { kind: 'accept' }, remaining: 1 });
    expect(prepared.decide(anonymous, 2)).toMatchObject({ accept: false, status: 401 });
  });

  it('end with the case, and so does being offline', () => {
    const prepared = policy();
    prepared.add({ answer: http(503), remaining: every });
    prepared.offline = true;
    prepared.clear();
    expect(prepared.current).toBeUndefined();
    expect(prepared.decide(request(), 2)).toMatchObject({ accept: true });
  });
});

it('a CSMS that is offline answers everybody 503', () => {
  const offline = policy();
  offline.offline = true;
  expect(offline.decide(request(), 2)).toMatchObject({ accept: false, status: 503 });
});

it('while one security profile alone is offered the other listeners send everybody away', () => {
  const one = policy();
  one.only = 1;
  expect(one.decide(request(), 2)).toEqual({
    accept: false,
    status: 503,
    reason: 'the harness offers security profile 1 only',
  });
  expect(one.decide(request(), 1)).toMatchObject({ accept: true });
  one.clear();
  expect(one.decide(request(), 2)).toMatchObject({ accept: true });
});
