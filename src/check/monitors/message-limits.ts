import type { Level } from '../verdict.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

/** What bounds a request of the CSMS: the list that is counted, the variables that say how much, and the requirement. */
interface Bound {
  readonly list: string;
  readonly items: string;
  readonly bytes: string;
  readonly requirement: string;
  /** Of the number of items; only some of these requirements say SHALL NOT. */
  readonly level: Level;
  /** Of the number of bytes. */
  readonly byteLevel: Level;
}
const bounds: Readonly<Record<string, Bound>> = {
  SetVariables: {
    list: 'setVariableData',
    items: 'DeviceDataCtrlr.ItemsPerMessage[SetVariables]',
    bytes: 'DeviceDataCtrlr.BytesPerMessage[SetVariables]',
    requirement: 'B05.FR.11',
    level: 'SHALL',
    byteLevel: 'SHOULD',
  },
  GetVariables: {
    list: 'getVariableData',
    items: 'DeviceDataCtrlr.ItemsPerMessage[GetVariables]',
    bytes: 'DeviceDataCtrlr.BytesPerMessage[GetVariables]',
    requirement: 'B06.FR.05',
    level: 'SHALL',
    byteLevel: 'SHOULD',
  },
  GetReport: {
    list: 'componentVariable',
    items: 'DeviceDataCtrlr.ItemsPerMessage[GetReport]',
    bytes: 'DeviceDataCtrlr.BytesPerMessage[GetReport]',
    requirement: 'B08.FR.06',
    level: 'SHOULD',
    byteLevel: 'SHOULD',
  },
  GetMonitoringReport: {
    list: 'componentVariable',
    items: 'DeviceDataCtrlr.ItemsPerMessage[GetReport]',
    bytes: 'DeviceDataCtrlr.BytesPerMessage[GetReport]',
    requirement: 'N02.FR.07',
    level: 'SHOULD',
    byteLevel: 'SHOULD',
  },
  SendLocalList: {
    list: 'localAuthorizationList',
    items: 'LocalAuthListCtrlr.ItemsPerMessage',
    bytes: 'LocalAuthListCtrlr.BytesPerMessage',
    requirement: 'D01.FR.11',
    level: 'SHOULD',
    byteLevel: 'SHOULD',
  },
  SetVariableMonitoring: {
    list: 'setMonitoringData',
    items: 'MonitoringCtrlr.ItemsPerMessage[SetVariableMonitoring]',
    bytes: 'MonitoringCtrlr.BytesPerMessage[SetVariableMonitoring]',
    requirement: 'N04.FR.09',
    level: 'SHOULD',
    byteLevel: 'SHOULD',
  },
  ClearVariableMonitoring: {
    list: 'id',
    items: 'MonitoringCtrlr.ItemsPerMessage[ClearVariableMonitoring]',
    bytes: 'MonitoringCtrlr.BytesPerMessage[ClearVariableMonitoring]',
    requirement: 'N06.FR.04',
    level: 'SHALL',
    byteLevel: 'SHALL',
  },
};

const encoder = new TextEncoder();

/** A number that the device has said; 0 and what is no number bound nothing. */
function said(value: string | undefined): number {
  const bound = Number(value ?? 0);
  return bound > 0 ? bound : Number.POSITIVE_INFINITY;
}

/**
 * The CSMS sends no more items and bytes than the station said it can take: where it said so on the wire of this case. Bytes are
 * those of the payload, the least that may be meant. How the station answers is left to it (B06.FR.16, B08.FR.17: MAY).
 */
export const messageLimits: Monitor = {
  name: 'message-limits',
  requirements: [...new Set(Object.values(bounds).map(({ requirement }) => requirement))],
  level: 'SHALL',
  watch: ({ variable }) => ({
    see(event) {
      if (event.type !== 'frame' || event.frame.kind !== 'call' || event.sender !== 'CSMS') return nothing;
      const { action, payload } = event.frame;
      const bound = bounds[action];
      if (bound === undefined || variable === undefined) return nothing;
      const { requirement, level, byteLevel } = bound;
      const events = [event.sequence];
      const found: Sighting[] = [];
      const list: unknown = payload[bound.list];
      const most = said(variable(bound.items));
      if (Array.isArray(list) && list.length > most) {
        const message = `a ${action}Request has more items than ${bound.items} allows`;
        found.push({ requirement, level, message, expected: `at most ${most}`, actual: `${list.length}`, events });
      }
      const mostBytes = said(variable(bound.bytes));
      const bytes = mostBytes === Number.POSITIVE_INFINITY ? 0 : encoder.encode(JSON.stringify(payload)).length;
      if (bytes > mostBytes) {
        const message = `a ${action}Request has more bytes than ${bound.bytes} allows`;
        const expected = `at most ${mostBytes}`;
        found.push({ requirement, level: byteLevel, message, expected, actual: `${bytes}`, events });
      }
      return found;
    },
  }),
};
