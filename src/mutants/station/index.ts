import { acceptsAShortPassword } from './a-security/accepts-a-short-password.ts';
import { acceptsCsmsCertificateOfAnyHost } from './a-security/accepts-csms-certificate-of-any-host.ts';
import { acceptsCsmsCertificateOfAnyIssuer } from './a-security/accepts-csms-certificate-of-any-issuer.ts';
import { acceptsExpiredCsmsCertificate } from './a-security/accepts-expired-csms-certificate.ts';
import { acceptsPrematureCsmsCertificate } from './a-security/accepts-premature-csms-certificate.ts';
import { acceptsWildcardCsmsCertificate } from './a-security/accepts-wildcard-csms-certificate.ts';
import { forgetsItsClientCertificate } from './a-security/forgets-its-client-certificate.ts';
import { forgetsItsUsername } from './a-security/forgets-its-username.ts';
import { keepsTheOldPassword } from './a-security/keeps-the-old-password.ts';
import { misnamesInvalidCsmsCertificate } from './a-security/misnames-invalid-csms-certificate.ts';
import { offersHalfOfEachSuitePair } from './a-security/offers-half-of-each-suite-pair.ts';
import { refusesAGoodPassword } from './a-security/refuses-a-good-password.ts';
import { showsTheCertificateOfAnotherStation } from './a-security/shows-the-certificate-of-another-station.ts';
import { speaksOldTls } from './a-security/speaks-old-tls.ts';
import { acceptsAndForgetsASetting } from './b-provisioning/accepts-and-forgets-a-setting.ts';
import { bootsAgainTooEarly } from './b-provisioning/boots-again-too-early.ts';
import { callsAScheduledResetAccepted } from './b-provisioning/calls-a-scheduled-reset-accepted.ts';
import { countsReportPartsFromOne } from './b-provisioning/counts-report-parts-from-one.ts';
import { givesNoBootReason } from './b-provisioning/gives-no-boot-reason.ts';
import { goesOnAfterTheLastPart } from './b-provisioning/goes-on-after-the-last-part.ts';
import { hasNoConfigurationInventory } from './b-provisioning/has-no-configuration-inventory.ts';
import { readsAWrongValue } from './b-provisioning/reads-a-wrong-value.ts';
import { readsAnotherAttribute } from './b-provisioning/reads-another-attribute.ts';
import { readsTargetByDefault } from './b-provisioning/reads-target-by-default.ts';
import { refusesABootTrigger } from './b-provisioning/refuses-a-boot-trigger.ts';
import { refusesSettingsWhilePending } from './b-provisioning/refuses-settings-while-pending.ts';
import { reportsNoCharacteristics } from './b-provisioning/reports-no-characteristics.ts';
import { reportsUnderAnotherRequest } from './b-provisioning/reports-under-another-request.ts';
import { resetsAtOnce } from './b-provisioning/resets-at-once.ts';
import { setsAnotherAttribute } from './b-provisioning/sets-another-attribute.ts';
import { setsTargetByDefault } from './b-provisioning/sets-target-by-default.ts';
import { silentAboutOneConnector } from './b-provisioning/silent-about-one-connector.ts';
import { speaksWhilePending } from './b-provisioning/speaks-while-pending.ts';
import { speaksWhileRejected } from './b-provisioning/speaks-while-rejected.ts';
import { startsWhilePending } from './b-provisioning/starts-while-pending.ts';
import { asksNobody } from './c-authorization/asks-nobody.ts';
import { chargesWithARefusedToken } from './c-authorization/charges-with-a-refused-token.ts';
import { claimsAnUnlockCommand } from './e-transactions/claims-an-unlock-command.ts';
import { countsEventsByTwo } from './e-transactions/counts-events-by-two.ts';
import { countsOnOverTransactions } from './e-transactions/counts-on-over-transactions.ts';
import { endsNotWithAuthorization } from './e-transactions/ends-not-with-authorization.ts';
import { knowsEveryTransaction } from './e-transactions/knows-every-transaction.ts';
import { leavesOutALocalReason } from './e-transactions/leaves-out-a-local-reason.ts';
import { namesNoConnector } from './e-transactions/names-no-connector.ts';
import { namesNoToken } from './e-transactions/names-no-token.ts';
import { namesTheConnectorTooLate } from './e-transactions/names-the-connector-too-late.ts';
import { namesTheEvseInEveryEvent } from './e-transactions/names-the-evse-in-every-event.ts';
import { neverSaysCharging } from './e-transactions/never-says-charging.ts';
import { neverSaysOccupied } from './e-transactions/never-says-occupied.ts';
import { neverSaysOffline } from './e-transactions/never-says-offline.ts';
import { saysOnlineInEveryEvent } from './e-transactions/says-online-in-every-event.ts';
import { sendsTheNewestEventFirst } from './e-transactions/sends-the-newest-event-first.ts';
import { startsATransactionTwice } from './e-transactions/starts-a-transaction-twice.ts';
import { startsNotAtCable } from './e-transactions/starts-not-at-cable.ts';
import { startsNotAtPowerPath } from './e-transactions/starts-not-at-power-path.ts';
import { suspendsWithoutSayingSo } from './e-transactions/suspends-without-saying-so.ts';
import { tellsACableAsACar } from './e-transactions/tells-a-cable-as-a-car.ts';
import { tellsAChargingStateOnce } from './e-transactions/tells-a-charging-state-once.ts';
import { tellsALocalStopAsRemote } from './e-transactions/tells-a-local-stop-as-remote.ts';
import { tellsAnotherAuthorizationTrigger } from './e-transactions/tells-another-authorization-trigger.ts';
import { asksAtEveryRemoteStart } from './f-remote-control/asks-at-every-remote-start.ts';
import { concealsTheWaitingTransaction } from './f-remote-control/conceals-the-waiting-transaction.ts';
import { tellsARemoteStartAsLocal } from './f-remote-control/tells-a-remote-start-as-local.ts';
import { tellsNoRemoteStartId } from './f-remote-control/tells-no-remote-start-id.ts';
import { frameworkMutants } from './framework/index.ts';
import { endsBelowTheStart } from './j-meter-values/ends-below-the-start.ts';
import { tellsValuesThatFall } from './j-meter-values/tells-values-that-fall.ts';
import { acceptsAndForgetsAProfile } from './k-smart-charging/accepts-and-forgets-a-profile.ts';
import { clearsWhatIsNotThere } from './k-smart-charging/clears-what-is-not-there.ts';
import { leavesOutTbc } from './k-smart-charging/leaves-out-tbc.ts';
import { refusesAProfileInTransaction } from './k-smart-charging/refuses-a-profile-in-transaction.ts';
import { spreadsADefaultProfile } from './k-smart-charging/spreads-a-default-profile.ts';
import { acceptsAnInvalidSignature } from './l-firmware-management/accepts-an-invalid-signature.ts';
import { acceptsAnInvalidSigningCertificate } from './l-firmware-management/accepts-an-invalid-signing-certificate.ts';
import { downloadsAfterAnInvalidSignature } from './l-firmware-management/downloads-after-an-invalid-signature.ts';
import { leavesOutInstalling } from './l-firmware-management/leaves-out-installing.ts';
import { misnamesInvalidSignature } from './l-firmware-management/misnames-invalid-signature.ts';
import { misnamesInvalidSigningCertificate } from './l-firmware-management/misnames-invalid-signing-certificate.ts';
import { misnamesUpdatedFirmware } from './l-firmware-management/misnames-updated-firmware.ts';
import { skipsSignatureVerified } from './l-firmware-management/skips-signature-verified.ts';
import { tellsFirmwareStatusOfAnotherRequest } from './l-firmware-management/tells-firmware-status-of-another-request.ts';
import { acceptsAndForgetsARoot } from './m-certificate-management/accepts-and-forgets-a-root.ts';
import { findsNoRoot } from './m-certificate-management/finds-no-root.ts';
import { listsAWrongHash } from './m-certificate-management/lists-a-wrong-hash.ts';
import { refusesARoot } from './m-certificate-management/refuses-a-root.ts';
import { callsAnUploadFailed } from './n-diagnostics/calls-an-upload-failed.ts';
import { tellsAnUploadTwice } from './n-diagnostics/tells-an-upload-twice.ts';
import { uploadsAgainAfterUploaded } from './n-diagnostics/uploads-again-after-uploaded.ts';
import { oddStations } from './odd/index.ts';
import type { StationMutant } from './types.ts';

