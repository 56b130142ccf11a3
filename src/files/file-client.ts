import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Clock } from '../clock/index.ts';
import { ScaledClock } from '../clock/index.ts';
import { sha256 } from './digest.ts';
import type {
  DownloadOptions,
  DownloadResult,
  Failure,
  TransferOptions,
  UploadOptions,
  UploadResult,
} from './types.ts';

const wall: Pick<Clock, 'afterWall' | 'monotonic'> = new ScaledClock();
const shortestDeadlineMs = 500;
const mostRedirects = 5;
const defaultMaxBytes = 256 * 1024 * 1024;

const failure = (reason: string): Failure => ({ ok: false, reason: reason.split('\n')[0] ?? reason });

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code: unknown = Reflect.get(error, 'code');
  const { message } = error;
  return typeof code !== 'string' || message.includes(code) ? message : `${message} (${code})`.trim();
}

/** What a transfer does with its request once that is made: it ends it, and settles when it is over. */
type Conversation<T> = (asked: ClientRequest, settle: (result: T | Failure) => void) => void;

function startRequest(
  url: string,
  method: string,
  options: TransferOptions,
  headers: Record<string, string | number>,
): ClientRequest {
  const target = new URL(url);
  if (target.protocol !== 'http:' && target.protocol !== 'https:')
    throw new Error(`not an http:// or https:// URL: ${url}`);
  const { credentials, roots, signal } = options;
  const details: RequestOptions & { ca?: string[] } = {
    method,
    headers,
    agent: false, // one connection per transfer: nothing lingers
    ...(credentials === undefined ? {} : { auth: `${credentials.username}:${credentials.password}` }),
    ...(signal === undefined ? {} : { signal }),
    ...(roots === undefined ? {} : { ca: [...roots] }),
  };
  return target.protocol === 'https:' ? httpsRequest(target, details) : httpRequest(target, details);
}

/** The deadline of a whole transfer, however many requests it takes. */
interface Deadline {
  readonly ms: number;
  readonly endsAt: number; // on the monotonic clock
}

function startDeadline(ms: number): Deadline {
  const floored = Math.max(ms, shortestDeadlineMs);
  return { ms: floored, endsAt: wall.monotonic() + floored };
}

/** One request under a deadline; every error of it is a failure with one line. */
function converse<T>(make: () => ClientRequest, deadline: Deadline, talk: Conversation<T>): Promise<T | Failure> {
  return new Promise((resolve) => {
    let asked: ClientRequest;
    try {
      asked = make();
    } catch (error) {
      resolve(failure(reasonOf(error)));
      return;
    }
    const cancel = wall.afterWall(deadline.endsAt - wall.monotonic(), () =>
      asked.destroy(new Error(`the transfer was not complete within ${deadline.ms} ms`)),
    );
    const settle = (result: T | Failure): void => {
      cancel();
      resolve(result);
      asked.destroy();
    };
    asked.on('error', (error) => settle(failure(reasonOf(error))));
    talk(asked, settle);
  });
}

/** Credentials are not carried to another host by a redirect. */
const sameHost = (one: string, other: string): boolean => one === other || new URL(one).host === new URL(other).host;

function collect(answer: IncomingMessage, maxBytes: number, settle: (result: DownloadResult) => void): void {
  const chunks: Buffer[] = [];
  let received = 0;
  answer.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    received += chunk.length;
    if (received > maxBytes) settle(failure(`the file is larger than ${maxBytes} bytes`));
  });
  answer.on('error', (error) => {
    const whole = answer.headers['content-length'];
    settle(failure(`the transfer broke off after ${received} of ${whole ?? 'unknown'} bytes: ${reasonOf(error)}`));
  });
  answer.on('end', () => {
    const bytes = Buffer.concat(chunks);
    settle({ ok: true, bytes, sha256: sha256(bytes) });
  });
}

/**
 * Fetches a file over http or https (Basic credentials from the options or the URL; up to 5 redirects). Never rejects: every
 * fault, a deadline or an abort included, is `{ ok: false, reason }`.
 */
export async function download(url: string, options: DownloadOptions): Promise<DownloadResult> {
  const deadline = startDeadline(options.deadlineMs);
  const { credentials: _, ...anonymous } = options;
  let target = url;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const result = await converse<DownloadResult | { readonly location: string }>(
      () => startRequest(target, 'GET', sameHost(url, target) ? options : anonymous, {}),
      deadline,
      (asked, settle) => {
        asked.on('response', (answer) => {
          answer.on('error', () => {}); // an answer we do not read on may still break off
          const { statusCode = 0, statusMessage = '' } = answer;
          const { location } = answer.headers;
          if (statusCode === 200) collect(answer, options.maxBytes ?? defaultMaxBytes, settle);
          else if (statusCode >= 300 && statusCode < 400 && location !== undefined && URL.canParse(location, target))
            settle({ location });
          else settle(failure(`HTTP ${statusCode} ${statusMessage}`.trim()));
        });
        asked.end();
      },
    );
    if (!('location' in result)) return result;
    target = new URL(result.location, target).href;
  }
  return failure(`more than ${mostRedirects} redirects`);
}

/** Delivers bytes with PUT (or POST) over http or https. Never rejects; any answer other than 2xx is a failure. */
export async function upload(url: string, bytes: Uint8Array, options: UploadOptions): Promise<UploadResult> {
  const headers = { 'Content-Type': options.contentType ?? 'application/octet-stream', 'Content-Length': bytes.length };
  return converse<UploadResult>(
    () => startRequest(url, options.method ?? 'PUT', options, headers),
    startDeadline(options.deadlineMs),
    (asked, settle) => {
      asked.on('response', (answer) => {
        const { statusCode = 0, statusMessage = '' } = answer;
        answer.resume();
        answer.on('error', () => {}); // the status has come; what follows it does not matter
        if (statusCode >= 200 && statusCode < 300) settle({ ok: true, bytes: bytes.length, sha256: sha256(bytes) });
        else settle(failure(`HTTP ${statusCode} ${statusMessage}`.trim()));
      });
      asked.end(bytes);
    },
  );
}
