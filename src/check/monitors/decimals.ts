import { visitMembers } from './payload.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

/** Part 2, 2.1.4: what is sent towards the station. */
const mostDigits = 6;

/** Decimal places of a number, as it is written shortest. */
export function decimalPlaces(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [, fraction = ''] = mantissa.split('.');
  return Math.max(0, fraction.length - Number(exponent));
}

const isRate = (name: string, holder: string): boolean =>
  name === 'minChargingRate' || (name === 'limit' && holder === 'chargingSchedulePeriod');

/**
 * Decimals: a limit or minChargingRate has one digit after the point, anything else that a station is sent has six at most. What a
 * station reports keeps the resolution of its source (Part 2, 2.1.4): more digits of a rate are then worth a warning only.
 */
export const decimals: Monitor = {
  name: 'decimals',
  requirements: ['Part 2, 2.1.4', 'Part 2, 2.11', 'Part 2, 2.12'],
  level: 'SHALL',
  watch: () => ({
    see(event) {
      if (event.type !== 'frame' || (event.frame.kind !== 'call' && event.frame.kind !== 'result')) return nothing;
      const found: Sighting[] = [];
      visitMembers(event.frame.payload, (value, name, holder) => {
        if (typeof value !== 'number' || Number.isInteger(value)) return;
        const digits = decimalPlaces(value);
        const fromCsms = event.sender === 'CSMS';
        const events = [event.sequence];
        if (isRate(name, holder) && digits > 1) {
          const requirement = name === 'limit' ? 'Part 2, 2.11' : 'Part 2, 2.12';
          const message = `${name} has more than one decimal`;
          found.push({ requirement, level: fromCsms ? 'SHALL' : 'SHOULD', message, actual: String(value), events });
        } else if (fromCsms && digits > mostDigits) {
          const message = `a decimal sent to a station has more than ${mostDigits} decimals`;
          found.push({ requirement: 'Part 2, 2.1.4', message, actual: `${name} ${value}`, events });
        }
      });
      return found;
    },
  }),
};
