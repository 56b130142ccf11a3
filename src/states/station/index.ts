import type { State } from '../types.ts';
import { authorized } from './authorized.ts';
import { booted } from './booted.ts';
import { booting } from './booting.ts';
import { certificateInstalled, getInstalledCertificates } from './certificates.ts';
import { energyTransferStarted } from './energy-transfer-started.ts';
import { energyTransferSuspended } from './energy-transfer-suspended.ts';
import { evConnectedPostSession } from './ev-connected-post-session.ts';
import { evConnectedPreSession } from './ev-connected-pre-session.ts';
import { evDisconnected } from './ev-disconnected.ts';
import { firmwareInstalled } from './firmware-installed.ts';
import { parkingBayOccupied } from './parking-bay-occupied.ts';
import { parkingBayUnoccupied } from './parking-bay-unoccupied.ts';
import { setChargingProfile } from './set-charging-profile.ts';
import { stopAuthorized } from './stop-authorized.ts';
import { transactionEnded } from './transaction-ended.ts';

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
];
