import type { Core } from './core.ts';
import type { Handlers } from './parts.ts';

/** UnlockConnector, DataTransfer, CostUpdated (F05, P01, I02). */
export function commandHandlers(core: Core): Handlers {
  return {
    UnlockConnector: ({ evseId, connectorId }) => {
      const connector = core.rig.description.evses
        .find(({ id }) => id === evseId)
        ?.connectors.find(({ id }) => id === connectorId);
      if (connector === undefined) return { status: 'UnknownConnector' }; // F05.FR.03
      const session = core.control.session(evseId);
      const here = session?.connectorId === undefined || session.connectorId === connectorId;
      if (session?.transaction !== undefined && session.authorization !== undefined && here)
        return { status: 'OngoingAuthorizedTransaction' }; // F05.FR.02
      if (!connector.hasLock)
        return {
          status: 'UnlockFailed',
          statusInfo: { reasonCode: connector.fixedCable ? 'FixedCable' : 'Unspecified' },
        };
      const unlocked = core.rig.unlock(evseId, connectorId); // also without a cable (F05.FR.06)
      if (unlocked && session !== undefined) session.keptFor = undefined;
      return { status: unlocked ? 'Unlocked' : 'UnlockFailed' };
    },
    DataTransfer: () => ({ status: 'UnknownVendorId' }),
    CostUpdated: ({ totalCost, transactionId }) => {
      const session = core.control.sessions.find(({ transaction }) => transaction?.id === transactionId);
      if (session !== undefined) core.control.showCost(session, totalCost);
      return {};
    },
  };
}
