import type { Inventory } from './inventory.ts';
import type { Look } from './learn.ts';

/** Connector types by what an EV needs to use them (ConnectorEnumType). */
const modeThree = /^(?:cType1|cType2|sType2|sType3)$/;
const direct = /^(?:cCCS1|cCCS2|cG105|cTesla|cChaoJi|OppCharge)$/;
const inductive = /^w/;

const types = (device: Inventory): readonly string[] =>
  device.all('Connector', 'ConnectorType').flatMap(({ value }) => value ?? []);
const phases = (device: Inventory): readonly string[] =>
  device.all('EVSE', 'SupplyPhases').flatMap(({ value }) => value ?? []);

/** A fact about all values of a required variable; without a value it says nothing. */
function some(values: (device: Inventory) => readonly string[], what: string, holds: (value: string) => boolean): Look {
  return (device) => {
    const found = values(device);
    if (found.length === 0) return undefined;
    const answer = found.some(holds);
    return answer || device.complete ? { answer, from: `${what} ${[...new Set(found)].join(', ')}` } : undefined;
  };
}
const connector = (holds: (type: string) => boolean) => some(types, 'ConnectorType', holds);
const supply = (...wanted: readonly string[]) => some(phases, 'SupplyPhases', (value) => wanted.includes(value));

const isOther = (type: string) => !/^[cs]/.test(type) && !inductive.test(type);

/** Appendix B of Part 5 and the questions about hardware, from the device model. */
export const hardwareLooks: Readonly<Record<string, Look>> = {
  // `s` = socket, the driver brings the cable; `c` = captive cable. Other names do not say.
  'HFS-1': (device) => (types(device).some(isOther) ? undefined : connector((type) => type.startsWith('s'))(device)),
  'HFS-2': (device) => (types(device).some(isOther) ? undefined : connector((type) => type.startsWith('c'))(device)),
  'HFS-3': supply('1', '2', '3'),
  'HFS-4': supply('0'),
  'HFS-5': supply('1'),
  'HFS-6': supply('2'),
  'HFS-7': supply('3'),
  'HFS-8': ({ evses }) =>
    evses.length > 0 ? { answer: true, from: `EVSEs ${evses.join(', ')}`, value: String(evses.length) } : undefined,
  'HFS-8 > 1': ({ evses, complete }) =>
    evses.length > 1 || (complete && evses.length === 1)
      ? { answer: evses.length > 1, from: `EVSEs ${evses.join(', ')}` }
      : undefined,
  'HFS-10': (device) => (device.has('TokenReader') ? { answer: true, from: 'TokenReader is there' } : undefined),
  'AQ-9': (device) => {
    const found = types(device).find((type) => modeThree.test(type));
    return found === undefined ? undefined : { answer: true, from: `ConnectorType ${found}` };
  },
  'AQ-18': (device) => {
    // Erratum 5.2: always true for sType2 and sType3.
    const found = types(device).find((type) => /^sType[23]$/.test(type));
    if (found !== undefined) return { answer: true, from: `ConnectorType ${found}` };
    return device.has('ConnectorPlugRetentionLock')
      ? { answer: true, from: 'ConnectorPlugRetentionLock is there' }
      : undefined;
  },
  'Mode 1/2-only Charging Station': (device) => {
    const found = types(device).find((type) => modeThree.test(type) || direct.test(type));
    return found === undefined ? undefined : { answer: false, from: `ConnectorType ${found}` };
  },
  'Wireless Charging Station': (device) =>
    types(device).some(isOther) ? undefined : connector((type) => inductive.test(type))(device),
};
