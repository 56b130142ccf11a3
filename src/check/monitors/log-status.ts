import { type Progress, type StatusNotice, watchNotices } from './status-notices.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

/** Uploaded needs an upload that was begun (N01.FR.08); after it the one file is there (N01.FR.02). Failures may come at any time. */
function next(notice: StatusNotice, { asked, told }: Progress): readonly Sighting[] {
  const { status, sequence, requestId } = notice;
  if (asked.accepted === undefined || told.at(-1)?.status === status) return nothing;
  const common = { actual: `requestId ${requestId ?? 'none'}`, events: [sequence] };
  const uploaded = told.find((each) => each.status === 'Uploaded');
  if (uploaded !== undefined && status === 'Uploading')
    return [
      {
        ...common,
        requirement: 'N01.FR.02',
        message: 'log status Uploading after Uploaded: a single file is to be uploaded',
        events: [uploaded.sequence, sequence],
      },
    ];
  if (status !== 'Uploaded' || told.some((each) => each.status === 'Uploading')) return nothing;
  return [{ ...common, requirement: 'N01.FR.08', message: 'log status Uploaded and never Uploading' }];
}

/**
 * LogStatusNotification: requestId (N01.FR.07, FR.13), Idle only when triggered, Uploading before Uploaded. An attempt that
 * failed may be followed by another one (N01.FR.10).
 */
export const logStatus: Monitor = {
  name: 'log-status',
  requirements: ['N01.FR.02', 'N01.FR.07', 'N01.FR.08', 'N01.FR.13', 'Part 2, 3.87 Idle'],
  level: 'SHALL',
  watch: () =>
    watchNotices({
      action: 'GetLog',
      notification: 'LogStatusNotification',
      idle: 'Part 2, 3.87 Idle',
      id: 'N01.FR.13',
      lacksId: ({ status }, triggered) => status === 'Uploading' || !triggered,
      echo: 'N01.FR.07',
      next,
    }),
};
