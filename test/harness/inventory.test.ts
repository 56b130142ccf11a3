import { describe, expect, it } from 'vitest';
import { inventoryDifferences, takeInventory } from '../../src/harness/device/inventory.ts';
import { FakeStation } from './device-bench.ts';

const variable = (name: string, value: string | undefined, type = 'Actual') => ({
  component: { name: 'C' },
  variable: { name },
  variableAttribute: [{ type, ...(value === undefined ? {} : { value }) }],
});

describe('the inventory of a device', () => {
  it('holds what lasts, by name, from every report that the station gives', async () => {
    const station = new FakeStation();
    station.answers = {
      GetBaseReport: station.reports(
        'NotifyReport',
        { seqNo: 0, tbc: true, reportData: [variable('A', '1'), variable('Secret', undefined)] },
        { seqNo: 1, reportData: [variable('B', '2', 'Target'), variable('Temperature', '21')] },
      ),
      GetChargingProfiles: station.reports('ReportChargingProfiles', { evseId: 1, chargingProfile: [{ id: 3 }] }),
      GetLocalListVersion: { versionNumber: 7 },
    };
    station.says('StatusNotification', { evseId: 1, connectorId: 1, connectorStatus: 'Available' });
    expect(await takeInventory(station.device)).toEqual({
      'variable C.A': '1',
      'variable C.Secret': 'no value',
      'variable C.B Target': '2',
      'charging profile 3': '{"evseId":1,"profile":{"id":3}}',
      'connector 1.1': 'Available',
      'local list version': '7',
    });
  });

  it('compares by name: what is new, gone or other; the order of fields is none', () => {
    expect(inventoryDifferences({ a: '1', b: '2', c: '3' }, { a: '1', b: '9', d: '4' })).toEqual([
      { what: 'b', before: '2', after: '9' },
      { what: 'c', before: '3', after: undefined },
      { what: 'd', before: undefined, after: '4' },
    ]);
  });
});
