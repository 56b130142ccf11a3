/**
 * The closed lists of the table language (VOCABULARY.md sections 2, 4 and 5). A name that stands in none of them is a
 * TestDesignError before anything is sent. Lists of the sentences (states, hands, links) are in sentence-names.ts.
 */
const list = (text: string): string[] => text.trim().split(/\s*\n\s*/);

/** Derived events and the fields that a table may name. */
export const views: Readonly<Record<string, readonly string[]>> = {
  'connector status': ['connector', 'connectorStatus', 'evse'],
  'monitoring event': list(`
    variable
    trigger
    actualValue
    cleared
    variableMonitoringId
    eventNotificationType
    eventId
    severity
  `),
  'meter reading': ['evseId', 'timestamp', 'sampledValue', 'measurands', 'carrier'],
  'connection attempt': list(`
    outcome
    endpoint
    securityProfile
    tls
    authorization
    subprotocol
    refused at
  `),
  disconnection: ['cause'],
  'file download': ['outcome', 'url'],
  'file upload': ['outcome', 'url'],
};
/** View fields that have paths below them. */
export const deepFields: readonly string[] = ['sampledValue', 'carrier', 'tls', 'authorization'];

/** Fields that hold text for people: `contains` looks for a substring, elsewhere for a member of the comma list. */
export const freeText: readonly string[] = [
  'content',
  'display',
  'techInfo',
  'data',
  'additionalInfo',
  'errorDescription',
  'transaction cost',
  'tariff',
];

/** Durations and numbers of the configuration, with the document's defaults; used with a unit in sentences. */
export const durations = list(`
  aligned interval
  back-off minimum
  boot retry time
  boot time
  cert signing wait
  certificate signing time
  cost update time
  download time
  ended interval
  EV connection timeout
  firmware delay
  heartbeat interval
  log retry interval
  long operation
  message attempt interval
  message timeout
  meter interval
  offline threshold
  reboot time
  reconnect time
  sampled interval
  transaction duration
  upload time
`);

/** Tokens, places, files, certificates, values of the run. */
export const fixtures = list(`
  valid token
  valid token 2
  valid tokens
  unknown token
  blocked token
  invalid token
  token of group
  invalid token of group
  one token per evse
  master pass token
  master pass group
  group
  eMAID
  eMAID of the contract
  evse
  all evses
  first two EVSEs
  connector
  connectors
  connectors of evse
  other connectors
  connector type
  as the rig stands
  transaction id
  all transaction ids
  remote start id
  connector id
  status without cable
  security profile
  active slot
  inactive slot
  connection data
  connection data 2
  ocpp interface
  charging profile
  charging rate unit
  stack level
  phases
  schedule duration
  list version
  next seqNo
  display message
  display message 2
  display priority
  threshold variable
  upper threshold
  lower threshold
  numeric delta variable
  monitored variable
  log type
  log url
  slow log url
  log url that does not exist
  firmware
  other firmware
  slow firmware
  firmware with an invalid signing certificate
  firmware with an invalid signature
  firmware url
  firmware signing certificate
  published url
  station identity
  password
  new password
  old password
  boot interval
  wrong password
  wrong username
  too short password
  old CSMS root
  new CSMS root
  CSMS root
  V2G root
  MO root
  manufacturer root
  client certificate
  client certificate from an unknown CA
  expired client certificate
  client certificate of another station
  customer certificate
  contract chain as PEM
  TxDefaultProfile of EVSE 1
  TxDefaultProfile of EVSE 2
`);

/** Made when used; the text after the pattern's start names what they are made from. */
export const generators: readonly RegExp[] = [
  /^new (?:id|V2G CSR|station CSR)$/,
  /^certificate for csr \d$/,
  /^certificate for the last csr$/,
  /^(?:SHA\d{3} )?hash (?:data )?of .+$/,
  /^OCSP data of .+$/,
  /^meter reading$/,
  /^needs of the mock EV$/,
  /^EV schedule above SetChargingProfileRequest$/,
  /^EXI .+$/,
  /^\d+ A in the rate unit asked for$/,
];

