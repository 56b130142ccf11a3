import type { Requests, Responses } from '../../ocpp/index.ts';
import type { EvseDescription } from '../../rig/model/types.ts';
import type { Answer } from '../../transport/types.ts';
import type { StationContext, StationModule, StationParts } from '../parts.ts';
import { ProfileStore } from './profile-store.ts';
import { refusalAtStart, refusalToSet } from './refusal.ts';
import { createStationLimits } from './station-limits.ts';
import type { ChargingProfile, Installed, Refusal } from './types.ts';

/** Stated as SmartChargingCtrlr.Entries[ChargingProfiles], maxLimit. */
const room = 50;
const closedKey = 'power path closed at';

export interface SmartCharging extends StationModule {
  /** The honest implementation of `StationParts.smartCharging`. */
  readonly seams: StationParts['smartCharging'];
  /** K05: may this profile of a RequestStartTransactionRequest be used on the EVSE? undefined = yes. */
  refusalAtStart(evseId: number, profile: ChargingProfile): Refusal | undefined;
  /** K05.FR.03: installs the profile for the transaction that was just started. */
  useForTransaction(evseId: number, transactionId: string, profile: ChargingProfile): void;
  /** A transaction began: it shares in the station's limit. */
  transactionStarted(evseId: number): void;
  /** Relative schedules of the EVSE's transaction count from now (K 3.3). Later calls of one transaction change nothing. */
  powerPathClosed(evseId: number): void;
  /** Its TxProfiles go. */
  transactionEnded(evseId: number, transactionId: string): void;
}

/** ReportChargingProfiles one after the other, one for each place and source (K09.FR.01, .02). */
async function report(context: StationContext, requestId: number, found: readonly Installed[]): Promise<void> {
  const groups = new Map<string, Installed[]>();
  for (const one of found) {
    const key = `${one.evseId} ${one.source}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const messages = [...groups.values()];
  for (const [index, group] of messages.entries()) {
    const first = group[0];
    if (first === undefined) continue;
    await context.send('ReportChargingProfiles', {
      requestId,
      chargingLimitSource: first.source,
      evseId: first.evseId,
      chargingProfile: group.map(({ profile }) => profile),
      tbc: index < messages.length - 1,
    });
  }
}

/** K01, K05, K08, K09, K10 for the EVSEs given. */
export function createSmartCharging(
  context: StationContext,
  { evses }: { readonly evses: readonly EvseDescription[] },
): SmartCharging {
  let cancelTimer = () => {};
  const profiles = new ProfileStore(context.store, recalculate);
  const closedAt = () => context.store.get<Record<string, number>>(closedKey) ?? {};
  const limits = createStationLimits({
    context,
    evses,
    installed: () => profiles.installed,
    powerPathClosedAt: (evseId) => closedAt()[evseId],
  });
  const facts = () => ({ context, evses, installed: profiles.installed, room });

  function arm(): void {
    cancelTimer();
    const moment = limits.nextChange();
    if (moment === Infinity) return;
    cancelTimer = context.clock.after(moment - context.clock.now(), () => {
      context.limitsChanged();
      arm();
    });
  }

  /** K01.FR.07, K10.FR.05. */
  function recalculate(): void {
    const entries = String(profiles.installed.length);
    context.setVariable('SmartChargingCtrlr', 'Entries', entries, { instance: 'ChargingProfiles' });
    context.limitsChanged();
    arm();
  }

  /** K01.FR.29 */
  function whenEnabled<T>(answer: () => T): T | Answer {
    if (context.variable('SmartChargingCtrlr', 'Enabled') !== 'false') return answer();
    return { kind: 'error', errorCode: 'NotSupported', errorDescription: 'smart charging is switched off' };
  }

  function setChargingProfile(request: Requests['SetChargingProfile']): Responses['SetChargingProfile'] {
    const statusInfo = context.parts.smartCharging.refusal(request);
    if (statusInfo !== undefined) return { status: 'Rejected', statusInfo };
    profiles.install(request.evseId, request.chargingProfile);
    return { status: 'Accepted' };
  }

  function getChargingProfiles(request: Requests['GetChargingProfiles']): Responses['GetChargingProfiles'] {
    const found = profiles.matching(request);
    if (found.length === 0) return { status: 'NoProfiles' };
    context.clock.after(0, () => void report(context, request.requestId, found));
    return { status: 'Accepted' };
  }

  return {
    seams: {
      refusal: ({ evseId, chargingProfile }) => refusalToSet(facts(), evseId, chargingProfile),
      composite: limits.composite,
      limitNow: limits.limitNow,
    },
    handlers: {
      SetChargingProfile: (request) => whenEnabled(() => setChargingProfile(request)),
      ClearChargingProfile: (request) =>
        whenEnabled(() => ({ status: profiles.clear(request) > 0 ? 'Accepted' : 'Unknown' }) as const),
      GetChargingProfiles: (request) => whenEnabled(() => getChargingProfiles(request)),
      GetCompositeSchedule: (request) => whenEnabled(() => context.parts.smartCharging.composite(request)),
    },
    poweredOn: recalculate,
    poweredOff: () => cancelTimer(),
    refusalAtStart: (evseId, profile) => refusalAtStart(facts(), evseId, profile),
    useForTransaction: (evseId, transactionId, profile) => profiles.install(evseId, { ...profile, transactionId }),
    transactionStarted: recalculate,
    powerPathClosed(evseId) {
      const closed = closedAt();
      if (closed[evseId] !== undefined) return;
      context.store.set(closedKey, { ...closed, [evseId]: context.clock.now() });
      recalculate();
    },
    transactionEnded(evseId, transactionId) {
      const { [evseId]: _, ...others } = closedAt();
      context.store.set(closedKey, others);
      profiles.endTransaction(transactionId);
      recalculate();
    },
  };
}
