import { acceptsAnyPassword } from './a-security/accepts-any-password.ts';
import { acceptsAnyUsername } from './a-security/accepts-any-username.ts';
import { acceptsClientCertificateOfAnotherStation } from './a-security/accepts-client-certificate-of-another-station.ts';
import { acceptsOldTls } from './a-security/accepts-old-tls.ts';
import { acceptsUnverifiedClientCertificates } from './a-security/accepts-unverified-client-certificates.ts';
import { lacksRsaSuites } from './a-security/lacks-rsa-suites.ts';
import { refusesClientCertificates } from './a-security/refuses-client-certificates.ts';
import { refusesLongPasswords } from './a-security/refuses-long-passwords.ts';
import { acceptsEveryBoot } from './b-provisioning/accepts-every-boot.ts';
import { closesWhilePending } from './b-provisioning/closes-while-pending.ts';
import { neverAcceptsABoot } from './b-provisioning/never-accepts-a-boot.ts';
import { servesStationsItHasNotAccepted } from './b-provisioning/serves-stations-it-has-not-accepted.ts';
import { acceptsEveryToken } from './c-authorization/accepts-every-token.ts';
import { expectsTheTokenFirst } from './e-transactions/expects-the-token-first.ts';
import { tellsNoAuthorizationOfATransaction } from './e-transactions/tells-no-authorization-of-a-transaction.ts';
import { callsRemotelyStartedInvalid } from './f-remote-control/calls-remotely-started-invalid.ts';
import { namesAnotherTokenType } from './f-remote-control/names-another-token-type.ts';
import { frameworkMutants } from './framework/index.ts';
import { beginsAScheduleLate } from './k-smart-charging/begins-a-schedule-late.ts';
import { namesNoTransaction } from './k-smart-charging/names-no-transaction.ts';
import { tellsNoStartOfASchedule } from './k-smart-charging/tells-no-start-of-a-schedule.ts';
import { knowsNoFirmwareStatus } from './l-firmware-management/knows-no-firmware-status.ts';
import { sendsUnsignedFirmware } from './l-firmware-management/sends-unsigned-firmware.ts';
import { signsAnotherImage } from './l-firmware-management/signs-another-image.ts';
import { asksForEveryCertificate } from './m-certificate-management/asks-for-every-certificate.ts';
import { installsAnotherCertificate } from './m-certificate-management/installs-another-certificate.ts';
import { oddCsmses } from './odd/index.ts';
import type { CsmsMutant } from './types.ts';

const all: readonly CsmsMutant[] = [
  acceptsAnyPassword,
  acceptsAnyUsername,
  acceptsClientCertificateOfAnotherStation,
  acceptsOldTls,
  acceptsUnverifiedClientCertificates,
  lacksRsaSuites,
  refusesClientCertificates,
  refusesLongPasswords,
  acceptsEveryBoot,
  closesWhilePending,
  neverAcceptsABoot,
  servesStationsItHasNotAccepted,
  acceptsEveryToken,
  expectsTheTokenFirst,
  tellsNoAuthorizationOfATransaction,
  callsRemotelyStartedInvalid,
  namesAnotherTokenType,
  beginsAScheduleLate,
  namesNoTransaction,
  tellsNoStartOfASchedule,
  knowsNoFirmwareStatus,
  sendsUnsignedFirmware,
  signsAnotherImage,
  asksForEveryCertificate,
  installsAnotherCertificate,
  ...frameworkMutants,
  ...oddCsmses,
];

/** The CSMSs with one requirement broken, by name. */
export const csmsMutants: Readonly<Record<string, CsmsMutant>> = Object.fromEntries(
  all.map((mutant) => [mutant.name, mutant]),
);
