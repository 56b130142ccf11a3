import type { CsmsHandler, StationLine } from '../../../csms/parts.ts';
import type { Defect } from '../types.ts';

/** What the CSMS does once a BootNotificationRequest was answered Accepted. */
export const afterBoot =
  (follow: (line: StationLine) => void): Defect =>
  (parts) => {
    const honest: CsmsHandler<'BootNotification'> | undefined = parts.handlers.BootNotification;
    if (honest === undefined) return parts;
    const handler: CsmsHandler<'BootNotification'> = async (request, line) => {
      const answer = await honest(request, line);
      if ('status' in answer && answer.status === 'Accepted') line.afterwards(() => follow(line));
      return answer;
    };
    return { ...parts, handlers: { ...parts.handlers, BootNotification: handler } };
  };

/** Asks how many variables a GetVariablesRequest may hold, and then for so many at once. */
export function asksFor(count: number): Defect {
  const limit = {
    component: { name: 'DeviceDataCtrlr' },
    variable: { name: 'ItemsPerMessage', instance: 'GetVariables' },
  };
  const enabled = { component: { name: 'AuthCtrlr' }, variable: { name: 'Enabled' } };
  return afterBoot((line) => {
    line.send('GetVariables', { getVariableData: [limit] });
    line.send('GetVariables', { getVariableData: [enabled, ...Array.from({ length: count - 1 }, () => enabled)] });
  });
}
