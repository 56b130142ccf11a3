import { randomUUID } from 'node:crypto';
import { writeFrame } from '../../../ocpp/index.ts';
import { writing } from '../../laying/framing.ts';
import { serving } from '../laying/answers.ts';
import { onlyPending } from '../laying/pending.ts';
import { together } from '../laying/together.ts';
import type { StationMutant } from '../types.ts';

const dataTransfer = () =>
  writeFrame({ kind: 'call', messageId: randomUUID(), action: 'DataTransfer', payload: { vendorId: 'assay' } });

/** Asked for a setting while Pending, it takes the chance to send a DataTransferRequest, which nobody triggered. */
export const transfersDataWhilePending: StationMutant = {
  name: 'transfers-data-while-pending',
  role: 'station',
  requirement: 'B02.FR.02',
  cases: [{ id: 'TC_B_02_CS', check: 'monitor/before-accepted' }],
  harmless: 'TC_B_01_CS',
  apply: onlyPending((pending) => {
    let due = false;
    return together(
      serving('SetVariables', (request, honest) => {
        due = pending();
        return honest(request);
      }),
      writing((frame, text) => {
        if (!due || frame.kind !== 'result') return [text];
        due = false;
        return [text, dataTransfer()];
      }),
    );
  }),
};
