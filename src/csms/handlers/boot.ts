import type { CsmsHandlers } from '../parts.ts';
import type { HandlerContext } from './context.ts';

/** B01-B03, G02. */
export function bootHandlers(context: HandlerContext): CsmsHandlers {
  const { now } = context;
  const currentTime = () => new Date(now()).toISOString();
  return {
    BootNotification: (request, { record, securityProfile, commonName, close }) => {
      const { serialNumber } = request.chargingStation;
      if (
        securityProfile === 3 &&
        commonName !== undefined &&
        !context.parts.boot.serialNumberFits(record, serialNumber, commonName)
      ) {
        close('serial number and client certificate differ (B01.FR.12)');
        return { kind: 'silence' };
      }
      const { status, interval } = context.parts.boot.decide(record);
      record.boot = request;
      record.bootStatus = status;
      record.asked.clear();
      return { currentTime: currentTime(), interval, status };
    },
    Heartbeat: () => ({ currentTime: currentTime() }),
  };
}
