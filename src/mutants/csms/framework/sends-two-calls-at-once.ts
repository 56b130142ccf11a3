import { randomUUID } from 'node:crypto';
import { writeFrame } from '../../../ocpp/index.ts';
import { writing } from '../../laying/framing.ts';
import type { CsmsMutant } from '../types.ts';

/** Behind each UpdateFirmwareRequest it asks for something else without waiting for the answer, which takes the fetching of a file. */
export const sendsTwoCallsAtOnce: CsmsMutant = {
  name: 'sends-two-calls-at-once',
  role: 'csms',
  requirement: 'Part 4, 4.1.1',
  cases: [{ id: 'TC_L_01_CSMS', check: 'monitor/one-outstanding-call' }],
  harmless: 'TC_B_01_CSMS',
  apply: writing((frame, text) =>
    frame.kind === 'call' && frame.action === 'UpdateFirmware'
      ? [text, writeFrame({ kind: 'call', messageId: randomUUID(), action: 'GetLocalListVersion', payload: {} })]
      : [text],
  ),
};
