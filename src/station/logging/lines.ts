import type { Core } from '../core.ts';
import { securityLog } from '../security-events.ts';
import { dateTime } from '../station-clock.ts';
import type { LogLine, LogRequest } from './types.ts';

/** The security log (A04.FR.04), or diagnostics: what the station is and does now, after the events of its security log. */
export function logLines(core: Core, type: LogRequest['logType']): readonly LogLine[] {
  const events = securityLog(core).map((each) => ({
    timestamp: each.timestamp,
    text: [each.type, each.techInfo].filter((word) => word !== undefined).join(' '),
  }));
  if (type === 'SecurityLog') return events;
  const { model, vendorName } = core.nameplate;
  const transactions = core.transactions().length;
  const text = `${vendorName} ${model}: boot ${core.boot.status}, ${transactions} transactions, ${core.transactionEvents.pending.length} events queued`;
  return [...events, { timestamp: dateTime(core.clock.now()), text }];
}