/** Rules of one value (`obeys "..."`); a <name> in them stands for a fixture, N for a number. */
export const cellRules = list(`
  valid CSR
  within the limits
  EV only for SoC
  public key as configured
  mandatory variables present
  values fit characteristics
  readable values present
  every variable can be set
  legal charging profile
  kind suits purpose and startSchedule
  schedule as configured, limit 6 or 6000
  chain answers the CSR, under the V2G root
  chain answers the CSR, under the CSMS root
  server certificate names the CSMS
  certificate keys are long enough
  client certificate names this station
  cipher suites suffice
  Basic header of this station
  all variables asked for, once each
  the list no longer knows <valid token>
  OCSP response for that certificate
  OCSP request for contract chain
  password is strong enough
  base64 EXI
`);
/** Rules of the whole timeline (`the rule "..." holds`). */
export const timelineRules = list(`
  queued events tell the session
  readings are aligned to the clock
  Triggered boot reason follows an accepted trigger
  remote start names the transaction under way
  firmware signature verifies
`);

export function isKnown(name: string): boolean {
  return durations.includes(name) || fixtures.includes(name) || generators.some((pattern) => pattern.test(name));
}

/** Every name that can be written out, for suggestions. */
export const knownNames: readonly string[] = [...fixtures, ...durations, 'new id', 'new station CSR', 'new V2G CSR'];

/** Closed keys of tables that describe no OCPP message. */
export const keys = {
  connect: list(`
    security profile
    username
    password
    client certificate
    tls versions
    tls suites
    subprotocols
  `),
  verdict: ['tls.version', 'tls.suites', 'tls.serverCertificate', 'subprotocol', 'refused at'],
  setting: ['next boot status', 'token', 'status', 'group', 'tariff', 'password', 'client certificate'],
  rig: ['energy', 'energy since Invalid', 'power', 'connector', 'lock', 'contactor', 'display'],
  operatorSees: [/^variable \S/, /^monitors of \S/, /^report /, /^transaction cost$/],
} as const satisfies Readonly<Record<string, readonly (string | RegExp)[]>>;

const intentLines = list(`
  CancelReservation: reservation
  CertificateSigned:
  ChangeAvailability: status, evse, connector
  ClearCache:
  ClearChargingProfile: profile, purpose, evse, stack level
  ClearDisplayMessage: message
  ClearVariableMonitoring: monitors
  CostUpdated: transaction
  CustomerInformation: customer, report, clear
  DeleteCertificate: certificate
  GetBaseReport: report
  GetChargingProfiles: evse, purpose, stack level, limit source, profile
  GetCompositeSchedule: evse, duration, rate unit
  GetDisplayMessages: message, priority, state
  GetInstalledCertificateIds: certificate type
  GetLocalListVersion:
  GetLog: log
  GetMonitoringReport: monitors, variable
  GetReport: criteria, variable
  GetTransactionStatus: transaction
  GetVariables: variable
  InstallCertificate: certificate type, certificate
  PublishFirmware: firmware
  RequestStartTransaction: token, evse, limit
  RequestStopTransaction: transaction
  ReserveNow: evse, connector type, token, group, until
  Reset: type, evse
  SendLocalList: update, add, remove
  SetChargingProfile: purpose, evse, limit, rate unit, duration, kind, recurrency, stack level, replaces, transaction
  SetDisplayMessage: text, priority, state, format, from, until, transaction, replaces
  SetMonitoringBase: base
  SetMonitoringLevel: severity
  SetNetworkProfile: slot, security profile
  SetVariableMonitoring: variable, monitor, severity, value
  SetVariables: variable, value, put first
  TriggerMessage: requested message, evse
  UnlockConnector: evse, connector
  UnpublishFirmware: firmware
  UpdateFirmware: firmware, download from, install from
`);
/** What the operator is told, per action: words a person understands, never what the CSMS must make up itself. */
export const intents: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  intentLines.map((line) => {
    const [action = '', words = ''] = line.split(':');
    return [
      action,
      words
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ];
  }),
);
