import type { State } from '../types.ts';
import { booted } from './booted.ts';
import { certificateInstalled, getInstalledCertificates, reserved, unavailable } from './orders.ts';
import {
  authorized,
  energyTransferStarted,
  energyTransferSuspended,
  evConnectedPostSession,
  evConnectedPreSession,
  evDisconnected,
  stopAuthorized,
} from './session.ts';

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
];
