/** The closed lists of the sentences (VOCABULARY.md section 1): states with their inputs, hands, links, assets. */

const words = (text: string): string[] => text.trim().split(/\s+/);

const shared = `Booted Reserved Unavailable EVConnectedPreSession Authorized EnergyTransferStarted EnergyTransferSuspended
  StopAuthorized EVConnectedPostSession EVDisconnected GetInstalledCertificates CertificateInstalled
  RenewChargingStationCertificate`;

/** State modules by role: the official ones, then ours. */
export const states: Readonly<Record<'station' | 'csms', readonly string[]>> = {
  station: words(`${shared} Booting ParkingBayOccupied Authorized15118 ParkingBayUnoccupied StartOfflineTransaction
    RenegotiateChargingLimits RebootBeforeFirmwareInstallation RebootBeforeFirmwareActivation TransactionEventsInQueueEnded
    IdTokenCached IdTokenCached15118 IdTokenLocalAuthList SetChargingProfile RenewV2GChargingStationCertificate Deauthorized
    SetDisplayMessage TransactionEnded EVConnectTimedOut FirmwareInstalled TokenKnownOffline MonitorSet
    NextSecurityProfilePrepared OldSecurityProfileRefused ClientCertificateRenewed`),
  csms: words(`${shared} ISO15118SmartCharging ClientCertificateReady DisplayMessageSet LocalListSent`),
};

/** What a state may be given: words, or (`XRequest`) the fields of the request that it sends. Inputs only, never checks. */
export const stateInputs: Readonly<Record<string, readonly string[]>> = {
  Booted: ['reason'],
  Authorized: ['idToken', 'authorized by', 'RequestStartTransactionRequest'],
  EnergyTransferStarted: ['idToken'],
  ParkingBayUnoccupied: ['stopped by'],
  TokenKnownOffline: ['idToken', 'stopped by'],
  Unavailable: ['evse', 'ChangeAvailabilityRequest'],
  Reserved: ['ReserveNowRequest'],
  CertificateInstalled: ['certificate type', 'certificate', 'InstallCertificateRequest'],
  GetInstalledCertificates: ['hash algorithm'],
  StopAuthorized: ['stopped by'],
  IdTokenLocalAuthList: ['idToken', 'SendLocalListRequest'],
  IdTokenCached: ['idToken', 'stopped by', 'authorized by'],
  Authorized15118: ['idToken', 'authorized by'],
  IdTokenCached15118: ['idToken', 'authorized by'],
  Deauthorized: ['idToken'],
  StartOfflineTransaction: ['idToken'],
  TransactionEventsInQueueEnded: ['idToken', 'stopped by'],
  RenewV2GChargingStationCertificate: ['TriggerMessageRequest'],
  SetDisplayMessage: ['SetDisplayMessageRequest'],
  SetChargingProfile: ['SetChargingProfileRequest'],
  MonitorSet: ['SetVariableMonitoringRequest'],
};

const name = '<[^>]+>';
const amount = String.raw`(?:\d+(?:\.\d+)?|<[^>]+>)`;
/** Physical acts as regular expression sources, each belonging to one hand. */
export const hands: Readonly<Record<string, readonly string[]>> = {
  'the EV driver': [
    'drives into the parking bay',
    'leaves the parking bay',
    '(?:half-)?plugs in the cable(?: at the EV| at the Charging Station)?',
    'unplugs the cable(?: at the EV| at the Charging Station)?',
    `presents ${name}`,
    'presses start',
    'presses stop',
    'chooses "[^"]+" on the display',
  ],
  'the EV': [
    '(?:suspends|resumes|ends) charging',
    'asks for new limits',
    'asks for a new contract certificate',
    'asks for an updated contract certificate',
  ],
  'the rig': [
    'power-cycles the Charging Station',
    'cuts the power',
    'restores the power',
    `(?:raises|clears) (?:a fault|${name})`,
    `moves ${name} (?:above|below|to) ${amount}`,
    String.raw`sets the meter to \d+ Wh`,
    'fails the lock',
  ],
};

export const links = ['disconnects', 'drops the connection', 'goes offline', 'comes back online'] as const;
export const assets = [
  'the contract certificate',
  'the client certificate',
  'the V2G chain',
  'the firmware image',
  'the firmware signing certificate',
  'the log file',
] as const;
export const conditions = [
  'valid',
  'revoked',
  'expired',
  'unknown to the OCSP responder',
  'signed by an unknown CA',
] as const;
export const connectorStatuses = ['Available', 'Occupied', 'Reserved', 'Unavailable', 'Faulted'] as const;
/** Server certificates that the harness can show. */
export const serverCertificates = [
  'valid',
  'expired',
  'not yet valid',
  'unknown root',
  'other host name',
  'wildcard host name',
  'old root',
  'new root',
] as const;
/** What `only if` may ask in a column `times`. */
export const picsConditions = ['fixed cable'] as const;
