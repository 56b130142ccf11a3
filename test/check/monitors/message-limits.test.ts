import { describe, expect, it } from 'vitest';
import { messageLimits } from '../../../src/check/monitors/message-limits.ts';
import { csms, judged, Stream, said } from './stream.ts';

const place = { component: { name: 'AuthCtrlr' }, variable: { name: 'Enabled' } };
const get = (items: number, stream = new Stream()) =>
  stream.exchange(csms, 'GetVariables', { getVariableData: Array.from({ length: items }, () => place) });
const limited = (name: string, value: string) => new Stream().variables({ [name]: value });
const items = 'DeviceDataCtrlr.ItemsPerMessage[GetVariables]';
const sut = { sut: csms };

describe('monitor message-limits', () => {
  it('good: as many as the station says; odd: any number where it has said nothing, or 0', () => {
    expect(said(messageLimits, get(4, limited(items, '4')))).toEqual([]);
    expect(said(messageLimits, get(400))).toEqual([]);
    expect(said(messageLimits, get(4, limited(items, '0')))).toEqual([]);
    expect(said(messageLimits, get(4, limited('DeviceDataCtrlr.ItemsPerMessage[SetVariables]', '1')))).toEqual([]);
  });
  it('bad: one more than the station says', () => {
    expect(judged(messageLimits, get(5, limited(items, '4')), sut).checks).toMatchObject([
      {
        id: 'monitor/message-limits',
        requirement: 'B06.FR.05',
        result: 'fail',
        expected: 'at most 4',
        actual: '5',
        events: [3],
      },
    ]);
    expect(judged(messageLimits, get(5, limited(items, '4'))).checks).toMatchObject([{ result: 'error' }]);
  });
  it('bytes are a warning where no requirement forbids them', () => {
    const bytes = 'DeviceDataCtrlr.BytesPerMessage[GetVariables]';
    expect(judged(messageLimits, get(1, limited(bytes, '50')), sut).checks).toMatchObject([{ result: 'warning' }]);
    expect(judged(messageLimits, get(1, limited(bytes, '500')), sut).checks).toEqual([]);
    const clear = limited('MonitoringCtrlr.BytesPerMessage[ClearVariableMonitoring]', '10');
    clear.exchange(csms, 'ClearVariableMonitoring', { id: [1, 2, 3] });
    expect(judged(messageLimits, clear, sut).checks).toMatchObject([{ requirement: 'N06.FR.04', result: 'fail' }]);
  });
  it('a local list is limited too, without an instance', () => {
    const entry = { idToken: { idToken: 'A', type: 'Central' } };
    const stream = limited('LocalAuthListCtrlr.ItemsPerMessage', '1');
    stream.exchange(csms, 'SendLocalList', {
      versionNumber: 1,
      updateType: 'Full',
      localAuthorizationList: [entry, entry],
    });
    expect(judged(messageLimits, stream, sut).checks).toMatchObject([{ requirement: 'D01.FR.11', result: 'warning' }]);
  });
});
