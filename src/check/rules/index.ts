import { remoteStartNamesTheTransaction, triggeredBootReason } from './boot.ts';
import {
  certificateKeysAreLongEnough,
  cipherSuitesSuffice,
  clientCertificateNamesThisStation,
  serverCertificateNamesTheCsms,
  validCsr,
} from './certificates.ts';
import { kindSuitsPurposeAndStartSchedule, legalChargingProfile, scheduleAsConfigured } from './charging-profiles.ts';
import type { CellRule, TimelineRule } from './context.ts';
import { firmwareSignatureVerifies } from './firmware.ts';
import { publicKeyAsConfigured } from './metering.ts';
import { ocspRequestForContractChain, ocspResponseForThatCertificate } from './ocsp.ts';
import { basicHeaderOfThisStation, passwordIsStrongEnough } from './passwords.ts';
import { everyVariableCanBeSet, mandatoryVariablesPresent, valuesFitCharacteristics } from './reports.ts';
import { withinTheLimits } from './schedules.ts';

export type { CellRule, RuleContext, TimelineRule } from './context.ts';

/** Rules of one value by the name in `obeys "..."`; a name of the vocabulary that is missing here is not built yet. */
export const cellRules: Readonly<Record<string, CellRule>> = {
  'valid CSR': validCsr,
  'within the limits': withinTheLimits,
  'public key as configured': publicKeyAsConfigured,
  'mandatory variables present': mandatoryVariablesPresent,
  'every variable can be set': everyVariableCanBeSet,
  'values fit characteristics': valuesFitCharacteristics,
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
};
