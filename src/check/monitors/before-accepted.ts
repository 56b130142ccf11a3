import type { Call } from '../../ocpp/index.ts';
import type { FrameEvent } from '../../timeline/events.ts';
import { type Monitor, type MonitorFacts, nothing, type Sighting, type Watch } from './types.ts';

type Status = 'unknown' | 'booting' | 'Pending' | 'Rejected' | 'Accepted';

/** What a request of the CSMS makes a station send, whatever its boot status (B02.FR.02); reports of any kind are one thing. */
const askedBy: Readonly<Record<string, readonly string[]>> = {
  GetBaseReport: ['NotifyReport'],
  GetReport: ['NotifyReport'],
  GetMonitoringReport: ['NotifyMonitoringReport'],
};
/** What a TriggerMessageRequest makes it send, where that is not the message it names. */
const triggered: Readonly<Record<string, readonly string[]>> = {
  SignChargingStationCertificate: ['SignCertificate'],
  SignV2GCertificate: ['SignCertificate'],
  SignCombinedCertificate: ['SignCertificate'],
  StatusNotification: ['StatusNotification', 'NotifyEvent'],
};
/** Reasons of a BootNotification that do not mean that the station has been down; it may also tell that its details changed. */
const noReboot: ReadonlySet<unknown> = new Set(['Triggered', 'Unknown']);

function watch({ toleranceSeconds = 0 }: MonitorFacts): Watch {
  let status: Status = 'unknown';
  const asked = new Set<string>();
  /** Pending, on this connection: no boot before this moment. */
  let retry: { readonly attempt: number; readonly from: number; readonly sequence: number } | undefined;
  /** CALLs that the status forbids, and CALLs of the CSMS after Rejected: how they may be answered. */
  const refused = new Map<string, { readonly requirement: string; readonly sequence: number }>();
  /** Connections seen from their opening on without a BootNotification yet: the first other CALL of the station. */
  const first = new Map<number, number | undefined>();

  function ask({ action, payload }: Call): void {
    for (const each of askedBy[action] ?? []) asked.add(each);
    const message = payload['requestedMessage'];
    if (action !== 'TriggerMessage' || typeof message !== 'string') return;
    for (const each of triggered[message] ?? [message]) asked.add(each);
  }

  function booted(event: FrameEvent, { payload }: Call): readonly Sighting[] {
    const early = retry !== undefined && retry.attempt === event.attempt && event.at < retry.from;
    const found: Sighting[] = [];
    if (early && retry !== undefined && !asked.has('BootNotification')) {
      found.push({
        requirement: status === 'Rejected' ? 'B03.FR.02' : 'B02.FR.04',
        message: `after ${status} the station sent a BootNotificationRequest before the interval had passed`,
        actual: `${(retry.from - event.at) / 1000} s too early`,
        events: [retry.sequence, event.sequence],
      });
    }
    const before = first.get(event.attempt);
    const rebooted = !noReboot.has(payload['reason']) && !asked.has('BootNotification');
    if (rebooted && before !== undefined) {
      const message = 'the station sent other requests on its new connection before it told that it had booted';
      found.push({ requirement: 'B01.FR.08', message, events: [before, event.sequence] });
    }
    if (rebooted) status = 'booting';
    first.delete(event.attempt);
    asked.delete('BootNotification');
    retry = undefined;
    return found;
  }

  function stationCalls(event: FrameEvent, call: Call): readonly Sighting[] {
    if (call.action === 'BootNotification') return booted(event, call);
    if (first.has(event.attempt)) first.set(event.attempt, first.get(event.attempt) ?? event.sequence);
    if (status === 'Accepted' || status === 'unknown') return nothing;
    if (status === 'Pending' && asked.has(call.action)) return nothing;
    const requirement = { booting: 'B01.FR.08', Pending: 'B02.FR.02', Rejected: 'B03.FR.02' }[status];
    const answer = { booting: undefined, Pending: 'B02.FR.09', Rejected: 'B03.FR.07' }[status];
    // One that does not fit its schema may be refused for that.
    if (answer !== undefined && event.schemaFaults.length === 0)
      refused.set(`${event.sender}\n${call.messageId}`, { requirement: answer, sequence: event.sequence });
    const when = status === 'booting' ? 'before its boot was answered' : `after its boot was answered ${status}`;
    const message = `the station sent a ${call.action}Request ${when}`;
    return [{ requirement, message, events: [event.sequence] }];
  }

  function csmsCalls(event: FrameEvent, call: Call): readonly Sighting[] {
    ask(call);
    if (status !== 'Rejected') return nothing;
    refused.set(`${event.sender}\n${call.messageId}`, { requirement: 'B03.FR.08', sequence: event.sequence });
    const message = `the CSMS sent a ${call.action}Request after it had rejected the boot`;
    return [{ requirement: 'B03.FR.03', message, events: [event.sequence] }];
  }

  function answered(event: FrameEvent, id: string): readonly Sighting[] {
    const key = `${event.sender === 'CSMS' ? 'Charging Station' : 'CSMS'}\n${id}`;
    const call = refused.get(key);
    refused.delete(key);
    if (event.frame.kind === 'result') follow(event, event.frame.payload);
    if (call === undefined || (event.frame.kind === 'error' && event.frame.errorCode === 'SecurityError'))
      return nothing;
    const what = event.frame.kind === 'error' ? `CALLERROR ${event.frame.errorCode}` : 'a CALLRESULT';
    const message = 'what the boot status forbids was not answered CALLERROR SecurityError';
    return [{ requirement: call.requirement, message, actual: what, events: [call.sequence, event.sequence] }];
  }

  function follow({ action, at, attempt, sequence }: FrameEvent, payload: Readonly<Record<string, unknown>>): void {
    if (action !== 'BootNotification') return;
    const told = payload['status'];
    if (told !== 'Accepted' && told !== 'Pending' && told !== 'Rejected') return;
    status = told;
    refused.clear();
    const interval = payload['interval'];
    if (told !== 'Accepted' && typeof interval === 'number')
      retry = { attempt, from: at + (interval - toleranceSeconds) * 1000, sequence };
  }

  function seeFrame(event: FrameEvent): readonly Sighting[] {
    const { frame, sender } = event;
    if (frame.kind === 'malformed') return nothing;
    if (frame.kind !== 'call') return answered(event, frame.messageId);
    if (sender === 'Charging Station') return stationCalls(event, frame);
    return csmsCalls(event, frame);
  }

  return {
    see(event) {
      if (event.type === 'frame') return seeFrame(event);
      if (event.type === 'connection' && event.what === 'open') first.set(event.attempt, undefined);
      return nothing;
    },
  };
}

/**
 * What a station and its CSMS may say before the boot is accepted. Accepted is a state of the boot, not of the connection: a plain
 * reconnect changes nothing, and nothing is said until a boot was seen.
 */
export const beforeAccepted: Monitor = {
  name: 'before-accepted',
  requirements: [
    'B01.FR.08',
    'B02.FR.02',
    'B02.FR.04',
    'B02.FR.09',
    'B03.FR.02',
    'B03.FR.03',
    'B03.FR.07',
    'B03.FR.08',
  ],
  level: 'SHALL',
  sutOnly: true,
  watch,
};
