import type { Action } from '../../ocpp/index.ts';
import type { CallOutcome } from '../../transport/types.ts';
import type { Change, Undo } from './journal.ts';
import { availability, certificates, localList, monitoringSettings, variables } from './old-values.ts';
import { type DevicePort, isRecord, type Payload, records } from './port.ts';

/** What general preconditions look at; a case that changed one has it looked at again before the next case. */
export type Topic = 'connectors' | 'charging profiles' | 'display messages' | 'monitors';

/** What a request of a CSMS does to a charging station that outlasts the case. */
export type Effect =
  /** Nothing that outlasts it, or only what `why` says puts it right. */
  | { readonly kind: 'harmless'; readonly why: string }
  | {
      readonly kind: 'changes';
      readonly topic?: Topic;
      /** What it is about to change and how that is put back, asked of the device where it must be. */
      readonly before: (
        port: DevicePort,
        payload: Payload,
        known: (what: string) => boolean,
      ) => Promise<Change[]> | Change[];
      /** What only the answer tells. */
      readonly after?: (payload: Payload, answer: Payload) => Change[];
    };

const harmless = (why: string): Effect => ({ kind: 'harmless', why });
const byRequest = (action: Action, payload: Payload, ...settled: string[]): Undo => ({
  by: 'request',
  action,
  payload,
  settled,
});
const named = (what: string, why: string): Change => ({ what, undo: { by: 'nothing', why } });
/** Always the same change, made known but not put back. */
const onlyNamed = (what: (payload: Payload) => string, why: string): Effect => ({
  kind: 'changes',
  before: (_port, payload) => [named(what(payload), why)],
});

const atStart = 'what was there before the run is on record since its start';

const monitorIds = (payload: Payload, answer: Payload): Change[] =>
  records(answer['setMonitoringResult'])
    .filter(({ status, id }) => status === 'Accepted' && typeof id === 'number')
    .map(({ id }) => ({
      what: `monitor ${String(id)}`,
      undo: byRequest('ClearVariableMonitoring', { id: [id] }, 'Accepted', 'NotFound'),
    }))
    .concat(records(payload['setMonitoringData']).flatMap(overruled));
/** N04: the id of a preconfigured monitor overrules it. */
const overruled = ({ id }: Payload): Change[] =>
  id === undefined
    ? []
    : [
        named(
          `former settings of monitor ${String(id)}`,
          'they cannot be read back; SetMonitoringBase FactoryDefault brings a preconfigured one back (N03.FR.04)',
        ),
      ];

