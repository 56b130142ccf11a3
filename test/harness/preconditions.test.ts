import { describe, expect, it } from 'vitest';
import { Inconclusive } from '../../src/harness/case/outcome.ts';
import { establishPreconditions } from '../../src/harness/device/preconditions.ts';
import { FakeStation } from './device-bench.ts';

const available = { 'Connector.AvailabilityState': 'Available' };
function ready(config: Record<string, unknown> = {}): FakeStation {
  const station = new FakeStation(config);
  Object.assign(station.variables, available);
  return station;
}
const report = (station: FakeStation, evseId: number, connectorStatus: string) =>
  station.says('StatusNotification', { evseId, connectorId: 1, connectorStatus });

describe('the general preconditions', () => {
  it('are looked at once; a case that changed nothing costs no question', async () => {
    const station = ready();
    await establishPreconditions(station.device);
    expect(station.asked).toEqual([
      'GetVariables', // ItemsPerMessage
      'GetVariables',
      'TriggerMessage',
      'TriggerMessage',
      'GetTransactionStatus',
      'GetVariables', // connectors
      'GetChargingProfiles',
      'GetDisplayMessages',
      'GetMonitoringReport',
    ]);
    station.forget();
    await establishPreconditions(station.device);
    expect(station.asked).toEqual([]);
  });

  it('ask nothing of blocks that the conformance statement denies', async () => {
    const station = ready({
      pics: { SmartCharging: false, 'UI-0': false, 'DM-0': false, 'C-29.3': false, 'C-29.4': false },
    });
    await establishPreconditions(station.device);
    expect(new Set(station.asked)).toEqual(new Set(['GetVariables', 'GetTransactionStatus']));
  });

  it('look again at what a case has changed, and at nothing else', async () => {
    const station = ready();
    station.answers = { SetChargingProfile: { status: 'Accepted' }, ClearChargingProfile: { status: 'Accepted' } };
    await establishPreconditions(station.device);
    await station.request('SetChargingProfile', { evseId: 1, chargingProfile: { id: 1 } });
    await station.device.restore('case');
    station.forget();
    await establishPreconditions(station.device);
    expect(station.asked).toEqual(['GetChargingProfiles']);
  });

  it('never ask for more variables at once than the station takes', async () => {
    const station = ready();
    station.answers = {
      GetVariables: ({ getVariableData }) => {
        const data = getVariableData as { variable: { name: string } }[];
        const value = (name: string) => (name === 'ItemsPerMessage' ? '2' : 'Available');
        return {
          getVariableResult: data.map((each) => ({
            ...each,
            attributeStatus: 'Accepted',
            attributeValue: value(each.variable.name),
          })),
        };
      },
    };
    await establishPreconditions(station.device);
    const sizes = station.sent('GetVariables').map(({ getVariableData }) => (getVariableData as unknown[]).length);
    expect(sizes[0]).toBe(1);
    expect(Math.max(...sizes)).toBe(2);
  });

  it('switch LocalPreAuthorize off until the run ends', async () => {
    const station = ready();
    station.variables['AuthCtrlr.LocalPreAuthorize'] = 'true';
    await establishPreconditions(station.device);
    expect(station.variables['AuthCtrlr.LocalPreAuthorize']).toBe('false');
    await station.device.restore('case');
    expect(station.variables['AuthCtrlr.LocalPreAuthorize']).toBe('false');
    await station.device.restore('run');
    expect(station.variables['AuthCtrlr.LocalPreAuthorize']).toBe('true');
  });

  it('put the heartbeat interval back at the end: answers to boots overwrite it', async () => {
    const station = ready();
    station.variables['OCPPCommCtrlr.HeartbeatInterval'] = '300';
    await establishPreconditions(station.device);
    station.variables['OCPPCommCtrlr.HeartbeatInterval'] = '60';
    await station.device.restore('run');
    expect(station.variables['OCPPCommCtrlr.HeartbeatInterval']).toBe('300');
  });

  it('clear the charging profiles of the owner and bring them back', async () => {
    const station = ready();
    const [own, grid] = [
      { id: 4, chargingProfilePurpose: 'TxDefaultProfile' },
      { id: 5, chargingProfilePurpose: 'ChargingStationExternalConstraints' },
    ];
    station.answers = {
      GetChargingProfiles: station.reports(
        'ReportChargingProfiles',
        { evseId: 1, chargingProfile: [own], tbc: true },
        { evseId: 0, chargingProfile: [grid] },
      ),
      ClearChargingProfile: { status: 'Accepted' },
      SetChargingProfile: { status: 'Accepted' },
    };
    await establishPreconditions(station.device);
    expect(station.sent('ClearChargingProfile')).toEqual([{ chargingProfileId: 4 }]);
    await station.device.restore('run');
    expect(station.sent('SetChargingProfile')).toEqual([{ evseId: 1, chargingProfile: own }]);
  });

  it('delete custom monitors by FactoryDefault and bring back what is missing then', async () => {
    const station = ready();
    const monitor = (name: string, id: number) => ({
      component: { name: 'C' },
      variable: { name },
      variableMonitoring: [{ id, transaction: false, value: 1, type: 'Delta', severity: 4 }],
    });
    let monitors = [monitor('Own', 1), monitor('Factory', 2)];
    station.answers = {
      GetMonitoringReport: (request) =>
        station.reports('NotifyMonitoringReport', { seqNo: 0, monitor: monitors })(request),
      SetMonitoringBase: ({ monitoringBase }) => {
        if (monitoringBase === 'FactoryDefault') monitors = [monitor('Factory', 2)];
        return { status: 'Accepted' };
      },
      SetVariableMonitoring: { setMonitoringResult: [{ status: 'Accepted', id: 9 }] },
    };
    await establishPreconditions(station.device);
    await station.device.restore('run');
    expect(station.sent('SetVariableMonitoring')).toEqual([
      {
        setMonitoringData: [
          {
            component: { name: 'C' },
            variable: { name: 'Own' },
            type: 'Delta',
            value: 1,
            severity: 4,
            transaction: false,
          },
        ],
      },
    ]);
  });
});

