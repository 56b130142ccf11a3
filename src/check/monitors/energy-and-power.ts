import { isRecord, ownTimeOf } from '../views/frames.ts';
import { transactionEventOf } from './transaction-event.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Register and power that were read together. */
interface Pair {
  /** Its own time, epoch ms. */
  readonly at: number;
  readonly energyWh: number;
  readonly powerW: number;
}

const records = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);
/** Between the two readings the power may have been anything: only a wrong unit is as far off as this. */
const unitMistake = 100;
const leastPowerW = 500;
const leastSeconds = 10;
const msPerHour = 3_600_000;

/** Value in the base unit, of a sample for all phases at the outlet; undefined = another one. */
function baseValue(sample: Fields, measurand: string, kilo: string): number | undefined {
  const {
    value,
    measurand: name = 'Energy.Active.Import.Register',
    phase,
    location = 'Outlet',
    unitOfMeasure,
  } = sample;
  if (name !== measurand || phase !== undefined || location !== 'Outlet' || typeof value !== 'number') return undefined;
  const { unit, multiplier } = isRecord(unitOfMeasure) ? unitOfMeasure : {};
  return value * 10 ** (typeof multiplier === 'number' ? multiplier : 0) * (unit === kilo ? 1000 : 1);
}

function pairsIn(payload: Fields): Pair[] {
  return records(payload['meterValue']).flatMap(({ timestamp, sampledValue }) => {
    const at = ownTimeOf(timestamp);
    const samples = records(sampledValue);
    const first = (measurand: string, kilo: string) =>
      samples.map((each) => baseValue(each, measurand, kilo)).find((value) => value !== undefined);
    const energyWh = first('Energy.Active.Import.Register', 'kWh');
    const powerW = first('Power.Active.Import', 'kW');
    return at === undefined || energyWh === undefined || powerW === undefined ? [] : [{ at, energyWh, powerW }];
  });
}

function compare(before: Pair, now: Pair, sequence: number): readonly Sighting[] {
  const seconds = (now.at - before.at) / 1000;
  const [least, most] = [Math.min(before.powerW, now.powerW), Math.max(before.powerW, now.powerW)];
  if (seconds < leastSeconds || least < leastPowerW) return nothing;
  const grownWh = now.energyWh - before.energyWh;
  const hours = (now.at - before.at) / msPerHour;
  if (grownWh < 0 || (grownWh <= most * hours * unitMistake && grownWh >= (least * hours) / unitMistake))
    return nothing;
  return [
    {
      requirement: 'Part 2, 3.50 Note 3',
      level: 'compatibility',
      message: 'energy register and power do not fit each other: one of the units is wrong',
      expected: `about ${Math.round(((before.powerW + now.powerW) / 2) * hours)} Wh in ${Math.round(seconds)} s`,
      actual: `${grownWh} Wh, with ${before.powerW} W before and ${now.powerW} W after`,
      events: [sequence],
    },
  ];
}

/** Energy against power within a transaction. No requirement speaks of it, so it is never more than a warning. */
export const energyAndPower: Monitor = {
  name: 'energy-and-power',
  requirements: ['Part 2, 3.50 Note 3'],
  level: 'compatibility',
  watch: () => {
    const newest = new Map<string, Pair>();
    return {
      see(event) {
        const seen = transactionEventOf(event);
        if (seen === undefined || seen === 'unreadable') return nothing;
        return pairsIn(seen.payload).flatMap((pair) => {
          const before = newest.get(seen.transactionId);
          if (before !== undefined && before.at >= pair.at) return [];
          newest.set(seen.transactionId, pair);
          return before === undefined ? [] : compare(before, pair, seen.sequence);
        });
      },
    };
  },
};
