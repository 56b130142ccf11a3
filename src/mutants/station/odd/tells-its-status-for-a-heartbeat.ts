import { writeFrame } from '../../../ocpp/index.ts';
import { writing } from '../../laying/framing.ts';
import type { StationMutant } from '../types.ts';

/** Whenever a heartbeat is due it tells the status of a connector once more: that is no silence. */
export const tellsItsStatusForAHeartbeat: StationMutant = {
  name: 'tells-its-status-for-a-heartbeat',
  role: 'station',
  requirement: 'G02.FR.02',
  odd: true,
  cases: [{ id: 'X_G_01_CS' }],
  apply: writing((frame, text) => {
    if (frame.kind !== 'call' || frame.action !== 'Heartbeat') return [text];
    const timestamp = new Date(0).toISOString(); // the status has not changed since
    const payload = { evseId: 1, connectorId: 1, connectorStatus: 'Available', timestamp };
    return [writeFrame({ ...frame, action: 'StatusNotification', payload })];
  }),
};
