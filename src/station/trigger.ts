import type { TriggerMessageRequest } from '../ocpp/generated/messages/TriggerMessageRequest.ts';
import { type Action, isAction } from '../ocpp/index.ts';
import type { Core } from './core.ts';
import type { Handlers } from './parts.ts';

type Status = 'Accepted' | 'Rejected' | 'NotImplemented';
type Evse = TriggerMessageRequest['evse'];
const asked = { asked: true } as const;
const actionOf = (name: TriggerMessageRequest['requestedMessage']): Action =>
  isAction(name) ? name : 'SignCertificate';

/** TriggerMessage (F06): what this block can send itself; the rest belongs to modules. */
export function triggerHandlers(core: Core): Handlers {
  const sessionsOf = (evse: Evse) =>
    core.control.sessions.filter(({ evseId }) => evse === undefined || evse.id === 0 || evse.id === evseId);

  function statusNotification(evse: Evse): Status {
    if (evse?.connectorId === undefined) return 'Rejected'; // F06.FR.12
    const { id, connectorId } = evse;
    const known = core.rig.description.evses
      .find((one) => one.id === id)
      ?.connectors.some((one) => one.id === connectorId);
    if (known !== true) return 'Rejected';
    core.afterAnswer(() => void core.connectors.tell(id, connectorId, asked));
    return 'Accepted';
  }

  function transactionEvent(evse: Evse): Status {
    const sessions = sessionsOf(evse).filter(({ transaction }) => transaction !== undefined);
    if (sessions.length === 0) return 'Rejected';
    core.afterAnswer(() => {
      for (const session of sessions) core.meter.tellTriggered(session);
    });
    return 'Accepted';
  }

  function meterValues(evse: Evse): Status {
    const sessions = sessionsOf(evse);
    if (sessions.length === 0) return 'Rejected';
    core.afterAnswer(() => {
      for (const { evseId } of sessions) void core.meter.send(evseId, 'Trigger', asked);
    });
    return 'Accepted';
  }

  function ofModule(name: TriggerMessageRequest['requestedMessage'], evse: Evse): Status {
    const trigger = core.modules.map(({ triggers }) => triggers?.[name]).find((one) => one !== undefined);
    if (trigger === undefined) return 'NotImplemented'; // F06.FR.08
    core.asked(actionOf(name));
    return trigger(evse?.id);
  }

  function serve({ requestedMessage, evse }: TriggerMessageRequest): Status {
    switch (requestedMessage) {
      case 'BootNotification':
        if (core.boot.status === 'Accepted') return 'Rejected'; // F06.FR.17
        core.afterAnswer(() => void core.boot.send(asked, 'Triggered'));
        return 'Accepted';
      case 'Heartbeat':
        core.afterAnswer(() => void core.heartbeat.send(asked));
        return 'Accepted';
      case 'StatusNotification':
        return statusNotification(evse);
      case 'TransactionEvent':
        return transactionEvent(evse);
      case 'MeterValues':
        return meterValues(evse);
      default:
        return ofModule(requestedMessage, evse);
    }
  }

  return { TriggerMessage: (request) => ({ status: serve(request) }) };
}
