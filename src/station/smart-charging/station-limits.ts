import type { Requests, Responses } from '../../ocpp/index.ts';
import type { EvseDescription } from '../../rig/model/types.ts';
import type { StationContext } from '../parts.ts';
import { compositePeriods } from './composite.ts';
import { leadingOfEvse, leadingOfStation, limitIn, type Scope } from './limits.ts';
import { nextChange } from './schedule.ts';
import type { Installed, RateUnit, Supply } from './types.ts';

/** Longest composite schedule this station works out. */
const longestCompositeSeconds = 31 * 86_400;

/** What one EVSE can do by itself. */
function capability(unit: RateUnit, evse: EvseDescription): number {
  if (unit === 'A') return evse.maxCurrent;
  return evse.maxCurrent * evse.voltage * (evse.current === 'DC' ? 1 : evse.phases);
}

export interface LimitSources {
  readonly context: StationContext;
  readonly evses: readonly EvseDescription[];
  readonly installed: () => readonly Installed[];
  /** Moment the power path of the EVSE's transaction closed. */
  readonly powerPathClosedAt: (evseId: number) => number | undefined;
}

/** Limits of this station's EVSEs now and to come, from the installed profiles and the transactions that run. */
export function createStationLimits({ context, evses, installed, powerPathClosedAt }: LimitSources) {
  function scopeOf(evseId: number, now: number): Scope {
    const running = context.transaction(evseId);
    // Before power flows a Relative schedule stands at its beginning (K01.FR.42); without transaction likewise (K08.FR.06).
    const started = running?.energyTransferStarted === true ? running.startedAt : now;
    const relativeStart = running === undefined ? now : (powerPathClosedAt(evseId) ?? started);
    return { evseId, transactionId: running?.transactionId, relativeStart };
  }

  /** The station's limit is for all EVSEs together (K 3.5): those with a transaction share it evenly. */
  const sharers = (evseId: number) => 1 + context.transactions().filter((running) => running.evseId !== evseId).length;

  /** Limit of the profiles for one EVSE at `t`; Infinity = none. `now` decides where Relative schedules begin. */
  function profileLimit(evse: EvseDescription, unit: RateUnit, t: number, now: number, share: number): number {
    if (context.variable('SmartChargingCtrlr', 'Enabled') === 'false') return Infinity;
    const scope = scopeOf(evse.id, now);
    const own = leadingOfEvse(installed(), scope, t).map((segment) => limitIn(unit, segment, evse));
    const shared = leadingOfStation(installed(), scope, t).map((segment) => limitIn(unit, segment, evse) / share);
    return Math.min(Infinity, ...own, ...shared);
  }

  /** What the whole station draws: its EVSEs together, at most the station's own limit (K08.FR.03). */
  function stationLimit(unit: RateUnit, t: number, now: number): number {
    const total = evses
      .map((evse) => Math.min(capability(unit, evse), profileLimit(evse, unit, t, now, 1)))
      .reduce((sum, limit) => sum + limit, 0);
    const supply: Supply = evses.find(({ current }) => current === 'AC') ??
      evses[0] ?? { voltage: 230, phases: 3, current: 'AC' };
    const own = leadingOfStation(installed(), { transactionId: undefined, relativeStart: now }, t);
    return Math.min(total, ...own.map((segment) => limitIn(unit, segment, supply)));
  }

  function nextChangeAfter(t: number, now: number, concerned: readonly EvseDescription[]): number {
    const starts = [now, ...concerned.map(({ id }) => scopeOf(id, now).relativeStart)];
    const moments = installed().flatMap(({ profile }) => starts.map((start) => nextChange(profile, t, start)));
    return Math.min(Infinity, ...moments);
  }

  function composite(request: Requests['GetCompositeSchedule']): Responses['GetCompositeSchedule'] {
    const { evseId, duration } = request;
    const supported = (context.variable('SmartChargingCtrlr', 'RateUnit') ?? '').split(',');
    const unit: RateUnit = request.chargingRateUnit ?? (supported.includes('A') ? 'A' : 'W');
    const evse = evses.find(({ id }) => id === evseId);
    if (evse === undefined && evseId !== 0) return { status: 'Rejected', statusInfo: { reasonCode: 'UnknownEvse' } };
    if (!supported.includes(unit)) return { status: 'Rejected', statusInfo: { reasonCode: 'UnsupportedRateUnit' } };
    if (duration > longestCompositeSeconds || duration < 0)
      return { status: 'Rejected', statusInfo: { reasonCode: 'InvalidValue', additionalInfo: 'duration' } };
    const now = context.clock.now();
    const from = Math.floor(now / 1000) * 1000; // whole seconds, so that periods that begin on a second fall on one
    const limitAt =
      evse === undefined
        ? (t: number) => stationLimit(unit, Math.max(t, now), now)
        : (t: number) =>
            Math.min(capability(unit, evse), profileLimit(evse, unit, Math.max(t, now), now, sharers(evse.id)));
    const concerned = evse === undefined ? evses : [evse];
    const phases = evse?.current === 'AC' ? { numberPhases: evse.phases } : {};
    return {
      status: 'Accepted',
      schedule: {
        evseId,
        duration,
        scheduleStart: new Date(from).toISOString(),
        chargingRateUnit: unit,
        chargingSchedulePeriod: compositePeriods(
          limitAt,
          (t) => nextChangeAfter(Math.max(t, now), now, concerned),
          from,
          duration,
        ).map((period) => ({ ...period, ...phases })),
      },
    };
  }

  return {
    composite,
    /** A per phase that the profiles allow now; Infinity = no profile. */
    limitNow(evseId: number): number {
      const evse = evses.find(({ id }) => id === evseId);
      const now = context.clock.now();
      return evse === undefined ? Infinity : profileLimit(evse, 'A', now, now, sharers(evseId));
    },
    /** Next moment at which a limit may change; Infinity = never. */
    nextChange(): number {
      const now = context.clock.now();
      return nextChangeAfter(now, now, evses);
    },
  };
}