const all: readonly StationMutant[] = [
  forgetsItsUsername,
  offersHalfOfEachSuitePair,
  acceptsExpiredCsmsCertificate,
  acceptsPrematureCsmsCertificate,
  acceptsCsmsCertificateOfAnyIssuer,
  acceptsCsmsCertificateOfAnyHost,
  acceptsWildcardCsmsCertificate,
  misnamesInvalidCsmsCertificate,
  speaksOldTls,
  forgetsItsClientCertificate,
  showsTheCertificateOfAnotherStation,
  refusesAGoodPassword,
  keepsTheOldPassword,
  acceptsAShortPassword,
  silentAboutOneConnector,
  givesNoBootReason,
  startsWhilePending,
  speaksWhilePending,
  refusesSettingsWhilePending,
  refusesABootTrigger,
  bootsAgainTooEarly,
  speaksWhileRejected,
  readsAnotherAttribute,
  readsTargetByDefault,
  readsAWrongValue,
  setsAnotherAttribute,
  setsTargetByDefault,
  acceptsAndForgetsASetting,
  reportsUnderAnotherRequest,
  countsReportPartsFromOne,
  reportsNoCharacteristics,
  hasNoConfigurationInventory,
  resetsAtOnce,
  callsAScheduledResetAccepted,
  chargesWithARefusedToken,
  asksNobody,
  startsNotAtPowerPath,
  startsNotAtCable,
  namesNoConnector,
  namesNoToken,
  tellsAnotherAuthorizationTrigger,
  neverSaysCharging,
  tellsACableAsACar,
  neverSaysOccupied,
  endsNotWithAuthorization,
  tellsALocalStopAsRemote,
  knowsEveryTransaction,
  tellsNoRemoteStartId,
  tellsARemoteStartAsLocal,
  concealsTheWaitingTransaction,
  asksAtEveryRemoteStart,
  acceptsAndForgetsAProfile,
  spreadsADefaultProfile,
  refusesAProfileInTransaction,
  clearsWhatIsNotThere,
  skipsSignatureVerified,
  tellsFirmwareStatusOfAnotherRequest,
  misnamesUpdatedFirmware,
  acceptsAnInvalidSigningCertificate,
  misnamesInvalidSigningCertificate,
  acceptsAnInvalidSignature,
  misnamesInvalidSignature,
  refusesARoot,
  acceptsAndForgetsARoot,
  listsAWrongHash,
  findsNoRoot,
  countsEventsByTwo,
  startsATransactionTwice,
  namesTheConnectorTooLate,
  claimsAnUnlockCommand,
  suspendsWithoutSayingSo,
  countsOnOverTransactions,
  namesTheEvseInEveryEvent,
  leavesOutALocalReason,
  tellsAChargingStateOnce,
  endsBelowTheStart,
  tellsValuesThatFall,
  goesOnAfterTheLastPart,
  leavesOutTbc,
  downloadsAfterAnInvalidSignature,
  leavesOutInstalling,
  neverSaysOffline,
  saysOnlineInEveryEvent,
  sendsTheNewestEventFirst,
  ...frameworkMutants,
  ...oddStations,
  uploadsAgainAfterUploaded,
  callsAnUploadFailed,
  tellsAnUploadTwice,
];

/** Every broken charging station, by name. */
export const stationMutants: Readonly<Record<string, StationMutant>> = Object.fromEntries(
  all.map((mutant) => [mutant.name, mutant]),
);
