import { describe, expect, it } from 'vitest';
import { completeConfig } from '../../src/harness/config/load.ts';
import { scenariosIn } from '../../src/harness/cucumber.ts';
import { missingFixture, needsOf } from '../../src/harness/index.ts';

const all = scenariosIn('features');
const station = completeConfig({
  sut: 'station',
  identity: 'CS-1',
  durations: { 'reboot time': 100, 'boot time': 100 },
  fixtures: { tokens: { 'valid token': { idToken: '04AA', type: 'ISO14443' } } },
});
const csms = completeConfig({ sut: 'csms', identity: 'CS-1' });
const needs = (id: string, config = station) =>
  needsOf(
    all.filter((scenario) => scenario.id === id),
    config,
  );

describe('what a case needs', () => {
  it('is read through the states it reaches: fixtures and hands', () => {
    expect(needs('TC_E_15_CS')).toMatchObject({
      fixtures: expect.arrayContaining(['valid token']),
      acts: ['presents <valid token>', 'plugs in the cable', 'presents <valid token>'],
      orders: [],
    });
  });

  it('follows how a transaction is started', () => {
    expect(needs('TC_E_15_CS', { ...station, mode: 'remote' }).acts[0]).toBe('plugs in the cable');
  });

  it('drives into a bay only where a sensor sees it', () => {
    const evses = [{ id: 1, baySensor: true }];
    expect(needs('TC_E_15_CS', { ...station, rig: { ...station.rig, evses } }).acts).toContain(
      'drives into the parking bay',
    );
  });

  it('counts a reboot once, however often it is spoken of', () => {
    expect(needs('TC_A_01_CS').waitSeconds).toBe(100);
    expect(needs('TC_B_03_CS').waitSeconds).toBeGreaterThanOrEqual(100);
    expect(needs('TC_B_06_CS').waitSeconds).toBe(0);
  });

  it('names the orders to a CSMS', () => {
    expect(needs('TC_K_01_CSMS', csms).orders).toEqual(['SetChargingProfileRequest']);
  });

  it('can be told of every scenario there is', () => {
    for (const scenario of all)
      expect(() => needsOf([scenario], scenario.id.endsWith('_CSMS') ? csms : station)).not.toThrow();
  });
});

describe('a fixture that only the user can give', () => {
  it.each([
    [station, 'valid token', undefined],
    [station, 'invalid token', 'fixtures.tokens: "invalid token" (a card at the reader)'],
    [station, 'evse', undefined],
    [csms, 'valid token', 'fixtures.tokens: "valid token" (a token known to the CSMS)'],
    [csms, 'expired client certificate', 'csms.clientExpired'],
    [station, 'expired client certificate', undefined],
    [completeConfig({ sut: 'station', identity: 'A', rig: { driver: 'embedded' } }), 'invalid token', undefined],
  ])('%#: %s', (config, name, write) => {
    expect(missingFixture(config, name)).toBe(write);
  });

  it('may be an image that the station really installs', () => {
    expect(missingFixture(station, 'firmware with an invalid signature')).toMatch(/^fixtures\.firmware/);
  });
});
