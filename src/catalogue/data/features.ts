// Part 5, chapter 3, appendices A and B, with errata 5.2 to 5.23.
// `## group`, then: id | what "yes" says, in our words | kind | roles that declare it | answer, when it is not yes or no
export const featureRows = `
## Core
C-01 | transactions can be authorized while offline | feature | station
C-02 | unknown tokens may charge while offline (OfflineTxForUnknownIdEnabled) | feature | station
C-03 | energy for a token that turns out invalid can be limited (MaxEnergyOnInvalidId) | feature | station
C-04 | short changes of a connector status can be left out (MinimumStatusDuration) | feature | station
C-06 | behaviour after the cable is pulled at the EV, one of the next two at least (StopTxOnEVSideDisconnect) | feature | station
C-06.1 | the authorization can survive the cable being pulled at the EV (value false) | feature | station
C-06.2 | the authorization can end when the cable is pulled at the EV (value true) | feature | station
C-07 | a master pass stops transactions, chosen on a display (MasterPassGroupId) | feature | station
C-08 | a master pass stops transactions, station without a display (MasterPassGroupId) | feature | station
C-09 | points at which a transaction starts, one of the next six at least (TxStartPoint) | feature | station
C-09.1 | a transaction can start when the EV is connected (EVConnected) | feature | station
C-09.2 | a transaction can start when the driver is authorized (Authorized) | feature | station
C-09.3 | a transaction can start when the meter has signed data (DataSigned) | feature | station
C-09.4 | a transaction can start when the power path closes (PowerPathClosed) | feature | station
C-09.5 | a transaction can start when energy flows (EnergyTransfer) | feature | station
C-09.6 | a transaction can start when the parking bay is taken (ParkingBayOccupancy) | feature | station
C-51 | TxStartPoint can be changed | feature | station
C-10 | points at which a transaction stops, one of the next five at least (TxStopPoint) | feature | station
C-10.1 | a transaction can stop when the EV is disconnected (EVConnected) | feature | station
C-10.2 | a transaction can stop when the authorization ends (Authorized) | feature | station
C-10.3 | a transaction can stop when the power path opens (PowerPathClosed) | feature | station
C-10.4 | a transaction can stop when no more energy flows (EnergyTransfer) | feature | station
C-10.5 | a transaction can stop when the parking bay is left (ParkingBayOccupancy) | feature | station
C-52 | TxStopPoint can be changed | feature | station
C-11 | connectors with a detachable cable can be unlocked from the CSMS (UnlockConnector) | feature | csms
C-12 | what the lock does when the cable is pulled at the EV, one of the next two at least (UnlockOnEVSideDisconnect) | feature | station
C-12.1 | the connector can unlock when the cable is pulled at the EV (value true) | feature | station
C-12.2 | the connector can stay locked when the cable is pulled at the EV (value false) | feature | station
C-13 | a single EVSE can be reset (AllowReset) | feature | station,csms
C-14 | customer data can be read and cleared by customerIdentifier | feature | station,csms
C-15 | firmware updates can be scheduled | feature | csms
C-16 | the status of a transaction can be asked (GetTransactionStatus) | feature | csms
C-17 | the ConfigurationInventory can be asked | feature | csms
C-20 | new sessions can be allowed while an update waits (AllowNewSessionsPendingFirmwareUpdate) | feature | station
C-21 | all messages can be queued while offline, not only those of transactions (QueueAllMessages) | feature | station
C-23 | time sources, Heartbeat at least (TimeSource) | feature | station | list
C-25 | a time offset can be set (TimeOffset) | feature | station
C-26 | a time zone can be set (TimeZone) | feature | station
C-28 | clock-aligned readings can be limited to idle times (AlignedDataCtrlr.SendDuringIdle) | feature | station
C-29 | kinds of TriggerMessage, see below | feature | station,csms
C-29.1 | TriggerMessage for MeterValues | feature | station,csms
C-29.2 | TriggerMessage for TransactionEvent | feature | station,csms
C-29.3 | TriggerMessage for LogStatusNotification | feature | station,csms
C-29.4 | TriggerMessage for FirmwareStatusNotification | feature | station,csms
C-29.5 | TriggerMessage for StatusNotification | feature | station,csms
C-29.6 | TriggerMessage for BootNotification | feature | station
C-30 | local start with an RFID card, ISO 14443 | feature | station,csms
C-31 | local start with an RFID card, ISO 15693 | feature | station,csms
C-32 | local start with a key code | feature | station,csms
C-33 | local start with an id that the station makes up | feature | station,csms
C-34 | local start with the MAC address of the EV | feature | station,csms
C-35 | local start without authorization | feature | station,csms
C-70 | local stop with an RFID card, ISO 14443 (errata 2025-09) | feature | station
C-71 | local stop with an RFID card, ISO 15693 (errata 2025-09) | feature | station
C-72 | local stop with a key code (errata 2025-09) | feature | station
C-75 | local stop without authorization, such as a button (errata 2025-09) | feature | station
C-36 | remote start with the id of an RFID card, ISO 14443 | feature | station,csms
C-37 | remote start with the id of an RFID card, ISO 15693 | feature | station,csms
C-38 | remote start with an id that the CSMS makes up | feature | station,csms
C-39 | remote start without authorization | feature | station,csms
C-40 | what the meter measures, see below | feature | station
C-40.1 | measurands at the start of a transaction (SampledDataCtrlr.TxStartedMeasurands) | feature | station | list
C-40.2 | measurands during a transaction (SampledDataCtrlr.TxUpdatedMeasurands) | feature | station | list
C-40.3 | measurands at the end of a transaction (SampledDataCtrlr.TxEndedMeasurands) | feature | station | list
C-40.4 | clock-aligned measurands (AlignedDataCtrlr.Measurands) | feature | station | list
C-40.5 | clock-aligned measurands at the end of a transaction (AlignedDataCtrlr.TxEndedMeasurands) | feature | station | list
C-41 | cipher suites, both ECDHE_ECDSA or both RSA suites with AES GCM | feature | station | list
C-42 | signed meter values (SignReadings) | feature | station
C-43 | firmware can be installed while a transaction runs | feature | station
C-44 | a BootNotification can be answered Pending before Accepted | feature | csms
C-45 | one GetVariables can ask for several variables | feature | csms
C-46 | one SetVariables can set several variables | feature | csms
C-47 | falls back to the ordinary reconnecting when every network profile has failed | feature | station
C-48 | authorization of remote starts, one of the next two at least (AuthorizeRemoteStart) | feature | station
C-48.1 | a remote start can be authorized first (value true) | feature | station
C-48.2 | a remote start can go without asking (value false) | feature | station
C-49 | authorization cache (AuthCacheEnabled) | feature | station
C-53 | cached tokens expire (AuthCacheLifeTime) | feature | station
C-54 | policies by which the cache drops entries (AuthCachePolicy) | feature | station | list
C-59 | the CSMS need not be asked about cached tokens that are invalid (AuthCacheDisablePostAuthorize) | feature | station
C-58 | remote authorization can be switched off (DisableRemoteAuthorization) | feature | station
C-50 | when a FullInventory is asked, one of the next two at least | feature | csms
C-50.1 | a FullInventory is asked while a station comes on board | feature | csms
C-50.2 | a FullInventory can be asked by the operator | feature | csms
C-56 | SummaryInventory | feature | station
C-57 | a running log upload can be cancelled | feature | station
C-60 | a running firmware update can be cancelled | feature | station
C-61 | security profile 1, password without TLS (optional since errata 2025-06) | feature | station,csms
## Advanced Security
AS-2 | a new CSMS root must be signed by the old one (AdditionalRootCertificateCheck) | feature | station
AS-3 | a CSR that stays unanswered is repeated (CertSigningWaitMinimum, CertSigningRepeatTimes) | feature | station
## Local Authorization List Management
LA-1 | the list can be switched on and off (LocalAuthListEnabled) | feature | station
LA-2 | the version of the list can be asked (GetLocalListVersion) | feature | csms
LA-3 | the CSMS need not be asked about listed tokens that are invalid (LocalAuthListDisablePostAuthorize) | feature | station
## Smart Charging
SC-2 | units of a charging profile, see below (RateUnit) | feature | station
SC-2.1 | charging profiles in A | feature | station
SC-2.2 | charging profiles in W | feature | station
SC-4 | a TxDefaultProfile can be sent for EVSE 0 | feature | csms
## Advanced Device Management
DM-3 | events of chosen severities are queued while offline (OfflineMonitoringEventQueuingSeverity) | feature | station
## Reservation
R-1 | reservation of a connector type | feature | station,csms
R-2 | reservation of an unspecified EVSE (ReservationNonEvseSpecific) | feature | station,csms
R-3 | reservations can be switched off (ReservationEnabled) | feature | station
## Advanced User Interface
UI-1 | priorities of display messages, one of the next three at least | feature | station
UI-1.1 | priority AlwaysFront | feature | station
UI-1.2 | priority InFront | feature | station
UI-1.3 | priority NormalCycle | feature | station
UI-2 | formats of display messages, one of the next four at least | feature | station
UI-2.1 | format ASCII | feature | station
UI-2.2 | format HTML | feature | station
UI-2.3 | format URI | feature | station
UI-2.4 | format UTF8 | feature | station
## ISO 15118 Support
ISO-4 | customer data can be read and cleared by customerCertificate | feature | station,csms
ISO-5 | a contract certificate that the station cannot check is handed to the CSMS (CentralContractValidationAllowed) | feature | station
## Additional questions
AQ-1 | the last CSMS root certificate can be removed | question | station
AQ-2 | a cable lock keeps the driver from plugging in before authorization | question | station
AQ-3 | the last station certificate can be removed by other means than OCPP | question | station
AQ-4 | there is a number of phases it does not support | question | station
AQ-5 | there is a hard-wired monitor | question | station
AQ-6 | there is a preconfigured monitor | question | station
AQ-7 | firmware can be downloaded while a transaction runs | question | station
AQ-8 | the EVSE has to be chosen before authorization | question | station
AQ-9 | it charges EVs by IEC 61851-1, mode 3 | question | station
AQ-10 | a delta monitor can be set on SecurityCtrlr.BasicAuthPassword | question | station
AQ-11 | one station certificate serves both OCPP and ISO 15118 | question | station
AQ-18 | at least one connector is locked mechanically on the station's side (errata 2025-09) | question | station
AQ-12 | a FullInventory is asked in cases that board or boot a station | question | csms
AQ-13.1 | TxDefaultProfile of kind Absolute | question | csms
AQ-13.2 | ChargingStationMaxProfile of kind Absolute | question | csms
AQ-14.1 | TxDefaultProfile of kind Recurring | question | csms
AQ-14.2 | ChargingStationMaxProfile of kind Recurring | question | csms
AQ-16 | unknown stations are refused while the WebSocket is set up | question | csms
AQ-17 | the first BootNotification can be answered Pending or Rejected | question | csms
## Hardware
HFS-1 | detachable cable (socket) | hardware | station
HFS-2 | fixed cable | hardware | station
HFS-3 | charges with AC | hardware | station
HFS-4 | charges with DC | hardware | station
HFS-5 | one phase | hardware | station
HFS-6 | two phases | hardware | station
HFS-7 | three phases | hardware | station
HFS-8 | number of EVSEs | hardware | station | number
HFS-8 > 1 | more than one EVSE, follows from the number | hardware | station | derived
HFS-9 | technology by which it communicates | hardware | station | text
HFS-10 | RFID reader | hardware | station
Mode 1/2-only Charging Station | product subtype, serves EVs in mode 1 or 2 only | hardware | station
Wireless Charging Station | product subtype, inductive (errata 2025-09) | hardware | station
`;

// Words of another layout of Part 5 for what this one calls otherwise; an answer to the first is one to the second.
// ISO-3 became AQ-11 with erratum 5.6; the blocks turn into features of Core in the edition after this one.
export const aliasRows = `
ISO-3 | AQ-11
LA-0 | LocalAuthList
R-0 | Reservation
DM-0 | AdvancedDeviceManagement
UI-0 | AdvancedUserInterface
`;
