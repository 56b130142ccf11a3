import type { StatusNotificationRequest } from '../ocpp/generated/messages/StatusNotificationRequest.ts';
import type { CallOutcome } from '../transport/types.ts';
import type { Core, SendOptions } from './core.ts';
import { dateTime } from './station-clock.ts';

export type ConnectorStatus = StatusNotificationRequest['connectorStatus'];

/** What the CSMS is told about connectors (G01, B04), and whether an EVSE may charge. */
export interface Connectors {
  status(evseId: number, connectorId: number): ConnectorStatus;
  /** Tells what has changed at one EVSE, or everywhere. */
  refresh(evseId?: number): void;
  /** Every connector, changed or not (B01.FR.05). */
  tellAll(): void;
  tell(evseId: number, connectorId: number, options?: SendOptions): Promise<CallOutcome>;
  /** Neither faulted nor inoperative. */
  mayCharge(evseId: number): boolean;
  /** The retention lock failed or works again (G05.FR.02). */
  lockProblem(evseId: number, connectorId: number, problem: boolean): void;
  statusNotification(evseId: number, connectorId: number): StatusNotificationRequest;
  nextEventId(): number;
  forget(): void;
}

type Where = { evseId: number; connectorId: number };

export function createConnectors(core: Core): Connectors {
  const all: readonly Where[] = core.rig.description.evses.flatMap(({ id, connectors }) =>
    connectors.map((connector) => ({ evseId: id, connectorId: connector.id })),
  );
  const told = new Map<string, ConnectorStatus>();
  const lockProblems = new Set<string>();
  const keyOf = ({ evseId, connectorId }: Where) => `${evseId}.${connectorId}`;

  const faulted = (evseId: number) => core.rig.faults.some(({ evse }) => evse === undefined || evse === evseId);

  function status(evseId: number, connectorId: number): ConnectorStatus {
    if (faulted(evseId)) return 'Faulted';
    if (!core.availability.operative(evseId, connectorId)) return 'Unavailable';
    const connector = core.rig.sense(evseId).connectors.find(({ id }) => id === connectorId);
    return connector?.plugged || connector?.half ? 'Occupied' : 'Available';
  }

  function statusNotification(evseId: number, connectorId: number): StatusNotificationRequest {
    const timestamp = dateTime(core.clock.now());
    return { evseId, connectorId, connectorStatus: status(evseId, connectorId), timestamp };
  }

  function nextEventId(): number {
    const id = (core.store.get<number>('event id') ?? 0) + 1;
    core.store.set('event id', id);
    return id;
  }

  function event(component: string, variable: string, where: Where, actualValue: string) {
    const timestamp = dateTime(core.clock.now());
    return {
      generatedAt: timestamp,
      seqNo: 0,
      tbc: false,
      eventData: [
        {
          eventId: nextEventId(),
          timestamp,
          trigger: 'Delta' as const,
          actualValue,
          eventNotificationType: 'HardWiredNotification' as const,
          component: { name: component, evse: { id: where.evseId, connectorId: where.connectorId } },
          variable: { name: variable },
        },
      ],
    };
  }

  async function tell(evseId: number, connectorId: number, options?: SendOptions): Promise<CallOutcome> {
    const now = status(evseId, connectorId);
    const where = { evseId, connectorId };
    core.setVariable('Connector', 'AvailabilityState', now, where);
    if (core.features.connectorStatus === 'NotifyEvent' && !options?.asked)
      return core.sendNow('NotifyEvent', event('Connector', 'AvailabilityState', where, now), options);
    return core.sendNow('StatusNotification', statusNotification(evseId, connectorId), options);
  }

  /** Tells and remembers; what could not be told stays different and is told later (B04.FR.02). */
  function announce(where: Where): void {
    core.setVariable('Connector', 'AvailabilityState', status(where.evseId, where.connectorId), where);
    sumUp(where.evseId);
    if (!core.online) return;
    told.set(keyOf(where), status(where.evseId, where.connectorId));
    void tell(where.evseId, where.connectorId).then((outcome) => {
      if (outcome.kind === 'closed') told.delete(keyOf(where));
    });
  }

  /** AvailabilityState of what the connectors belong to. */
  function sumUp(evseId: number): void {
    const ofEvse = (id: number) => all.filter((one) => one.evseId === id).map((one) => status(id, one.connectorId));
    const busy = ofEvse(evseId).find((state) => state === 'Occupied' || state === 'Faulted') ?? ofEvse(evseId)[0];
    core.setVariable('EVSE', 'AvailabilityState', busy ?? 'Available', { evseId });
    const states = core.evseIds.flatMap(ofEvse);
    const [first = 'Available'] = states;
    core.setVariable(
      'ChargingStation',
      'AvailabilityState',
      states.every((one) => one === first) ? first : 'Available',
    );
  }

  const changed = (where: Where) => told.get(keyOf(where)) !== status(where.evseId, where.connectorId);

  return {
    status,
    refresh(evseId) {
      for (const where of all) if ((evseId === undefined || evseId === where.evseId) && changed(where)) announce(where);
    },
    tellAll() {
      for (const where of all) announce(where);
    },
    tell,
    mayCharge(evseId) {
      const connectorId = core.rig.sense(evseId).connectors.find(({ plugged }) => plugged)?.id ?? 1;
      return !faulted(evseId) && core.availability.operative(evseId, connectorId);
    },
    lockProblem(evseId, connectorId, problem) {
      const where = { evseId, connectorId };
      if (lockProblems.has(keyOf(where)) === problem) return;
      if (problem) lockProblems.add(keyOf(where));
      else lockProblems.delete(keyOf(where));
      if (core.online)
        void core.sendNow('NotifyEvent', event('ConnectorPlugRetentionLock', 'Problem', where, String(problem)));
    },
    statusNotification,
    nextEventId,
    forget() {
      told.clear();
      lockProblems.clear();
    },
  };
}
