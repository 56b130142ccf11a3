import { fits } from '../ocpp/index.ts';
import type { CallOutcome } from '../transport/types.ts';
import type { Core, SendOptions } from './core.ts';
import { listSetting, numberSetting } from './settings.ts';

/** HeartbeatRequest after an interval without other requests (G02), and WebSocket pings (Part 4, 5.2). */
export interface Heartbeat {
  /** Starts the interval anew: boot accepted, or HeartbeatInterval changed. */
  restart(): void;
  /** Some request was sent (G02.FR.05). */
  sent(): void;
  send(options?: SendOptions): Promise<CallOutcome>;
  /** The link opened or WebSocketPingInterval changed. */
  restartPings(): void;
}

const defaultSeconds = 300;

export function createHeartbeat(core: Core): Heartbeat {
  let cancel = () => {};
  let cancelPing = () => {};

  function restart(): void {
    cancel();
    if (core.quiet) return;
    const seconds = numberSetting(core, 'OCPPCommCtrlr', 'HeartbeatInterval', defaultSeconds);
    if (seconds <= 0) return;
    cancel = core.clock.after(seconds * 1000, () => {
      restart();
      if (core.online) void send();
    });
  }

  async function send(options?: SendOptions): Promise<CallOutcome> {
    const outcome = await core.sendNow('Heartbeat', {}, options);
    if (outcome.kind !== 'result' || !fits('Heartbeat', 'Response', outcome.payload)) return outcome;
    if (listSetting(core, 'ClockCtrlr', 'TimeSource').includes('Heartbeat'))
      core.clock.synchronize(Date.parse(outcome.payload.currentTime)); // G02.FR.06
    return outcome;
  }

  function restartPings(): void {
    cancelPing();
    const seconds = numberSetting(core, 'OCPPCommCtrlr', 'WebSocketPingInterval', 0);
    if (seconds <= 0 || core.quiet) return;
    cancelPing = core.clock.after(seconds * 1000, () => {
      if (core.connection.open) core.connection.rpc?.link.ping();
      restartPings();
    });
  }

  return { restart, sent: restart, send, restartPings };
}
