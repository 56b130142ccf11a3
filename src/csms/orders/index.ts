import * as authorization from './authorization.ts';
import * as certificates from './certificates.ts';
import type { Composers } from './context.ts';
import * as diagnostics from './diagnostics.ts';
import * as display from './display.ts';
import * as firmware from './firmware.ts';
import * as provisioning from './provisioning.ts';
import * as smartCharging from './smart-charging.ts';
import * as transactions from './transactions.ts';

/** One honest composer for each of the 39 messages a CSMS may start. */
export function honestComposers(): Composers {
  return {
    CancelReservation: transactions.cancelReservation,
    CertificateSigned: certificates.certificateSigned,
    ChangeAvailability: transactions.changeAvailability,
    ClearCache: authorization.clearCache,
    ClearChargingProfile: smartCharging.clearChargingProfile,
    ClearDisplayMessage: display.clearDisplayMessage,
    ClearVariableMonitoring: diagnostics.clearVariableMonitoring,
    CostUpdated: transactions.costUpdated,
    CustomerInformation: diagnostics.customerInformation,
    DeleteCertificate: certificates.deleteCertificate,
    GetBaseReport: provisioning.getBaseReport,
    GetChargingProfiles: smartCharging.getChargingProfiles,
    GetCompositeSchedule: smartCharging.getCompositeSchedule,
    GetDisplayMessages: display.getDisplayMessages,
    GetInstalledCertificateIds: certificates.getInstalledCertificateIds,
    GetLocalListVersion: authorization.getLocalListVersion,
    GetLog: diagnostics.getLog,
    GetMonitoringReport: diagnostics.getMonitoringReport,
    GetReport: provisioning.getReport,
    GetTransactionStatus: transactions.getTransactionStatus,
    GetVariables: provisioning.getVariables,
    InstallCertificate: certificates.installCertificate,
    PublishFirmware: firmware.publishFirmware,
    RequestStartTransaction: transactions.requestStartTransaction,
    RequestStopTransaction: transactions.requestStopTransaction,
    ReserveNow: transactions.reserveNow,
    Reset: provisioning.reset,
    SendLocalList: authorization.sendLocalList,
    SetChargingProfile: smartCharging.setChargingProfile,
    SetDisplayMessage: display.setDisplayMessage,
    SetMonitoringBase: diagnostics.setMonitoringBase,
    SetMonitoringLevel: diagnostics.setMonitoringLevel,
    SetNetworkProfile: provisioning.setNetworkProfile,
    SetVariableMonitoring: diagnostics.setVariableMonitoring,
    SetVariables: provisioning.setVariables,
    TriggerMessage: provisioning.triggerMessage,
    UnlockConnector: transactions.unlockConnector,
    UnpublishFirmware: firmware.unpublishFirmware,
    UpdateFirmware: firmware.updateFirmware,
  };
}
