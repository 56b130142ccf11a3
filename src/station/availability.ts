import type { Core } from './core.ts';
import type { Handlers } from './parts.ts';

type Operational = 'Operative' | 'Inoperative';

/** Operational status by scope, persistent (G03.FR.08, G04.FR.09, B01.FR.07). */
export interface Availability {
  readonly handlers: Handlers;
  /** A connector stays operative as long as the transaction lasts that was going on when it was made Inoperative (G03.FR.05). */
  operative(evseId: number, connectorId: number): boolean;
  /** Changes that waited for a transaction take place. */
  transactionEnded(evseId: number): void;
  /** Not persistent: while firmware is installed. */
  setForUpdate(inoperative: boolean): void;
}

const statusKey = 'operational status';

export function createAvailability(core: Core): Availability {
  let updating = false;
  /** By `station`, `1` (EVSE), `1.2` (connector). */
  const load = () => core.store.get<Record<string, Operational>>(statusKey) ?? {};

  const inTransaction = (evseId: number | undefined, connectorId: number | undefined) =>
    core
      .transactions()
      .some(
        (transaction) =>
          (evseId === undefined || transaction.evseId === evseId) &&
          (connectorId === undefined || (transaction.connectorId ?? connectorId) === connectorId),
      );

  function changed(): void {
    core.control.regulate();
    core.connectors.refresh();
  }

  const rejected = (reasonCode: string, additionalInfo: string) => ({
    status: 'Rejected' as const,
    statusInfo: { reasonCode, additionalInfo },
  });

  return {
    operative(evseId, connectorId) {
      if (updating) return false;
      const status = load();
      const scopes = ['station', `${evseId}`, `${evseId}.${connectorId}`];
      return scopes.every((scope) => status[scope] !== 'Inoperative') || inTransaction(evseId, connectorId);
    },
    transactionEnded: (evseId) => core.connectors.refresh(evseId),
    setForUpdate(inoperative) {
      updating = inoperative;
      changed();
    },
    handlers: {
      ChangeAvailability: ({ operationalStatus, evse }) => {
        const described = core.rig.description.evses.find(({ id }) => id === evse?.id);
        if (evse !== undefined && described === undefined)
          return rejected('UnknownEvse', `there is no EVSE ${evse.id}`);
        const connectorId = evse?.connectorId;
        if (connectorId !== undefined && !described?.connectors.some(({ id }) => id === connectorId))
          return rejected('UnknownConnectorId', `EVSE ${evse?.id} has no connector ${connectorId}`);
        const scope =
          evse === undefined ? 'station' : connectorId === undefined ? `${evse.id}` : `${evse.id}.${connectorId}`;
        core.store.set(statusKey, { ...load(), [scope]: operationalStatus });
        core.afterAnswer(changed);
        const waits = operationalStatus === 'Inoperative' && inTransaction(evse?.id, connectorId);
        return { status: waits ? 'Scheduled' : 'Accepted' };
      },
    },
  };
}
