import type { ResetRequest } from '../ocpp/generated/messages/ResetRequest.ts';
import type { Core } from './core.ts';
import type { Handlers } from './parts.ts';

/** ResetRequest for the station or one EVSE (B11, B12). */
export interface ResetControl {
  readonly handlers: Handlers;
  transactionEnded(): void;
}

/** `station` or an EVSE that waits to be idle. */
type Waiting = { readonly evseId: number | undefined };

export function createResetControl(core: Core): ResetControl {
  let waiting: readonly Waiting[] = [];

  const inTransaction = (evseId: number | undefined) =>
    core.control.sessions.filter(
      (session) => session.transaction !== undefined && (evseId === undefined || session.evseId === evseId),
    );

  function resetEvse(evseId: number): void {
    const session = core.control.session(evseId);
    if (session === undefined) return;
    if (session.authorization !== undefined)
      core.control.deauthorize(session, { trigger: 'ResetCommand', stoppedReason: 'ImmediateReset' });
    core.connectors.refresh(evseId);
  }

  /** Ended events first; they are sent before the reboot or wait in the store for after it (B12.FR.04, FR.05). */
  async function immediate(evseId: number | undefined): Promise<void> {
    for (const session of inTransaction(evseId))
      core.control.end(session, { trigger: 'ResetCommand', stoppedReason: 'ImmediateReset' });
    if (evseId !== undefined) {
      resetEvse(evseId);
      return;
    }
    await core.transactionEvents.settled();
    core.reboot('RemoteReset');
  }

  function onIdle(evseId: number | undefined, reason: string): void {
    if (evseId !== undefined) resetEvse(evseId);
    else core.reboot(reason);
  }

  function answer({ type, evseId }: ResetRequest): 'Accepted' | 'Scheduled' {
    const busy = inTransaction(evseId).length > 0;
    if (type === 'OnIdle' && busy) {
      waiting = [...waiting, { evseId }];
      return 'Scheduled'; // B12.FR.01
    }
    core.afterAnswer(() => (type === 'Immediate' ? core.background(immediate(evseId)) : onIdle(evseId, 'RemoteReset')));
    return 'Accepted';
  }

  return {
    transactionEnded() {
      const ready = waiting.filter(({ evseId }) => inTransaction(evseId).length === 0);
      waiting = waiting.filter((one) => !ready.includes(one));
      for (const { evseId } of ready)
        core.background(core.transactionEvents.settled().then(() => onIdle(evseId, 'ScheduledReset')));
    },
    handlers: {
      Reset: (request) => {
        const { evseId } = request;
        const rejected = (reasonCode: string) => ({ status: 'Rejected' as const, statusInfo: { reasonCode } });
        if (core.firmware?.updating() === true) return rejected('FwUpdateInProgress'); // B11.FR.06
        if (evseId !== undefined && core.control.session(evseId) === undefined) return rejected('UnknownEvse');
        if (evseId !== undefined && !core.features.evseReset) return rejected('UnsupportedParam'); // B11.FR.09
        return { status: answer(request) };
      },
    },
  };
}
