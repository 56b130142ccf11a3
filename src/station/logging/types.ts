import type { Requests } from '../../ocpp/index.ts';

/** Delivers a file; `deadlineMs` in wall time. */
export type Upload = (
  url: string,
  bytes: Uint8Array,
  options: { readonly deadlineMs: number; readonly signal?: AbortSignal },
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>;

export type LogRequest = Requests['GetLog'];
export type LogStatus = Requests['LogStatusNotification']['status'];

/** One line of a log, with the time (RFC 3339) that GetLog selects by. */
export interface LogLine {
  readonly timestamp: string;
  readonly text: string;
}
