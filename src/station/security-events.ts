import type { Core } from './core.ts';
import { dateTime } from './station-clock.ts';

/** Types of appendix 2 of Part 2 that are critical and so told to the CSMS (A04.FR.01). */
const critical: ReadonlySet<string> = new Set([
  'FirmwareUpdated',
  'SettingSystemTime',
  'StartupOfTheDevice',
  'ResetOrReboot',
  'SecurityLogWasCleared',
  'MemoryExhaustion',
  'TamperDetectionActivated',
  'InvalidFirmwareSignature',
  'InvalidFirmwareSigningCertificate',
  'InvalidCsmsCertificate',
  'InvalidChargingStationCertificate',
  'DiscardedRenewedClientCertificate', // errata 2025-09, A02.FR.29
  'InvalidTLSVersion',
  'InvalidTLSCipherSuite',
  'MaintenanceLoginAccepted',
  'MaintenanceLoginFailed',
]);

export interface SecurityLogEntry {
  readonly timestamp: string;
  readonly type: string;
  readonly techInfo?: string;
}

const logKey = 'security log';
const rollingEntries = 500; // A04.FR.04 recommends a rolling log
const longestTechInfo = 255;

export const securityLog = (core: Pick<Core, 'store'>): readonly SecurityLogEntry[] =>
  core.store.get<SecurityLogEntry[]>(logKey) ?? [];

/** Logs every event (A04.FR.04) and queues the critical ones (A04.FR.01, FR.02). */
export function securityEvent(core: Core, type: string, techInfo?: string): void {
  const entry = {
    type,
    timestamp: dateTime(core.clock.now()),
    ...(techInfo === undefined ? {} : { techInfo: techInfo.slice(0, longestTechInfo) }),
  };
  core.store.set(logKey, [...securityLog(core), entry].slice(-rollingEntries));
  if (critical.has(type)) void core.securityEvents.add(entry);
}
