import { serving } from '../laying/answers.ts';
import { changingRequest } from '../laying/requests.ts';
import { together } from '../laying/together.ts';
import type { Defect, StationMutant } from '../types.ts';

/** Every report is made twice; of the second one a single part is sent, numbered as if the first had not been over. */
const oneMore: Defect = (parts) => {
  const over = new Map<number, number>();
  return together(
    serving('GetBaseReport', async (request, honest) => {
      const answer = await honest(request);
      await honest(request);
      return answer;
    }),
    changingRequest('NotifyReport', (report) => {
      const last = over.get(report.requestId);
      if (last === undefined) {
        if (report.tbc !== true) over.set(report.requestId, report.seqNo);
        return report;
      }
      return report.seqNo === 0 ? { ...report, seqNo: last + 1, tbc: false } : undefined;
    }),
  )(parts);
};

/** A part of the report follows the one that said it was the last. */
export const goesOnAfterTheLastPart: StationMutant = {
  name: 'goes-on-after-the-last-part',
  role: 'station',
  requirement: 'B07.FR.10',
  cases: [{ id: 'TC_B_02_CS', check: 'monitor/report-chains' }],
  harmless: 'TC_E_28_CS',
  apply: oneMore,
};
