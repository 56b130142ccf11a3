import { visitMembers } from './payload.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

/** Part 2, 2.1.4: the characters of an identifierString. */
const legal = /^[A-Za-z0-9*\-_=:+|@.]*$/;

/** Fields that are identifierStrings wherever they stand. */
const everywhere: ReadonlySet<string> = new Set([
  'additionalIdToken',
  'checksum',
  'iccid',
  'idToken',
  'imsi',
  'issuerNameHash',
  'preferredNetwork',
  'transactionId',
]);

function isIdentifier(name: string, holder: string, siblings: Readonly<Record<string, unknown>>): boolean {
  if (everywhere.has(name)) return true;
  if (name === 'name' || name === 'instance') return holder === 'component' || holder === 'variable';
  return name === 'serialNumber' && siblings['hashAlgorithm'] !== undefined;
}

/** Identifiers have letters, digits and `* - _ = : + | @ .`, nothing else. */
export const identifiers: Monitor = {
  name: 'identifiers',
  requirements: ['Part 2, 2.1.4'],
  level: 'SHALL',
  watch: () => ({
    see(event) {
      if (event.type !== 'frame' || (event.frame.kind !== 'call' && event.frame.kind !== 'result')) return nothing;
      const found: Sighting[] = [];
      visitMembers(event.frame.payload, (value, name, holder, siblings) => {
        if (typeof value !== 'string' || !isIdentifier(name, holder, siblings) || legal.test(value)) return;
        const where = name === 'name' || name === 'instance' ? `${holder}.${name}` : name;
        const message = `${where} has characters that an identifier must not have`;
        found.push({ requirement: 'Part 2, 2.1.4', message, actual: value, events: [event.sequence] });
      });
      return found;
    },
  }),
};
