import type { StationContext } from '../parts.ts';
import { type Gate, pause } from '../waiting.ts';
import type { Download, FirmwareStatus, UpdateEnd, UpdateRequest } from './types.ts';

/** Wall time for one attempt to download. */
const downloadDeadlineMs = 60_000;
const largestImageBytes = 512 * 1024 * 1024;
/** What this station chooses when the CSMS says nothing (UpdateFirmwareRequest.retries, retryInterval). */
const ownRetries = 2;
const ownRetryIntervalSeconds = 5;

export interface UpdateParts {
  readonly context: StationContext;
  readonly download: Download;
  /** Sends the status (L01.FR.01, .10). */
  readonly notify: (status: FirmwareStatus) => Promise<void>;
  readonly transactionsEnded: Gate;
  /** OCPP seconds that writing the image takes. */
  readonly installSeconds: number;
  /** The image is in place: makes it the one that the next start runs. */
  readonly activate: (sha256: string) => void;
}

interface Image {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** One firmware update from the schedule to the reboot (L01, L02). Ends early, silently, when `signal` aborts. */
export async function update(parts: UpdateParts, request: UpdateRequest, signal: AbortSignal): Promise<UpdateEnd> {
  const image = await retrieve(parts, request, signal);
  if (image === undefined) return signal.aborted ? 'stopped' : 'failed';
  if (!(await signatureHolds(parts, request, image))) return 'failed';
  if (!(await readyToInstall(parts, request, signal))) return 'stopped';
  return install(parts, image, signal);
}

/** L01.FR.13, .30 */
async function retrieve(parts: UpdateParts, request: UpdateRequest, signal: AbortSignal): Promise<Image | undefined> {
  const { context, notify } = parts;
  const { clock } = context;
  const retrieveAt = Date.parse(request.firmware.retrieveDateTime);
  if (retrieveAt > clock.now()) {
    await notify('DownloadScheduled');
    if (!(await pause(clock, retrieveAt - clock.now(), signal))) return undefined;
  }
  const attempts = 1 + (request.retries ?? ownRetries);
  for (let attempt = 1; attempt <= attempts && !signal.aborted; attempt++) {
    if (attempt === 1) await notify('Downloading');
    else if (!(await pause(clock, (request.retryInterval ?? ownRetryIntervalSeconds) * 1000, signal))) return undefined;
    const file = await parts.download(request.firmware.location, {
      deadlineMs: downloadDeadlineMs,
      signal,
      maxBytes: largestImageBytes,
    });
    if (signal.aborted) return undefined;
    if (file.ok) {
      await notify('Downloaded');
      return file;
    }
    context.log(`firmware: download attempt ${attempt} of ${attempts} failed: ${file.reason}`);
  }
  if (!signal.aborted) await notify('DownloadFailed');
  return undefined;
}

/** L01.FR.03, .04, .12. An update without certificate and signature is the one of L02. */
async function signatureHolds(
  { context, notify }: UpdateParts,
  { firmware }: UpdateRequest,
  image: Image,
): Promise<boolean> {
  const { signature, signingCertificate } = firmware;
  if (signature === undefined && signingCertificate === undefined) return true;
  const holds =
    signature !== undefined &&
    signingCertificate !== undefined &&
    (await context.parts.firmware.signature(image.bytes, signature, signingCertificate));
  await notify(holds ? 'SignatureVerified' : 'InvalidSignature');
  if (!holds) context.securityEvent('InvalidFirmwareSignature');
  return holds;
}

/** L01.FR.05-07, .16, .34 */
async function readyToInstall(parts: UpdateParts, request: UpdateRequest, signal: AbortSignal): Promise<boolean> {
  const { context, notify } = parts;
  const { clock } = context;
  const installAt = Date.parse(request.firmware.installDateTime ?? new Date(0).toISOString());
  const scheduled = installAt > clock.now();
  if (scheduled) {
    await notify('InstallScheduled');
    if (!(await pause(clock, installAt - clock.now(), signal))) return false;
  }
  if (context.transactions().length > 0 && !scheduled) await notify('InstallScheduled');
  return idle(parts, signal);
}

/** L01.FR.06, .07, .33: waits for the transactions, and keeps new ones away unless the variable allows them. */
async function idle({ context, transactionsEnded }: UpdateParts, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  if (context.transactions().length === 0) return true;
  if (context.variable('ChargingStation', 'AllowNewSessionsPendingFirmwareUpdate') !== 'true')
    context.setAvailabilityForUpdate(true);
  return transactionsEnded.until(() => context.transactions().length === 0, signal);
}

/** L01.FR.15, .28, .29, .32 (a) */
async function install(parts: UpdateParts, image: Image, signal: AbortSignal): Promise<UpdateEnd> {
  const { context, notify, installSeconds } = parts;
  await notify('Installing');
  if (!(await pause(context.clock, installSeconds * 1000, signal))) return 'stopped';
  if (image.bytes.length === 0) {
    await notify('InstallVerificationFailed');
    return 'failed';
  }
  if (!(await idle(parts, signal))) return 'stopped';
  await notify('InstallRebooting');
  if (signal.aborted) return 'stopped';
  parts.activate(image.sha256);
  return 'installed';
}
