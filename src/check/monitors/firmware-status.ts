import { type Progress, type StatusNotice, watchNotices } from './status-notices.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

/** States in which an update is over (FirmwareStatusEnumType: end state). */
const endStates: ReadonlySet<string> = new Set([
  ...['DownloadFailed', 'InstallationFailed', 'Installed', 'InstallVerificationFailed', 'InvalidSignature'],
]);
/** Only the downloaded image can be in these. InstallRebooting is left out: it may announce anything (FirmwareStatusEnumType). */
const afterDownload: ReadonlySet<string> = new Set([
  ...['Installed', 'Installing', 'InstallScheduled', 'InvalidSignature', 'SignatureVerified'],
]);
/** The signature has been validated before these (L01.FR.04, FR.05). */
const afterSignature: ReadonlySet<string> = new Set(['Installed', 'Installing']);
/** Attempts to download may each be told (L01.FR.30). */
const downloading: ReadonlySet<string> = new Set(['Downloading', 'DownloadPaused', 'DownloadScheduled']);

const order = 'L01.FR.01';

/** The end state that the update is in: the last one, unless the download was begun again. */
function endOf(told: readonly StatusNotice[]): StatusNotice | undefined {
  const last = told.findLast(({ status }) => endStates.has(status));
  const index = last === undefined ? -1 : told.indexOf(last);
  const again = told.slice(index + 1).some(({ status }) => downloading.has(status));
  return last?.status === 'DownloadFailed' && again ? undefined : last;
}

/** An update that was over goes on. A second failure, a rollback that reboots, and a repetition are left alone. */
function afterEnd(notice: StatusNotice, { told }: Progress): Sighting | undefined {
  const end = endOf(told);
  const { status, sequence } = notice;
  if (end === undefined || status === end.status || status === 'InstallRebooting') return undefined;
  if (endStates.has(status) && status !== 'Installed') return undefined;
  const retried = end.status === 'DownloadFailed' && downloading.has(status);
  return {
    requirement: retried ? 'L01.FR.30' : order,
    ...(retried ? { level: 'SHOULD' as const } : {}),
    message: `firmware status ${status} after ${end.status}, which is an end state`,
    actual: `requestId ${notice.requestId ?? 'none'}`,
    events: [end.sequence, sequence],
  };
}

function tooEarly(notice: StatusNotice, { asked, told }: Progress): Sighting | undefined {
  const { status, sequence, requestId } = notice;
  const has = (wanted: string) => told.some((each) => each.status === wanted);
  const common = { actual: `requestId ${requestId ?? 'none'}`, events: [sequence] };
  if (afterDownload.has(status) && !has('Downloaded'))
    return { ...common, requirement: order, message: `firmware status ${status} and never Downloaded` };
  const { firmware } = asked.payload;
  const signed = typeof firmware === 'object' && firmware !== null && 'signature' in firmware;
  if (signed && afterSignature.has(status) && !has('SignatureVerified'))
    return { ...common, requirement: order, message: `firmware status ${status} and never SignatureVerified` };
  return undefined;
}

function next(notice: StatusNotice, progress: Progress): readonly Sighting[] {
  const { asked, told } = progress;
  if (asked.accepted === undefined) return nothing;
  if (told.at(-1)?.status === notice.status) return nothing;
  const found = afterEnd(notice, progress) ?? tooEarly(notice, progress);
  return found === undefined ? nothing : [found];
}

/**
 * FirmwareStatusNotification: requestId (L01.FR.10, FR.20), Idle only when triggered, Downloaded and SignatureVerified before
 * what needs them, nothing after an end state (L01.FR.01, L02.FR.01, FirmwareStatusEnumType). Of an update that a lost link
 * or a reboot interrupted no order is claimed: these notifications are not queued.
 */
export const firmwareStatus: Monitor = {
  name: 'firmware-status',
  requirements: [order, 'L01.FR.10', 'L01.FR.20', 'L01.FR.30', 'Part 2, 3.33 Idle'],
  level: 'SHALL',
  watch: () =>
    watchNotices({
      action: 'UpdateFirmware',
      notification: 'FirmwareStatusNotification',
      idle: 'Part 2, 3.33 Idle',
      id: 'L01.FR.20',
      lacksId: () => true,
      echo: 'L01.FR.10',
      next,
    }),
};
