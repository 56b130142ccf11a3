import type { Requests } from '../../../ocpp/index.ts';
import type { Defect } from '../types.ts';
import { serving } from './answers.ts';
import { changingRequest } from './requests.ts';
import { together } from './together.ts';

/** Changes the parts of a ConfigurationInventory, and of no other report. */
export function inConfigurationInventory(
  change: (report: Requests['NotifyReport']) => Requests['NotifyReport'],
): Defect {
  return (parts) => {
    const asked = new Set<number>();
    const listen = serving('GetBaseReport', (request, honest) => {
      if (request.reportBase === 'ConfigurationInventory') asked.add(request.requestId);
      return honest(request);
    });
    const touch = changingRequest('NotifyReport', (report) => (asked.has(report.requestId) ? change(report) : report));
    return together(listen, touch)(parts);
  };
}
