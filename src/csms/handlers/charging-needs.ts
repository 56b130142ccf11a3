import type { Requests } from '../../ocpp/index.ts';
import type { CsmsHandlers, ProfileFacts } from '../parts.ts';
import type { HandlerContext } from './context.ts';

type Needs = Requests['NotifyEVChargingNeeds']['chargingNeeds'];

/** What the EV can take: this CSMS grants it. undefined = the EV told no limits. */
function granted(needs: Needs): Pick<ProfileFacts, 'limit' | 'rateUnit' | 'numberPhases'> | undefined {
  const { acChargingParameters: ac, dcChargingParameters: dc, requestedEnergyTransfer } = needs;
  const numberPhases =
    requestedEnergyTransfer === 'AC_single_phase' ? 1 : requestedEnergyTransfer === 'AC_two_phase' ? 2 : 3;
  if (ac !== undefined) return { limit: ac.evMaxCurrent, rateUnit: 'A', numberPhases };
  if (dc !== undefined)
    return { limit: dc.evMaxPower ?? dc.evMaxCurrent * dc.evMaxVoltage, rateUnit: 'W', numberPhases: undefined };
  return undefined;
}

/** K15-K17. */
export function chargingNeedsHandlers(context: HandlerContext): CsmsHandlers {
  const { orders, now } = context;
  return {
    NotifyEVChargingNeeds: ({ evseId, chargingNeeds }, { record, afterwards, send }) => {
      const transaction = record.transactionAt(evseId);
      const grant = granted(chargingNeeds);
      if (transaction === undefined || transaction.endedAt !== undefined || grant === undefined)
        return { status: 'Rejected' };
      transaction.iso15118 = true;
      const { newId } = orders(record);
      const { transactionId } = transaction;
      const known = [...record.profiles.values()].find(
        (one) => one.transactionId === transactionId && one.stackLevel === 0,
      );
      const id = known?.id ?? newId();
      afterwards(() => {
        record.profiles.set(id, { id, evseId, purpose: 'TxProfile', kind: 'Absolute', stackLevel: 0, transactionId });
        const chargingProfile = context.parts.smartCharging.profile({
          id,
          scheduleId: newId(),
          purpose: 'TxProfile',
          kind: 'Absolute',
          recurrency: undefined,
          stackLevel: 0,
          ...grant,
          duration: 86_400,
          transactionId,
          now: now(),
        });
        send('SetChargingProfile', { evseId, chargingProfile });
      });
      return { status: 'Accepted' };
    },
    NotifyEVChargingSchedule: (request, { record }) => {
      record.note(now(), 'NotifyEVChargingSchedule', request);
      return { status: 'Accepted' };
    },
    NotifyChargingLimit: (request, { record }) => {
      record.note(now(), 'NotifyChargingLimit', request);
      return {};
    },
    ClearedChargingLimit: (request, { record }) => {
      record.note(now(), 'ClearedChargingLimit', request);
      return {};
    },
  };
}
