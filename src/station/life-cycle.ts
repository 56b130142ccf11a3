import type { SensorEvent } from '../rig/model/index.ts';
import type { Core } from './core.ts';
import { numberSetting } from './settings.ts';
import type { LocalAccess } from './transactions/local.ts';

/** Power-on, reboot, link up and down: what happens when (B01, B04, Part 4, 5.3). */
export interface LifeCycle {
  /** Counts power-ups and reboots. */
  readonly life: number;
  readonly automatic: boolean;
  start(): void;
  stop(): Promise<void>;
  reboot(reason: string): void;
  linked(): void;
  unlinked(): void;
  accepted(): void;
  sensed(event: SensorEvent): void;
}

const startupKey = 'startup event';

export function createLifeCycle(core: Core, local: LocalAccess): LifeCycle {
  let life = 0;
  let automatic = !core.quiet;
  let running = false;
  let offlineSince: number | undefined;
  let unsubscribe = () => {};

  function powerUp(startup: 'StartupOfTheDevice' | 'ResetOrReboot'): void {
    life += 1;
    running = true;
    offlineSince = undefined;
    core.store.set(startupKey, startup);
    core.boot.restarted();
    core.connectors.forget();
    core.control.begin(startup === 'ResetOrReboot' ? 'Reboot' : 'PowerLoss');
    for (const module of core.modules) module.poweredOn?.();
    core.connection.start();
  }

  /** Everything of this life ends: timers, link, outlets. The store stays. */
  function powerDown(abrupt: boolean): Promise<void> {
    life += 1;
    running = false;
    core.control.halt();
    for (const module of core.modules) module.poweredOff?.();
    const gone = core.connection.stop(abrupt);
    core.transactionEvents.halt();
    core.securityEvents.halt();
    core.clock.cancelAll();
    return gone;
  }

  function power(on: boolean): void {
    if (on === running) return;
    automatic = true; // the rig caused it
    if (on) powerUp('StartupOfTheDevice');
    else void powerDown(true);
  }

  function tamper(open: boolean): void {
    if (open) core.securityEvent('TamperDetectionActivated');
  }

  /** A fault of an EVSE in use ends its transaction (E06.FR.16). */
  function fault(event: Extract<SensorEvent, { sensor: 'fault' }>): void {
    const { active, evse } = event;
    if (active) {
      for (const session of core.control.sessions) {
        const hit = evse === undefined || session.evseId === evse;
        if (hit && session.transaction !== undefined)
          core.control.end(session, { trigger: 'AbnormalCondition', stoppedReason: stoppedReasonOf(event.fault) });
      }
    }
    core.control.regulate(evse);
    core.connectors.refresh(evse);
  }

  return {
    get life() {
      return life;
    },
    get automatic() {
      return automatic;
    },
    start() {
      unsubscribe();
      unsubscribe = core.rig.onSensor((event) => this.sensed(event));
      core.control.onEnded(() => {
        core.resets.transactionEnded();
        core.firmware?.transactionEnded();
      });
      if (core.rig.powered && !running) powerUp('StartupOfTheDevice');
    },
    async stop() {
      unsubscribe();
      if (running) await powerDown(false);
    },
    reboot(reason) {
      if (!running) return;
      automatic = true;
      core.boot.setReason(reason);
      void powerDown(false);
      const born = life;
      core.options.clock.after((core.options.rebootSeconds ?? 1) * 1000, () => {
        if (born === life && core.rig.powered) powerUp('ResetOrReboot');
      });
    },
    linked() {
      const serverChain = core.connection.rpc?.link.tls?.peerChain.map(({ pem }) => pem).join('\n');
      const chain = serverChain === undefined || serverChain === '' ? {} : { serverChain };
      core.certificates?.connected({ client: core.network.shownClient, ...chain });
      core.heartbeat.restartPings();
      if (core.boot.status !== 'Accepted') {
        core.boot.linked();
        return;
      }
      const offline = offlineSince === undefined ? 0 : core.clock.now() - offlineSince;
      offlineSince = undefined;
      const threshold = numberSetting(core, 'OCPPCommCtrlr', 'OfflineThreshold', 0) * 1000;
      if (!core.quiet && offline > threshold)
        core.connectors.tellAll(); // B04.FR.01
      else core.connectors.refresh();
      core.securityEvents.flush();
      core.transactionEvents.flush();
    },
    unlinked() {
      offlineSince ??= core.clock.now();
      core.transactionEvents.offline();
      core.securityEvents.offline();
    },
    accepted() {
      core.connectors.tellAll(); // B01.FR.05
      const startup = core.store.get<string>(startupKey);
      if (startup !== undefined) core.securityEvent(startup);
      core.store.delete(startupKey);
      core.heartbeat.restart();
      core.meter.restart();
      core.securityEvents.flush();
      core.transactionEvents.flush();
      for (const module of core.modules) module.accepted?.();
    },
    sensed(event) {
      if (event.sensor === 'power') power(event.on);
      if (!running) return;
      if (event.sensor === 'network') core.connection.networkChanged(event.up);
      else if (event.sensor === 'tamper') tamper(event.open);
      else if (event.sensor === 'fault') fault(event);
      else {
        core.control.sensed(event);
        local.sensed(event);
        for (const module of core.modules) module.sensed?.(event);
      }
    },
  };
}

/** ReasonEnumType of a fault the rig names. */
function stoppedReasonOf(
  fault: string,
): 'EmergencyStop' | 'GroundFault' | 'OvercurrentFault' | 'PowerQuality' | 'Other' {
  const name = fault.toLowerCase();
  if (name.includes('emergency')) return 'EmergencyStop';
  if (name.includes('ground') || name.includes('earth')) return 'GroundFault';
  if (name.includes('overcurrent')) return 'OvercurrentFault';
  return name.includes('voltage') || name.includes('power quality') ? 'PowerQuality' : 'Other';
}
