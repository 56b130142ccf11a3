// id | meaning | kind | roles that declare it
export const featureRows = `
C-01 | offline authorisation (needs LA list, C-02, C-49 or C-35 with a local token method) | feature | station
C-02 | OfflineTxForUnknownIdEnabled | feature | station
C-03 | MaxEnergyOnInvalidId | feature | station
C-04 | MinimumStatusDuration | feature | station
C-06 | StopTxOnEVSideDisconnect (>=1 sub-option) | feature | station
C-06.1 | keep authorisation on EV-side unplug (false) | feature | station
C-06.2 | drop authorisation on EV-side unplug (true) | feature | station
C-07 | master pass, station with UI (MasterPassGroupId) | feature | station
C-08 | master pass, station without UI | feature | station
C-09 | TxStartPoint values (>=1) | feature | station
C-09.1 | TxStartPoint EVConnected | feature | station
C-09.2 | TxStartPoint Authorized | feature | station
C-09.3 | TxStartPoint DataSigned | feature | station
C-09.4 | TxStartPoint PowerPathClosed | feature | station
C-09.5 | TxStartPoint EnergyTransfer | feature | station
C-09.6 | TxStartPoint ParkingBayOccupancy | feature | station
C-10 | TxStopPoint values (>=1) | feature | station
C-10.1 | TxStopPoint EVConnected | feature | station
C-10.2 | TxStopPoint Authorized | feature | station
C-10.3 | TxStopPoint PowerPathClosed | feature | station
C-10.4 | TxStopPoint EnergyTransfer | feature | station
C-10.5 | TxStopPoint ParkingBayOccupancy | feature | station
C-11 | UnlockConnector for detachable cable | feature | csms
C-12 | UnlockOnEVSideDisconnect (>=1 sub-option) | feature | station
C-12.1 | unlock on EV-side unplug | feature | station
C-12.2 | no unlock on EV-side unplug | feature | station
C-13 | reset per EVSE (AllowReset) | feature | station,csms
C-14 | CustomerInformation by customerIdentifier | feature | station,csms
C-15 | scheduled firmware updates | feature | csms
C-16 | GetTransactionStatus | feature | csms
C-17 | retrieve ConfigurationInventory | feature | csms
C-20 | AllowNewSessionsPendingFirmwareUpdate | feature | station
C-21 | QueueAllMessages | feature | station
C-23 | TimeSource list (Heartbeat at least) | feature | station
C-25 | TimeOffset | feature | station
C-26 | TimeZone | feature | station
C-28 | AlignedDataSendDuringIdle | feature | station
C-29 | TriggerMessage kinds | feature | station,csms
C-29.1 | trigger MeterValues | feature | station,csms
C-29.2 | trigger TransactionEvent | feature | station,csms
C-29.3 | trigger LogStatusNotification | feature | station,csms
C-29.4 | trigger FirmwareStatusNotification | feature | station,csms
C-29.5 | trigger StatusNotification | feature | station,csms
C-29.6 | trigger BootNotification | feature | station
C-30 | local start: ISO14443 | feature | station,csms
C-31 | local start: ISO15693 | feature | station,csms
C-32 | local start: KeyCode | feature | station,csms
C-33 | local start: locally generated id | feature | station,csms
C-34 | local start: MacAddress | feature | station,csms
C-35 | local start: NoAuthorization | feature | station,csms
C-36 | remote start: ISO14443 | feature | station,csms
C-37 | remote start: ISO15693 | feature | station,csms
C-38 | remote start: Central id | feature | station,csms
C-39 | remote start: NoAuthorization | feature | station,csms
C-40 | measurand lists | feature | station
C-40.1 | SampledDataTxStartedMeasurands | feature | station
C-40.2 | SampledDataTxUpdatedMeasurands | feature | station
C-40.3 | SampledDataTxEndedMeasurands | feature | station
C-40.4 | AlignedDataMeasurands | feature | station
C-40.5 | AlignedDataTxEndedMeasurands | feature | station
C-41 | cipher suites: both ECDHE_ECDSA AES-GCM suites or both RSA AES-GCM suites | feature | station
C-42 | signed meter values | feature | station
C-43 | install firmware during a transaction | feature | station
C-44 | BootNotification Pending before Accepted | feature | csms
C-45 | GetVariables with several elements | feature | csms
C-46 | SetVariables with several elements | feature | csms
C-47 | fall back to default reconnect after failed network profile | feature | station
C-48 | AuthorizeRemoteStart (>=1 sub-option) | feature | station
C-48.1 | AuthorizeRemoteStart true | feature | station
C-48.2 | AuthorizeRemoteStart false | feature | station
C-49 | authorization cache | feature | station
C-50 | FullInventory usage (>=1 sub-option) | feature | csms
C-50.1 | FullInventory while onboarding | feature | csms
C-50.2 | FullInventory on operator request | feature | csms
C-51 | TxStartPoint configurable | feature | station
C-52 | TxStopPoint configurable | feature | station
C-53 | AuthCacheLifeTime | feature | station
C-54 | AuthCachePolicy values | feature | station
C-56 | SummaryInventory | feature | station
C-57 | cancel a running log upload | feature | station
C-58 | DisableRemoteAuthorization | feature | station
C-59 | AuthCacheDisablePostAuthorize | feature | station
C-60 | cancel a running firmware update | feature | station
AS-2 | AdditionalRootCertificateCheck=true | feature | station
AS-3 | CertSigningWaitMinimum / CertSigningRepeatTimes | feature | station
SC-2 | charging rate units | feature | station
SC-2.1 | unit A | feature | station
SC-2.2 | unit W | feature | station
SC-4 | TxDefaultProfile on evseId 0 | feature | csms
R-1 | reservation by connectorType | feature | csms
R-2 | reservation of unspecified EVSE (ReservationNonEvseSpecific) | feature | station,csms
R-3 | reservations can be disabled (ReservationEnabled) | feature | station
DM-3 | OfflineMonitoringEventQueuingSeverity | feature | station
ISO-3 | combined station certificate (retired by errata 2025-02) | feature | station,csms
ISO-4 | CustomerInformation by customerCertificate | feature | station,csms
ISO-5 | CentralContractValidationAllowed | feature | station
LA-1 | LocalAuthListEnabled | feature | station
LA-2 | GetLocalListVersion | feature | csms
LA-3 | LocalAuthListDisablePostAuthorize | feature | station
UI-1 | display priorities (>=1) | feature | station
UI-1.1 | AlwaysFront | feature | station
UI-1.2 | InFront | feature | station
UI-1.3 | NormalCycle | feature | station
UI-2 | display formats (>=1) | feature | station
UI-2.1 | ASCII | feature | station
UI-2.2 | HTML | feature | station
UI-2.3 | URI | feature | station
UI-2.4 | UTF8 | feature | station
AQ-1 | last CSMS root removable? | question | station
AQ-2 | cable lock blocks plug-in before authorisation? | question | station
AQ-3 | last station certificate removable outside OCPP? | question | station
AQ-4 | an unsupported numberPhases exists? | question | station
AQ-5 | a hard-wired monitor exists (which)? | question | station
AQ-6 | a preconfigured monitor exists (which)? | question | station
AQ-7 | firmware download possible during a transaction? | question | station
AQ-8 | EVSE must be chosen before authorisation? | question | station
AQ-9 | can charge IEC 61851-1 (mode 3) EV? | question | station
AQ-10 | Delta monitor on SecurityCtrlr.BasicAuthPassword possible? | question | station
AQ-11 | combined OCPP/ISO 15118 station certificate supported? | question | station
AQ-18 | a connector with automatic mechanised lock on station side? | question | station
AQ-17 | first BootNotification answer can be set to Pending/Rejected? | question | csms
AQ-12 | FullInventory asked during onboarding/boot tests? | question | csms
AQ-16 | CSMS refuses unknown stations already at WebSocket set-up? | question | csms
AQ-13.1 | Absolute kind for TxDefaultProfile? | question | csms
AQ-13.2 | Absolute kind for ChargingStationMaxProfile? | question | csms
AQ-14.1 | Recurring kind for TxDefaultProfile? | question | csms
AQ-14.2 | Recurring kind for ChargingStationMaxProfile? | question | csms
C-61 | security profile 1 (unsecured + Basic auth) - optional since 2025-06 | feature | station,csms
C-70 | local stop: ISO14443 | feature | station
C-71 | local stop: ISO15693 | feature | station
C-72 | local stop: KeyCode | feature | station
C-75 | local stop: NoAuthorization | feature | station
HFS-1 | detachable cable | hardware | station
HFS-2 | fixed cable | hardware | station
HFS-3 | AC | hardware | station
HFS-4 | DC | hardware | station
HFS-5 | 1 phase | hardware | station
HFS-6 | 2 phases | hardware | station
HFS-7 | 3 phases | hardware | station
HFS-8 | number of EVSEs | hardware | station
HFS-8 > 1 | more than one EVSE | hardware | station
HFS-9 | communication technology | hardware | station
HFS-10 | RFID readers | hardware | station
Mode 1/2-only Charging Station | product subtype: serves Mode 1 or 2 only | hardware | station
LA-0 | whole block local authorization list (later layout of Part 5) | feature | station,csms
R-0 | whole block reservation (later layout of Part 5) | feature | station,csms
DM-0 | whole block advanced device management (later layout of Part 5) | feature | station,csms
UI-0 | whole block display messages (later layout of Part 5) | feature | station,csms
`;
