import type { Requests, Responses } from '../../ocpp/index.ts';
import type { StationContext, StationModule } from '../parts.ts';
import { pause } from '../waiting.ts';
import type { LogLine, LogRequest, LogStatus, Upload } from './types.ts';

/** Wall time for one attempt to upload. */
const uploadDeadlineMs = 60_000;
/** What this station chooses when the CSMS says nothing (GetLogRequest.retries, retryInterval). */
const ownRetries = 2;
const ownRetryIntervalSeconds = 5;

export interface LogOptions {
  readonly upload: Upload;
  /** What the station has written down, oldest first. */
  readonly lines: (type: LogRequest['logType']) => readonly LogLine[];
}

interface Running {
  readonly requestId: number;
  readonly control: AbortController;
}

/** N01.FR.03, .04: the lines of the time that is asked for. */
function selected(lines: readonly LogLine[], { oldestTimestamp, latestTimestamp }: LogRequest['log']): LogLine[] {
  const from = oldestTimestamp === undefined ? Number.NEGATIVE_INFINITY : Date.parse(oldestTimestamp);
  const until = latestTimestamp === undefined ? Number.POSITIVE_INFINITY : Date.parse(latestTimestamp);
  return lines.filter(({ timestamp }) => Date.parse(timestamp) >= from && Date.parse(timestamp) <= until);
}

/** A location that ends with a slash is a folder. */
const target = (location: string, filename: string) => (location.endsWith('/') ? `${location}${filename}` : location);

/** N01: GetLog, the upload of one file, and its status notifications. */
export function createLogs(context: StationContext, { upload, lines }: LogOptions): StationModule {
  let running: Running | undefined;

  const notify = (status: LogStatus, requestId?: number) =>
    context.send('LogStatusNotification', { status, ...(requestId === undefined ? {} : { requestId }) });

  /** N01.FR.02, .08-.10; ends silently when `signal` aborts. */
  async function deliver(request: LogRequest, url: string, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const { requestId, retries = ownRetries, retryInterval = ownRetryIntervalSeconds } = request;
    for (let attempt = 0; attempt <= retries; attempt++) {
      if (attempt === 0) await notify('Uploading', requestId);
      else if (!(await pause(context.clock, retryInterval * 1000, signal))) return;
      if (signal.aborted) return;
      const result = await upload(url, bytes, { deadlineMs: uploadDeadlineMs, signal });
      if (signal.aborted) return;
      if (result.ok) {
        await notify('Uploaded', requestId);
        return;
      }
      context.log(`log: upload attempt ${attempt + 1} of ${retries + 1} failed: ${result.reason}`);
    }
    await notify('UploadFailure', requestId);
  }

  function begin(request: LogRequest, url: string, bytes: Uint8Array): void {
    const control = new AbortController();
    const current: Running = { requestId: request.requestId, control };
    running = current;
    context.clock.after(0, () => {
      const over = () => {
        if (running === current) running = undefined;
      };
      deliver(request, url, bytes, control.signal).then(over, (error: unknown) => {
        context.log(`log: upload ${request.requestId} broke: ${String(error)}`);
        over();
      });
    });
  }

  function getLog(request: Requests['GetLog']): Responses['GetLog'] {
    const { logType, requestId, log } = request;
    const found = selected(lines(logType), log);
    if (found.length === 0) return { status: 'Rejected', statusInfo: { reasonCode: 'NotFound' } }; // N01.FR.05
    const before = running;
    const filename = `${context.identity}-${logType}-${requestId}.log`;
    const bytes = new TextEncoder().encode(
      `${found.map(({ timestamp, text }) => `${timestamp} ${text}`).join('\n')}\n`,
    );
    if (before !== undefined) {
      before.control.abort();
      context.clock.after(0, () => void notify('AcceptedCanceled', before.requestId)); // N01.FR.20
    }
    begin(request, target(log.remoteLocation, filename), bytes);
    return { status: before === undefined ? 'Accepted' : 'AcceptedCanceled', filename }; // N01.FR.12
  }

  return {
    handlers: { GetLog: getLog },
    triggers: {
      // F06.FR.14, .15
      LogStatusNotification: () => {
        const requestId = running?.requestId;
        context.clock.after(0, () => void notify(requestId === undefined ? 'Idle' : 'Uploading', requestId));
        return 'Accepted';
      },
    },
    poweredOff() {
      running?.control.abort();
      running = undefined;
    },
  };
}
