import type { CsmsHandler } from '../../../csms/parts.ts';
import type { CsmsMutant } from '../types.ts';

/** Asks the station something while a request of the station still waits for its answer: CALLs of both sides may cross. */
export const asksBeforeItAnswers: CsmsMutant = {
  name: 'asks-before-it-answers',
  role: 'csms',
  requirement: 'Part 4, 4.1.1',
  odd: true,
  cases: [{ id: 'TC_B_01_CSMS' }, { id: 'TC_E_01_CSMS' }],
  apply: (parts) => {
    const honest: CsmsHandler<'StatusNotification'> | undefined = parts.handlers.StatusNotification;
    if (honest === undefined) return parts;
    const handler: CsmsHandler<'StatusNotification'> = (request, line) => {
      line.send('GetLocalListVersion', {});
      return honest(request, line);
    };
    return { ...parts, handlers: { ...parts.handlers, StatusNotification: handler } };
  },
};