/** Every request that a CSMS may send to a charging station. */
export const effects = {
  CancelReservation: harmless('only reservations of the case are cancelled; those of others cannot be listed'),
  CertificateSigned: onlyNamed(
    () => 'the station certificate',
    'it was renewed, and the private key of the former one never leaves the station; sign a new one from your CSMS',
  ),
  ChangeAvailability: { kind: 'changes', topic: 'connectors', before: (_port, payload) => availability(payload) },
  ClearCache: onlyNamed(
    () => 'the authorization cache',
    'it was cleared; entries come back as their tokens are presented',
  ),
  ClearChargingProfile: harmless(atStart),
  ClearDisplayMessage: harmless(atStart),
  ClearVariableMonitoring: harmless(atStart),
  CostUpdated: harmless('shown until the transaction ends'),
  CustomerInformation: {
    kind: 'changes',
    before: (_port, { clear }) =>
      clear === true ? [named('customer information', 'it was deleted at the station as the case asks')] : [],
  },
  DataTransfer: {
    kind: 'changes',
    before: () => [],
    after: ({ vendorId }, { status }) =>
      status === 'Accepted'
        ? [
            named(
              `DataTransfer of ${String(vendorId)}`,
              "it was accepted; what a vendor's own message changes is not known",
            ),
          ]
        : [],
  },
  DeleteCertificate: { kind: 'changes', before: certificates },
  GetBaseReport: harmless('it reads'),
  GetChargingProfiles: harmless('it reads'),
  GetCompositeSchedule: harmless('it reads'),
  GetDisplayMessages: harmless('it reads'),
  GetInstalledCertificateIds: harmless('it reads'),
  GetLocalListVersion: harmless('it reads'),
  GetLog: harmless('it reads'),
  GetMonitoringReport: harmless('it reads'),
  GetReport: harmless('it reads'),
  GetTransactionStatus: harmless('it reads'),
  GetVariables: harmless('it reads'),
  InstallCertificate: { kind: 'changes', before: certificates },
  PublishFirmware: {
    kind: 'changes',
    before: (_port, { checksum }) => [
      {
        what: `published firmware ${String(checksum)}`,
        undo: byRequest('UnpublishFirmware', { checksum }, 'Unpublished', 'NoFirmware'),
      },
    ],
  },
  RequestStartTransaction: harmless('every transaction is on record from its first event and ended after the case'),
  RequestStopTransaction: harmless('it ends a transaction of the case'),
  ReserveNow: {
    kind: 'changes',
    topic: 'connectors',
    // H02.FR.01: a reservation that is gone already is answered Rejected.
    before: (_port, { id }) => [
      {
        what: `reservation ${String(id)}`,
        undo: byRequest('CancelReservation', { reservationId: id }, 'Accepted', 'Rejected'),
      },
    ],
  },
  Reset: harmless('what a station keeps outlasts a reset'),
  SendLocalList: { kind: 'changes', before: localList },
  SetChargingProfile: {
    kind: 'changes',
    topic: 'charging profiles',
    before: (_port, { chargingProfile }) => {
      const chargingProfileId = isRecord(chargingProfile) ? chargingProfile['id'] : undefined;
      return [
        {
          what: `charging profile ${String(chargingProfileId)}`,
          undo: byRequest('ClearChargingProfile', { chargingProfileId }, 'Accepted', 'Unknown'),
        },
      ];
    },
  },
  SetDisplayMessage: {
    kind: 'changes',
    topic: 'display messages',
    before: (_port, { message }) => {
      const id = isRecord(message) ? message['id'] : undefined;
      return [
        {
          what: `display message ${String(id)}`,
          undo: byRequest('ClearDisplayMessage', { id }, 'Accepted', 'Unknown'),
        },
      ];
    },
  },
  SetMonitoringBase: { kind: 'changes', topic: 'monitors', before: monitoringSettings },
  SetMonitoringLevel: { kind: 'changes', before: monitoringSettings },
  SetNetworkProfile: onlyNamed(
    ({ configurationSlot }) => `network connection profile in slot ${String(configurationSlot)}`,
    'it was overwritten, and the former one cannot be read back; write it again from your CSMS',
  ),
  SetVariableMonitoring: { kind: 'changes', topic: 'monitors', before: () => [], after: monitorIds },
  SetVariables: { kind: 'changes', before: variables },
  TriggerMessage: harmless('it only asks for a message; a renewed certificate is CertificateSigned'),
  UnlockConnector: harmless('the lock follows the cable'),
  UnpublishFirmware: {
    kind: 'changes',
    before: (_port, { checksum }, known) =>
      known(`published firmware ${String(checksum)}`)
        ? []
        : [named(`published firmware ${String(checksum)}`, 'it was unpublished; publish it again from your CSMS')],
  },
  UpdateFirmware: onlyNamed(
    () => 'the firmware',
    'an update was accepted; if it was installed, put the former version back with your own tools',
  ),
} satisfies Partial<Record<Action, Effect>>;

export const effectOf = (action: string): Effect | undefined =>
  Object.hasOwn(effects, action) ? effects[action as keyof typeof effects] : undefined;

const took = /^(?:Accepted|AcceptedCanceled|RebootRequired|Scheduled|Unpublished|DownloadOngoing)$/;

/** The answer says that nothing was changed; silence and a lost link say nothing. */
export function changedNothing(outcome: CallOutcome, statuses: readonly string[]): boolean {
  if (outcome.kind === 'error') return true;
  return outcome.kind === 'result' && statuses.length > 0 && !statuses.some((status) => took.test(status));
}
