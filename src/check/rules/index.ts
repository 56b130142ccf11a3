import { remoteStartNamesTheTransaction, triggeredBootReason } from './boot.ts';
import {
  base64Exi,
  certificateKeysAreLongEnough,
  chainAnswersTheCsr,
  cipherSuitesSuffice,
  clientCertificateNamesThisStation,
  serverCertificateNamesTheCsms,
  validCsr,
} from './certificates.ts';
import { kindSuitsPurposeAndStartSchedule, legalChargingProfile, scheduleAsConfigured } from './charging-profiles.ts';
import type { CellRule, TimelineRule } from './context.ts';
import { firmwareSignatureVerifies } from './firmware.ts';
import { evOnlyForSoc, publicKeyAsConfigured, readingsAreAligned } from './metering.ts';
import { ocspRequestForContractChain, ocspResponseForThatCertificate } from './ocsp.ts';
import { queuedEventsTellTheSession } from './offline.ts';
import { allVariablesAskedForOnce, listForgets } from './orders.ts';
import { basicHeaderOfThisStation, passwordIsStrongEnough } from './passwords.ts';
import {
  everyVariableCanBeSet,
  mandatoryVariablesPresent,
  readableValuesPresent,
  valuesFitCharacteristics,
} from './reports.ts';
import { withinTheLimits } from './schedules.ts';

export type { CellRule, RuleContext, TimelineRule } from './context.ts';

/** Rules of one value by the name in `obeys "..."`, as the vocabulary (src/check/names.ts) lists them. */
export const cellRules: Readonly<Record<string, CellRule>> = {
  'valid CSR': validCsr,
  'within the limits': withinTheLimits,
  'public key as configured': publicKeyAsConfigured,
  'mandatory variables present': mandatoryVariablesPresent,
  'every variable can be set': everyVariableCanBeSet,
  'values fit characteristics': valuesFitCharacteristics,
  'readable values present': readableValuesPresent,
  'EV only for SoC': evOnlyForSoc,
  'chain answers the CSR, under the V2G root': chainAnswersTheCsr('V2G'),
  'chain answers the CSR, under the CSMS root': chainAnswersTheCsr('CSMS'),
  'all variables asked for, once each': allVariablesAskedForOnce,
  'the list no longer knows <valid token>': listForgets('valid token'),
  'base64 EXI': base64Exi,
  'legal charging profile': legalChargingProfile,
  'kind suits purpose and startSchedule': kindSuitsPurposeAndStartSchedule,
  'schedule as configured, limit 6 or 6000': scheduleAsConfigured(6, 6000),
  'server certificate names the CSMS': serverCertificateNamesTheCsms,
  'certificate keys are long enough': certificateKeysAreLongEnough,
  'client certificate names this station': clientCertificateNamesThisStation,
  'cipher suites suffice': cipherSuitesSuffice,
  'Basic header of this station': basicHeaderOfThisStation,
  'password is strong enough': passwordIsStrongEnough,
  'OCSP response for that certificate': ocspResponseForThatCertificate,
  'OCSP request for contract chain': ocspRequestForContractChain,
};

/** Rules of the whole case by the name in `the rule "..." holds`. */
export const timelineRules: Readonly<Record<string, TimelineRule>> = {
  'Triggered boot reason follows an accepted trigger': triggeredBootReason,
  'remote start names the transaction under way': remoteStartNamesTheTransaction,
  'firmware signature verifies': firmwareSignatureVerifies,
  'queued events tell the session': queuedEventsTellTheSession,
  'readings are aligned to the clock': readingsAreAligned,
};
