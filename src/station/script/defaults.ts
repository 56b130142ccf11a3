import type { Action } from '../../ocpp/index.ts';
import type { Core } from '../core.ts';
import type { Incoming } from '../incoming.ts';
import { dateTime } from '../station-clock.ts';

type Defaults = Readonly<Record<string, unknown>>;

const reportRequests: readonly Action[] = ['GetBaseReport', 'GetReport'];
const logStates = { status: 'Uploading' } as const;

/** What this station would say in a request of its own, as far as the schema demands it and the station knows it. */
export function requestDefaults(
  core: Core,
  incoming: Incoming,
): Readonly<Partial<Record<Action, (given: Defaults) => Defaults>>> {
  const now = () => dateTime(core.clock.now());
  const evseId = core.evseIds[0] ?? 1;
  const connectorId = core.rig.description.evses[0]?.connectors[0]?.id ?? 1;
  const numberIn = (given: Defaults, field: string, otherwise: number) => {
    const value = given[field];
    return typeof value === 'number' ? value : otherwise;
  };
  const requestId = (...actions: Action[]) => incoming.latest(actions)?.['requestId'] ?? 0;
  const part = (...actions: Action[]) => ({
    requestId: requestId(...actions),
    seqNo: 0,
    generatedAt: now(),
    tbc: false,
  });
  const updateId = () => {
    const update = incoming.last('UpdateFirmware');
    return update === undefined ? {} : { requestId: update.requestId };
  };
  const logId = () => {
    const request = incoming.last('GetLog');
    return request === undefined ? {} : { requestId: request.requestId };
  };

  return {
    Authorize: () => ({ idToken: { idToken: '', type: 'ISO14443' } }),
    BootNotification: () => ({ ...core.boot.request() }),
    ClearedChargingLimit: () => ({ chargingLimitSource: 'EMS' }),
    DataTransfer: () => ({ vendorId: core.nameplate.vendorName }),
    FirmwareStatusNotification: ({ status }) => ({ status: 'Idle', ...(status === 'Idle' ? {} : updateId()) }),
    Heartbeat: () => ({}),
    LogStatusNotification: ({ status }) => ({ ...logStates, ...(status === 'Idle' ? {} : logId()) }),
    MeterValues: (given) => {
      const id = numberIn(given, 'evseId', evseId);
      const register = { value: core.evseIds.includes(id) ? core.rig.meter(id).energyWh : 0, context: 'Sample.Clock' };
      const sampledValue = [{ ...register, measurand: 'Energy.Active.Import.Register', unitOfMeasure: { unit: 'Wh' } }];
      return { evseId: id, meterValue: [{ timestamp: now(), sampledValue }] };
    },
    NotifyChargingLimit: () => ({ chargingLimit: { chargingLimitSource: 'EMS', isGridCritical: false } }),
    NotifyCustomerInformation: () => ({ data: '', ...part('CustomerInformation') }),
    NotifyDisplayMessages: () => ({ requestId: requestId('GetDisplayMessages'), tbc: false }),
    NotifyEVChargingNeeds: () => ({
      evseId,
      chargingNeeds: {
        requestedEnergyTransfer: 'AC_three_phase',
        acChargingParameters: { energyAmount: 20_000, evMinCurrent: 6, evMaxCurrent: 16, evMaxVoltage: 400 },
      },
    }),
    NotifyEVChargingSchedule: () => ({
      timeBase: now(),
      evseId,
      chargingSchedule: { id: 1, chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] },
    }),
    NotifyEvent: () => ({
      generatedAt: now(),
      seqNo: 0,
      tbc: false,
      eventData: [
        {
          eventId: core.connectors.nextEventId(),
          timestamp: now(),
          trigger: 'Delta',
          actualValue: core.connectors.status(evseId, connectorId),
          eventNotificationType: 'HardWiredNotification',
          component: { name: 'Connector', evse: { id: evseId, connectorId } },
          variable: { name: 'AvailabilityState' },
        },
      ],
    }),
    NotifyMonitoringReport: () => part('GetMonitoringReport'),
    NotifyReport: () => part(...reportRequests),
    PublishFirmwareStatusNotification: () => ({ status: 'Idle' }),
    ReportChargingProfiles: () => ({
      requestId: requestId('GetChargingProfiles'),
      chargingLimitSource: 'CSO',
      evseId,
      tbc: false,
      chargingProfile: [
        {
          id: 1,
          stackLevel: 0,
          chargingProfilePurpose: 'TxDefaultProfile',
          chargingProfileKind: 'Absolute',
          chargingSchedule: [
            {
              id: 1,
              chargingRateUnit: 'A',
              startSchedule: now(),
              chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }],
            },
          ],
        },
      ],
    }),
    ReservationStatusUpdate: () => ({
      reservationId: incoming.last('ReserveNow')?.id ?? 0,
      reservationUpdateStatus: 'Expired',
    }),
    SecurityEventNotification: () => ({ type: 'StartupOfTheDevice', timestamp: now() }),
    SignCertificate: () => ({ certificateType: 'ChargingStationCertificate' }),
    StatusNotification: (given) => ({
      ...core.connectors.statusNotification(
        numberIn(given, 'evseId', evseId),
        numberIn(given, 'connectorId', connectorId),
      ),
    }),
  };
}
