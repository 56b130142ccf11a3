import type { State } from '../types.ts';
import { booted } from './booted.ts';
import { clientCertificateReady, renewChargingStationCertificate } from './certificates.ts';
import { certificateInstalled, getInstalledCertificates, reserved, unavailable } from './orders.ts';
import { displayMessageSet, localListSent } from './prepared.ts';
import {
  authorized,
  energyTransferStarted,
  energyTransferSuspended,
  evConnectedPostSession,
  evConnectedPreSession,
  evDisconnected,
  stopAuthorized,
} from './session.ts';
import { iso15118SmartCharging } from './smart-charging.ts';

export const csmsStates: readonly State[] = [
  booted,
  reserved,
  unavailable,
  evConnectedPreSession,
  authorized,
  energyTransferStarted,
  energyTransferSuspended,
  stopAuthorized,
  evConnectedPostSession,
  evDisconnected,
  certificateInstalled,
  getInstalledCertificates,
  renewChargingStationCertificate,
  iso15118SmartCharging,
  clientCertificateReady,
  displayMessageSet,
  localListSent,
];
