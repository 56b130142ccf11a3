import { writing } from '../../laying/framing.ts';
import type { StationMutant } from '../types.ts';

const customData = { vendorId: 'org.example', mood: { value: 0.123456789, timestamp: 'now', name: 'ünï codé' } };

/** Vendor data in every payload, and JSON with room to breathe. */
export const decoratesItsMessages: StationMutant = {
  name: 'decorates-its-messages',
  role: 'station',
  requirement: 'Part 3 schema',
  odd: true,
  cases: [{ id: 'TC_B_01_CS' }, { id: 'TC_B_06_CS' }, { id: 'TC_E_01_CS' }],
  apply: writing((frame, text) => {
    if (frame.kind === 'error') return [text];
    const payload = { customData, ...frame.payload };
    const parts = frame.kind === 'call' ? [2, frame.messageId, frame.action, payload] : [3, frame.messageId, payload];
    return [JSON.stringify(parts, undefined, 2)];
  }),
};
