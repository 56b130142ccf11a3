/** Variables that every station has, whatever blocks it implements (Part 2, Referenced Components and Variables). */
export interface RequiredVariable {
  /** `Component.Variable[instance]` */
  readonly name: string;
  /** The document makes it ReadWrite for every station, so a ConfigurationInventory holds it. */
  readonly settable: boolean;
}

const list = (text: string): string[] => text.trim().split(/\s+/);

const settable = list(`
  AlignedDataCtrlr.Interval
  AlignedDataCtrlr.Measurands
  AlignedDataCtrlr.TxEndedInterval
  AlignedDataCtrlr.TxEndedMeasurands
  AuthCtrlr.LocalAuthorizeOffline
  AuthCtrlr.LocalPreAuthorize
  OCPPCommCtrlr.MessageAttemptInterval[TransactionEvent]
  OCPPCommCtrlr.MessageAttempts[TransactionEvent]
  OCPPCommCtrlr.NetworkConfigurationPriority
  OCPPCommCtrlr.NetworkProfileConnectionAttempts
  OCPPCommCtrlr.OfflineThreshold
  OCPPCommCtrlr.ResetRetries
  SampledDataCtrlr.TxEndedInterval
  SampledDataCtrlr.TxEndedMeasurands
  SampledDataCtrlr.TxStartedMeasurands
  SampledDataCtrlr.TxUpdatedInterval
  SampledDataCtrlr.TxUpdatedMeasurands
  SecurityCtrlr.OrganizationName
  TxCtrlr.EVConnectionTimeOut
  TxCtrlr.StopTxOnInvalidId
`);
const fixed = list(`
  AuthCtrlr.AuthorizeRemoteStart
  ChargingStation.AvailabilityState
  ChargingStation.Available
  ChargingStation.SupplyPhases
  ClockCtrlr.DateTime
  ClockCtrlr.TimeSource
  Connector.Available
  Connector.ConnectorType
  Connector.SupplyPhases
  DeviceDataCtrlr.BytesPerMessage[GetReport]
  DeviceDataCtrlr.BytesPerMessage[GetVariables]
  DeviceDataCtrlr.BytesPerMessage[SetVariables]
  DeviceDataCtrlr.ItemsPerMessage[GetReport]
  DeviceDataCtrlr.ItemsPerMessage[GetVariables]
  DeviceDataCtrlr.ItemsPerMessage[SetVariables]
  EVSE.AvailabilityState
  EVSE.Available
  EVSE.Power
  EVSE.SupplyPhases
  OCPPCommCtrlr.FileTransferProtocols
  OCPPCommCtrlr.MessageTimeout[Default]
  OCPPCommCtrlr.UnlockOnEVSideDisconnect
  SecurityCtrlr.CertificateEntries
  SecurityCtrlr.SecurityProfile
  TxCtrlr.StopTxOnEVSideDisconnect
  TxCtrlr.TxStartPoint
  TxCtrlr.TxStopPoint
`);

export const requiredVariables: readonly RequiredVariable[] = [
  ...settable.map((name) => ({ name, settable: true })),
  ...fixed.map((name) => ({ name, settable: false })),
];
