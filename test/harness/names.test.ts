import { describe, expect, it } from 'vitest';
import { parsePath, TestDesignError } from '../../src/check/language/index.ts';
import { valueAt } from '../../src/check/match/index.ts';
import { fixture, resolvableNames } from '../../src/harness/case/fixtures.ts';
import { makeCase, root } from './case-bench.ts';

const made = (config: Record<string, unknown> = {}) => makeCase('station', { config });

describe('names', () => {
  it('are fixtures, tokens and durations of the configuration', () => {
    const { names } = made({
      fixtures: { evse: 2, connector: 1, tokens: { 'valid token': { idToken: '04AA', type: 'ISO14443' } } },
      durations: { 'boot time': 77 },
    }).run;
    expect(names.name('evse')).toBe(2);
    expect(names.name('connector')).toEqual({ id: 2, connectorId: 1 });
    expect(names.name('valid token')).toEqual({ idToken: '04AA', type: 'ISO14443' });
    expect(names.name('boot time')).toBe(77);
    expect(names.name('CSMS root')).toBe(root);
  });

  it('remembered ones come first', () => {
    const { names } = made().run;
    names.remember('my report', 7);
    expect(names.name('my report')).toBe(7);
    names.remembered.set('evse', 9);
    expect(names.name('evse')).toBe(9);
  });

  it('of fixtures cannot be remembered under', () => {
    const { names } = made().run;
    expect(() => names.remember('evse', 9)).toThrow(TestDesignError);
    expect(() => names.remember('boot time', 9)).toThrow('<boot time> is the name of a fixture');
  });

  it('nobody knows are faults of the feature', () => {
    const { names } = made().run;
    expect(() => names.name('valid tokn')).toThrow(TestDesignError);
    expect(() => names.name('valid tokn')).toThrow('unknown name <valid tokn>');
  });

  it('<new id> is a new one each time', () => {
    const { names } = made().run;
    const ids = Array.from({ length: 20 }, () => Number(names.name('new id')));
    expect(ids.every((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31)).toBe(true);
    expect(new Set(ids).size).toBeGreaterThan(15);
  });

  it('all that a lint promises have a value, but for files that are not configured', () => {
    const { run } = made();
    const missing = resolvableNames(run.config).filter((name) => fixture(run.fixtureFacts, name) === undefined);
    expect(missing).toEqual(['expired client certificate', 'client certificate of another station']);
  });

  it('say how the rig stands, connector by connector', () => {
    const { run } = made({ fixtures: { evse: 2 } });
    expect(run.names.name('all evses')).toEqual([1, 2]);
    expect(run.names.name('connectors of evse')).toEqual([{ id: 2, connectorId: 1 }]);
    expect(run.names.name('other connectors')).toEqual([{ id: 1, connectorId: 1 }]);
    run.progress.plugged = true;
    expect(run.names.name('as the rig stands')).toEqual(['Available', 'Occupied']);
    run.statusWithoutCable = 'Unavailable';
    expect(run.names.name('as the rig stands')).toEqual(['Unavailable', 'Occupied']);
  });
});

describe('values of messages', () => {
  it('are those of the last or nth one, before what is being judged', () => {
    const { run, says } = made();
    for (const [index, reason] of ['PowerUp', 'Watchdog', 'Triggered'].entries())
      says('Charging Station', [2, `m${index}`, 'BootNotification', { reason }]);
    const reason = (nth: number | 'last', before?: number) =>
      run.names.message('BootNotificationRequest', nth, parsePath('reason'), before);
    expect([reason('last'), reason(1), reason(2)]).toEqual(['Triggered', 'PowerUp', 'Watchdog']);
    expect(reason('last', 2)).toBe('Watchdog');
    expect(reason(4)).toBeUndefined();
    expect(run.names.message('HeartbeatRequest', 'last', parsePath('x'), undefined)).toBeUndefined();
  });

  it('are found by path, with positions', () => {
    const value = { a: [{ b: 1 }, { b: 2 }], c: { d: 'x' } };
    expect(valueAt(value, parsePath('a[1].b'))).toBe(2);
    expect(valueAt(value, parsePath('c.d'))).toBe('x');
    expect(valueAt(value, parsePath('a[5].b'))).toBeUndefined();
    expect(valueAt(value, parsePath('c.d.e'))).toBeUndefined();
    expect(valueAt(value, parsePath('a[*].b'))).toBeUndefined();
  });
});

describe('variables of the device', () => {
  it('have the value that was read last', () => {
    const { run } = made();
    run.variables.set('EVSE@1.Power', '11000');
    expect(run.names.variable({ component: 'EVSE', evse: 1, variable: 'Power' })).toBe('11000');
    expect(run.names.variable({ component: 'EVSE', evse: 2, variable: 'Power' })).toBeUndefined();
  });
});
