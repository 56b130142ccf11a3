import { serving } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** A reset that it schedules for the end of the transaction is carried out at once. */
export const resetsAtOnce: StationMutant = {
  name: 'resets-at-once',
  role: 'station',
  requirement: 'B12.FR.03',
  cases: [{ id: 'TC_B_21_CS', check: 'TC_B_21_CS/4-sends-no-transaction-event-request-for' }],
  harmless: 'TC_B_01_CS',
  apply: serving('Reset', async (request, honest) => {
    const answer = await honest(request);
    if ('status' in answer && answer.status === 'Scheduled') await honest({ ...request, type: 'Immediate' });
    return answer;
  }),
};
