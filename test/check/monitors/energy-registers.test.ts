import { describe, expect, it } from 'vitest';
import { energyRegisters } from '../../../src/check/monitors/energy-registers.ts';
import { said, sightings, station } from './stream.ts';
import { Visit } from './transaction.ts';

const cited = (visit: Visit) =>
  sightings(energyRegisters, visit).map(({ requirement, level = 'SHALL' }) => `${requirement} ${level}`);
const wh = (value: number, more: Readonly<Record<string, unknown>> = {}) => ({ value, ...more });
const clocked = (visit: Visit, evseId: number, value: number) => {
  visit.exchange(station, 'MeterValues', { evseId, ...visit.values(wh(value)) });
  visit.pass(1);
  return visit;
};

describe('monitor energy-registers: good and legal', () => {
  it('rising and standing still', () => {
    const visit = new Visit();
    visit
      .started(0, visit.values(wh(10)))
      .charging(1, visit.values(wh(20)))
      .ended(2, visit.values(wh(20)));
    expect(said(energyRegisters, visit)).toEqual([]);
  });
  it('Interval and Net may fall, and so may anything that is no energy register', () => {
    const visit = new Visit();
    for (const value of [5, 3])
      visit.charging(
        value,
        visit.values(
          ...['Energy.Active.Import.Interval', 'Energy.Active.Net', 'Energy.Apparent.Net', 'Power.Active.Import'].map(
            (measurand) => wh(value, { measurand }),
          ),
        ),
      );
    expect(said(energyRegisters, visit)).toEqual([]);
  });
  it('each phase, location, direction and unit by itself', () => {
    const visit = new Visit();
    visit.started(0, visit.values(wh(900), wh(300, { phase: 'L1' }), wh(950, { location: 'Inlet' })));
    visit.charging(
      1,
      visit.values(wh(1, { unitOfMeasure: { unit: 'kWh' } }), wh(9, { measurand: 'Energy.Active.Export.Register' })),
    );
    visit.charging(2, visit.values(wh(301, { phase: 'L2' }), wh(0.9, { unitOfMeasure: { multiplier: 3 } })));
    expect(said(energyRegisters, visit)).toEqual([]);
  });
  it('queued readings arrive after newer ones, and Ended repeats the first', () => {
    const visit = new Visit();
    const [first, second] = [visit.values(wh(10)), visit.pass(60).values(wh(20))];
    visit.charging(2, second).charging(1, first);
    const last = { timestamp: visit.time(), sampledValue: [wh(30)] };
    visit.ended(3, { meterValue: [...[first['meterValue']].flat(), last] });
    expect(said(energyRegisters, visit)).toEqual([]);
  });
  it('another rounding of the same register', () => {
    const visit = new Visit();
    visit.started(0, visit.values(wh(1235))).charging(1, visit.values(wh(1234.6)));
    expect(said(energyRegisters, visit)).toEqual([]);
  });
  it('a meter that was replaced while the station was off', () => {
    const visit = new Visit();
    visit.started(0, visit.values(wh(500))).boot();
    visit.ended(1, visit.values(wh(3)));
    expect(said(energyRegisters, visit)).toEqual([]);
  });
});

describe('monitor energy-registers: bad', () => {
  it('a register that falls within a transaction, default measurand or not', () => {
    const visit = new Visit();
    visit.started(0, visit.values(wh(10, { measurand: 'Energy.Active.Import.Register' })));
    visit.charging(1, visit.values(wh(8)));
    expect(said(energyRegisters, visit)).toEqual([
      'an energy register falls within a transaction: Energy.Active.Import.Register all phases Outlet Wh 10^0: 10, then 8',
    ]);
  });
  it('within the readings of one message too', () => {
    const visit = new Visit();
    const [first, second] = [visit.values(wh(10)), visit.pass(9).values(wh(4))];
    visit.ended(5, { meterValue: [first, second].flatMap(({ meterValue }) => meterValue) });
    expect(cited(visit)).toEqual(['J02.FR.16 SHALL']);
  });
  it('the register of the whole station', () => {
    expect(cited(clocked(clocked(new Visit(), 0, 9), 0, 7))).toEqual(['J02.FR.16 SHALL']);
  });
  it('begun again at zero with each transaction it is a warning', () => {
    const visit = new Visit();
    visit.started(0, visit.values(wh(10))).ended(1, visit.values(wh(20)));
    visit.started(0, { id: 'T2', ...visit.values(wh(0)) });
    expect(cited(visit)).toEqual(['J02.FR.17 SHOULD']);
    expect(cited(clocked(clocked(new Visit(), 1, 9), 1, 7))).toEqual(['J02.FR.17 SHOULD']);
  });
});
