import { numbering } from '../../laying/framing.ts';
import type { StationMutant } from '../types.ts';

/** Every StatusNotificationRequest has the same message id. */
export const reusesItsMessageIds: StationMutant = {
  name: 'reuses-its-message-ids',
  role: 'station',
  requirement: 'Part 4, 4.1.4',
  cases: [{ id: 'TC_B_01_CS', check: 'monitor/message-ids' }],
  harmless: 'TC_B_06_CS',
  apply: numbering((action) => (action === 'StatusNotification' ? 'status-notification' : undefined)),
};