describe('a connector that is not available', () => {
  it('is asked for first: a report on its way says nothing', async () => {
    const station = ready();
    report(station, 1, 'Occupied');
    await establishPreconditions(station.device);
    expect(station.stage.acts).toEqual([]);
  });

  it('with a transaction nobody told of is freed: asked, stopped, unplugged', async () => {
    const station = ready();
    station.variables['Connector.AvailabilityState'] = 'Occupied';
    station.answers = {
      TriggerMessage: ({ requestedMessage }) => {
        if (requestedMessage === 'TransactionEvent')
          station.says('TransactionEvent', { eventType: 'Updated', transactionInfo: { transactionId: 'tx' } });
        return { status: requestedMessage === 'TransactionEvent' ? 'Accepted' : 'Rejected' };
      },
      RequestStopTransaction: { status: 'Accepted' },
    };
    station.stage.rigDoes = ({ act }) => {
      if (act === 'unplug') {
        station.variables['Connector.AvailabilityState'] = 'Available';
        for (const evse of [1, 2]) report(station, evse, 'Available');
      }
      return { outcome: 'done' };
    };
    await establishPreconditions(station.device);
    expect(station.sent('RequestStopTransaction')).toEqual([{ transactionId: 'tx' }]);
    expect(station.stage.acts).toContainEqual({ act: 'unplug', evse: 1 });
  });

  it('because it is out of service is made operative, and put out of service again at the end', async () => {
    const station = ready();
    station.variables['Connector.AvailabilityState'] = 'Unavailable';
    station.variables['EVSE.AvailabilityState'] = 'Unavailable';
    station.variables['ChargingStation.AvailabilityState'] = 'Unavailable';
    station.answers = {
      ChangeAvailability: ({ operationalStatus }) => {
        if (operationalStatus === 'Operative') for (const evse of [1, 2]) report(station, evse, 'Available');
        return { status: 'Accepted' };
      },
    };
    await establishPreconditions(station.device);
    await station.device.restore('run');
    const orders = station.sent('ChangeAvailability');
    expect(orders[0]).toEqual({ operationalStatus: 'Operative' });
    expect(orders.at(-1)).toEqual({ operationalStatus: 'Inoperative' });
  });

  it.each([
    ['Reserved', 'preamble', /connector 1 of EVSE 1 is Reserved .*cancel the reservation/],
    ['Faulted', 'sut-not-ready', /connector 1 of EVSE 1 is Faulted .*clear the fault/],
  ] as const)('%s keeps a case from being judged', async (status, blame, message) => {
    const station = ready();
    station.variables['Connector.AvailabilityState'] = status;
    const refused = establishPreconditions(station.device);
    const outcome = expect(refused).rejects.toThrow(Inconclusive);
    await station.stage.clock.pass(60);
    await outcome;
    await refused.catch((error: unknown) => {
      expect(error).toMatchObject({ blame, message: expect.stringMatching(message) });
    });
    expect(station.device.due.has('connectors')).toBe(true);
  });
});

describe('a station that is busy', () => {
  it('installing firmware is not judged', async () => {
    const station = ready();
    station.answers = {
      TriggerMessage: ({ requestedMessage }) => {
        if (requestedMessage === 'FirmwareStatusNotification')
          void Promise.resolve().then(() => station.says('FirmwareStatusNotification', { status: 'Installing' }));
        return { status: requestedMessage === 'FirmwareStatusNotification' ? 'Accepted' : 'NotImplemented' };
      },
    };
    await expect(establishPreconditions(station.device)).rejects.toThrow(/busy: .* says Installing/);
  });
});
