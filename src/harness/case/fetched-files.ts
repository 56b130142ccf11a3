import { offeredFirmware } from '../../check/rules/firmware.ts';
import { download } from '../../files/index.ts';
import { readCertificate, verifyFirmwareSignature } from '../../pki/parse/index.ts';
import type { CaseRun } from './case-run.ts';
import { Inconclusive } from './outcome.ts';

const deadlineMs = 60_000;

/**
 * Fetches what a timeline rule looks at beside the messages. An image that cannot be fetched from here, and an elliptic-curve
 * signature that only a station of that maker could verify (L01.FR.04 allows ECSchnorr), leave the rule without a verdict.
 */
export async function fetchFiles(run: CaseRun, rule: string): Promise<void> {
  if (rule !== 'firmware signature verifies') return;
  const offered = offeredFirmware(run.inbox.all);
  if (offered === undefined) return;
  const file = await download(offered.location, { deadlineMs });
  if (!file.ok)
    throw new Inconclusive('network', `the firmware image at ${offered.location} cannot be fetched: ${file.reason}`);
  run.files.set(offered.location, file.bytes);
  const { valid } = verifyFirmwareSignature(file.bytes, offered.signature, offered.signingCertificate);
  if (!valid && isElliptic(offered.signingCertificate)) {
    throw new Inconclusive(
      'sut-not-ready',
      'the signature may be ECSchnorr (L01.FR.04), which cannot be verified here',
    );
  }
}

function isElliptic(pem: string): boolean {
  try {
    return readCertificate(pem).keyType === 'ec';
  } catch {
    return false;
  }
}
