import type { BootNotificationRequest } from '../ocpp/generated/messages/BootNotificationRequest.ts';
import { fits } from '../ocpp/index.ts';
import type { CallOutcome } from '../transport/types.ts';
import type { Core, SendOptions } from './core.ts';
import { listSetting, numberSetting } from './settings.ts';
import type { BootStatus } from './types.ts';

export type BootReason = BootNotificationRequest['reason'];

/** BootNotification until it is accepted, and what follows from the acceptance (B01-B03). */
export interface Boot {
  readonly status: BootStatus;
  /** The station has just started; `reason` was persisted by what caused it. */
  restarted(): void;
  /** The link is open: boots if it has to, now or when the interval is over. */
  linked(): void;
  send(options?: SendOptions, reason?: BootReason): Promise<CallOutcome>;
  request(reason?: BootReason): BootNotificationRequest;
  /** Takes a BootNotificationResponse to its effect. `follow`: the follow-ups of an acceptance happen. */
  apply(outcome: CallOutcome, follow: boolean): void;
  /** What the next boot tells as its reason. */
  setReason(reason: string): void;
}

const reasonKey = 'boot reason';
const reasons: ReadonlySet<string> = new Set([
  'ApplicationReset',
  'FirmwareUpdate',
  'LocalReset',
  'PowerUp',
  'RemoteReset',
  'ScheduledReset',
  'Triggered',
  'Unknown',
  'Watchdog',
]);
const isReason = (text: string): text is BootReason => reasons.has(text);

export interface BootEvents {
  /** Accepted: statuses, security events, queues, modules, heartbeat. */
  onAccepted(): void;
  firmwareVersion(): string;
}

export function createBoot(core: Core, events: BootEvents): Boot {
  let status: BootStatus = 'none';
  let reason: BootReason = 'PowerUp';
  let due = true; // the waiting interval is over
  let sending = false;
  let cancelRetry = () => {};

  function request(asked?: BootReason): BootNotificationRequest {
    const { model, vendorName, serialNumber } = core.nameplate;
    const firmwareVersion = events.firmwareVersion();
    return { reason: asked ?? reason, chargingStation: { model, vendorName, serialNumber, firmwareVersion } };
  }

  function retryAfter(seconds: number): void {
    due = false;
    cancelRetry();
    cancelRetry = core.clock.after(seconds * 1000, () => {
      due = true;
      if (core.connection.open && status !== 'Accepted') void send();
    });
  }

  async function send(options?: SendOptions, asked?: BootReason): Promise<CallOutcome> {
    if (sending) return { kind: 'closed' };
    sending = true;
    const { life } = core;
    const outcome = await core.sendNow('BootNotification', request(asked), options);
    sending = false;
    if (life === core.life) apply(outcome, true);
    return outcome;
  }

  function synchronize(currentTime: string): void {
    if (!listSetting(core, 'ClockCtrlr', 'TimeSource').includes('Heartbeat')) return; // B01.FR.06
    const moved = core.clock.synchronize(Date.parse(currentTime));
    const threshold = numberSetting(core, 'ClockCtrlr', 'TimeAdjustmentReportingThreshold', Number.POSITIVE_INFINITY);
    if (Math.abs(moved) > threshold * 1000)
      core.securityEvent('SettingSystemTime', `moved by ${Math.round(moved / 1000)} s`);
  }

  function apply(outcome: CallOutcome, follow: boolean): void {
    if (outcome.kind === 'closed') {
      due = true;
      return;
    }
    if (outcome.kind !== 'result' || !fits('BootNotification', 'Response', outcome.payload)) {
      if (follow) retryAfter(core.parts.boot.retryAfter('Pending', 0));
      return;
    }
    const response = outcome.payload;
    status = response.status;
    synchronize(response.currentTime);
    cancelRetry();
    if (response.status !== 'Accepted') {
      if (follow) retryAfter(core.parts.boot.retryAfter(response.status, response.interval));
      return;
    }
    core.store.delete(reasonKey);
    if (response.interval > 0) core.setVariable('OCPPCommCtrlr', 'HeartbeatInterval', String(response.interval)); // B01.FR.04
    if (follow) events.onAccepted();
  }

  return {
    get status() {
      return status;
    },
    restarted() {
      status = 'none';
      due = true;
      sending = false;
      cancelRetry();
      const stored = core.store.get<string>(reasonKey) ?? 'PowerUp';
      reason = isReason(stored) ? stored : 'Unknown';
    },
    linked() {
      if (status !== 'Accepted' && due && core.automatic) void send();
    },
    send,
    request,
    apply,
    setReason(text) {
      core.store.set(reasonKey, text);
    },
  };
}
