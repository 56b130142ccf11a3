import type { Core } from '../core.ts';
import type { Session } from './session.ts';

const asksForEnergy: ReadonlySet<string> = new Set(['C', 'D']);
/** IEC 61851-1: below it the pilot cannot offer anything on AC. */
const leastAcAmps = 6;

function outlet(core: Core, evseId: number) {
  return core.rig.description.evses.find(({ id }) => id === evseId);
}

/** What the profiles and the hardware allow now, A per phase. */
export function limitOf(core: Core, session: Session): number {
  const limit = Math.min(
    outlet(core, session.evseId)?.maxCurrent ?? 0,
    core.parts.smartCharging.limitNow(session.evseId),
  );
  return Math.max(0, limit);
}

function hold(core: Core, session: Session, connectorId: number): boolean {
  const connector = outlet(core, session.evseId)?.connectors.find(({ id }) => id === connectorId);
  if (connector === undefined || !connector.hasLock) return true;
  const sensed = core.rig.sense(session.evseId).connectors.find(({ id }) => id === connectorId);
  return sensed?.lock === 'locked' || core.rig.lock(session.evseId, connectorId);
}

/** Locks the cable; a failing lock is told once and nothing is offered (G05.FR.01, FR.02). */
function held(core: Core, session: Session): boolean {
  const { connectorId } = session;
  if (connectorId === undefined) return false;
  const locked = hold(core, session, connectorId);
  core.connectors.lockProblem(session.evseId, connectorId, !locked);
  return locked;
}

/** Whose cable stays locked in (E05.FR.11, E10.FR.01); without a lock there is nothing to keep. */
export function keepFor(core: Core, session: Session, owner: Session['keptFor']): void {
  const locks = outlet(core, session.evseId)?.connectors.some(({ hasLock }) => hasLock) === true;
  session.keptFor = locks ? owner : undefined;
}

/** Lets the driver have the cable (E06.FR.10). */
export function release(core: Core, session: Session): void {
  session.keptFor = undefined;
  const evse = outlet(core, session.evseId);
  for (const { id, hasLock } of evse?.connectors ?? []) if (hasLock) core.rig.unlock(session.evseId, id);
}

export function cutPower(core: Core, session: Session): void {
  session.supply = 'none';
  core.rig.openContactor(session.evseId);
  core.rig.offer(session.evseId, 0);
}

/** Offers what is allowed, and closes the contactor when the EV asks. Reads everything anew: call it after any change. */
export function regulate(core: Core, session: Session): void {
  const { evseId } = session;
  const plugged = session.connectorId !== undefined;
  const authorized = session.authorization !== undefined;
  const available = core.connectors.mayCharge(evseId);
  if (!authorized || !plugged) {
    if (session.supply !== 'none' || core.rig.sense(evseId).contactor === 'closed') cutPower(core, session);
    return;
  }
  const permitted = available && !session.blocked && held(core, session);
  const limitA = permitted ? limitOf(core, session) : 0;
  const least = outlet(core, evseId)?.current === 'DC' ? Number.MIN_VALUE : leastAcAmps;
  session.supply = limitA >= least ? 'offered' : 'withheld';
  core.rig.offer(evseId, limitA);
  const asked = asksForEnergy.has(core.rig.sense(evseId).pilot);
  const close =
    asked && core.parts.transaction.mayCloseContactor({ authorized, plugged, available: permitted, limitA });
  if (close) core.rig.closeContactor(evseId);
  else core.rig.openContactor(evseId);
}
