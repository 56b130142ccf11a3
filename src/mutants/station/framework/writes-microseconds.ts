import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** The time of a StatusNotificationRequest has six decimals of a second. */
export const writesMicroseconds: StationMutant = {
  name: 'writes-microseconds',
  role: 'station',
  requirement: 'Part 2, 2.1.4',
  cases: [{ id: 'TC_B_01_CS', check: 'monitor/time-format' }],
  harmless: 'TC_B_06_CS',
  apply: changingRequest('StatusNotification', (request) => ({
    ...request,
    timestamp: request.timestamp.replace(/\.(\d{3})Z$/, '.$1000Z'),
  })),
};
