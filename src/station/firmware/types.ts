import type { Requests } from '../../ocpp/index.ts';

/** Fetches a file; `deadlineMs` in wall time. */
export type Download = (
  url: string,
  options: { readonly deadlineMs: number; readonly signal?: AbortSignal; readonly maxBytes?: number },
) => Promise<
  | { readonly ok: true; readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly ok: false; readonly reason: string }
>;

export type UpdateRequest = Requests['UpdateFirmware'];
export type FirmwareStatus = Requests['FirmwareStatusNotification']['status'];

/** What of an update outlives a power cycle. */
export interface PersistedUpdate {
  readonly request: UpdateRequest;
  /** `activating`: installed, the reboot that starts the new firmware is under way. */
  readonly phase: 'updating' | 'activating';
}

/** How an update ended, as far as the process itself knows. */
export type UpdateEnd = 'installed' | 'failed' | 'stopped';
