import { randomUUID } from 'node:crypto';
import { writeFrame } from '../../../ocpp/index.ts';
import { writing } from '../laying/framing.ts';
import type { CsmsMutant } from '../types.ts';

/** Behind each InstallCertificateRequest it asks for something else without waiting for the answer. */
export const sendsTwoCallsAtOnce: CsmsMutant = {
  name: 'sends-two-calls-at-once',
  role: 'csms',
  requirement: 'Part 4, 4.1.1',
  cases: [{ id: 'TC_M_01_CSMS', check: 'monitor/one-outstanding-call' }],
  harmless: 'TC_B_01_CSMS',
  apply: writing((frame, text) =>
    frame.kind === 'call' && frame.action === 'InstallCertificate'
      ? [text, writeFrame({ kind: 'call', messageId: randomUUID(), action: 'GetLocalListVersion', payload: {} })]
      : [text],
  ),
};
