import { describe, expect, it } from 'vitest';
import { energyAndPower } from '../../../src/check/monitors/energy-and-power.ts';
import { judged, said } from './stream.ts';
import { Visit } from './transaction.ts';

type Sample = Readonly<Record<string, unknown>>;
const energy = (value: number, unit = 'Wh'): Sample => ({ value, unitOfMeasure: { unit } });
const power = (value: number, unit = 'W'): Sample => ({
  value,
  measurand: 'Power.Active.Import',
  unitOfMeasure: { unit },
});

/** Two readings, a minute apart. */
function minute(before: readonly Sample[], after: readonly Sample[]): Visit {
  const visit = new Visit();
  visit.charging(1, visit.values(...before));
  visit.pass(59).charging(2, visit.values(...after));
  return visit;
}

describe('monitor energy-and-power', () => {
  it('good: what flowed in a minute at that power, in any unit', () => {
    expect(said(energyAndPower, minute([energy(0), power(6000)], [energy(100), power(6000)]))).toEqual([]);
    expect(
      said(energyAndPower, minute([energy(0, 'kWh'), power(6, 'kW')], [energy(0.1, 'kWh'), power(6, 'kW')])),
    ).toEqual([]);
  });
  it('legal but odd: a pause between the readings, a power that is nearly nothing, a reading without power', () => {
    expect(said(energyAndPower, minute([energy(0), power(6000)], [energy(2), power(6000)]))).toEqual([]);
    expect(said(energyAndPower, minute([energy(0), power(1)], [energy(100), power(6000)]))).toEqual([]);
    expect(said(energyAndPower, minute([energy(0)], [energy(90_000)]))).toEqual([]);
  });
  it('a wrong unit is a warning, never more', () => {
    const kilo = minute([energy(0, 'kWh'), power(6000)], [energy(100, 'kWh'), power(6000)]);
    expect(judged(energyAndPower, kilo).checks).toMatchObject([{ level: 'compatibility', result: 'warning' }]);
    const few = minute([energy(0), power(6000)], [energy(0.1), power(6000)]);
    expect(said(energyAndPower, few)).toEqual([expect.stringContaining('do not fit each other')]);
  });
});
