import type { State } from '../types.ts';
import { authorized } from './authorized.ts';
import { authorized15118 } from './authorized-15118.ts';
import { booted } from './booted.ts';
import { booting } from './booting.ts';
import { certificateInstalled, getInstalledCertificates } from './certificates.ts';
import { renewChargingStationCertificate, renewV2GChargingStationCertificate } from './certificates-renewed.ts';
import { deauthorized } from './deauthorized.ts';
import { energyTransferStarted } from './energy-transfer-started.ts';
import { energyTransferSuspended } from './energy-transfer-suspended.ts';
import { evConnectTimedOut } from './ev-connect-timed-out.ts';
import { evConnectedPostSession } from './ev-connected-post-session.ts';
import { evConnectedPreSession } from './ev-connected-pre-session.ts';
import { evDisconnected } from './ev-disconnected.ts';
import { firmwareInstalled } from './firmware-installed.ts';
import { rebootBeforeFirmwareActivation, rebootBeforeFirmwareInstallation } from './firmware-reboots.ts';
import { idTokenCached } from './id-token-cached.ts';
import { idTokenCached15118 } from './id-token-cached-15118.ts';
import { idTokenLocalAuthList } from './id-token-local-auth-list.ts';
import { monitorSet } from './monitor-set.ts';
import { startOfflineTransaction, transactionEventsInQueueEnded } from './offline-sessions.ts';
import { parkingBayOccupied } from './parking-bay-occupied.ts';
import { parkingBayUnoccupied } from './parking-bay-unoccupied.ts';
import { renegotiateChargingLimits } from './renegotiate-charging-limits.ts';
import { reserved } from './reserved.ts';
import {
  clientCertificateRenewed,
  nextSecurityProfilePrepared,
  oldSecurityProfileRefused,
} from './security-profiles.ts';
import { setChargingProfile } from './set-charging-profile.ts';
import { setDisplayMessage } from './set-display-message.ts';
import { stopAuthorized } from './stop-authorized.ts';
import { tokenKnownOffline } from './token-known-offline.ts';
import { transactionEnded } from './transaction-ended.ts';
import { unavailable } from './unavailable.ts';

export const stationStates: readonly State[] = [
  booting,
  booted,
  parkingBayOccupied,
  evConnectedPreSession,
  authorized,
  energyTransferStarted,
  energyTransferSuspended,
  stopAuthorized,
  evConnectedPostSession,
  evDisconnected,
  parkingBayUnoccupied,
  transactionEnded,
  certificateInstalled,
  getInstalledCertificates,
  setChargingProfile,
  firmwareInstalled,
  reserved,
  unavailable,
  authorized15118,
  startOfflineTransaction,
  transactionEventsInQueueEnded,
  renegotiateChargingLimits,
  rebootBeforeFirmwareActivation,
  rebootBeforeFirmwareInstallation,
  idTokenCached,
  idTokenLocalAuthList,
  setDisplayMessage,
  evConnectTimedOut,
  tokenKnownOffline,
  monitorSet,
  renewChargingStationCertificate,
  renewV2GChargingStationCertificate,
  clientCertificateRenewed,
  nextSecurityProfilePrepared,
  oldSecurityProfileRefused,
  idTokenCached15118,
  deauthorized,
];
