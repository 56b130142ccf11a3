import type { Clock } from '../clock/index.ts';

/** One transfer as the server saw it. `bytes` is what went over the wire; `sha256` (hex) is of a complete file. */
export interface TransferFacts {
  readonly direction: 'download' | 'upload';
  readonly url: string;
  readonly outcome: 'complete' | 'partial' | 'refused';
  readonly bytes: number;
  readonly sha256?: string;
}
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface FileServerOptions {
  readonly host: string;
  readonly port: number; // 0 = any free
  readonly tap: (transfer: TransferFacts) => void;
  /** The name in the URLs handed out, when it is not `host`. */
  readonly advertisedHost?: string;
  /** Set = HTTP Basic is demanded for every transfer. */
  readonly credentials?: Credentials;
  /** OCPP time for throttled downloads; real time without it. */
  readonly clock?: Clock;
}
export interface PublishOptions {
  /** Bytes per second of OCPP time. */
  readonly throttleBytesPerSecond?: number;
  /** HTTP status to answer instead of the file. */
  readonly refuseWith?: number;
}
/** A file somebody put here; `content` is the request body as it came. */
export interface Upload {
  readonly path: string; // decoded, with leading slash
  readonly content: Uint8Array;
  readonly contentType: string;
  readonly sha256: string; // hex
}
export interface FileServer {
  readonly port: number;
  readonly url: string; // http://host:port
  /** Serves `bytes` at `path` (leading slash optional) and returns its URL; publishing again replaces. */
  publish(path: string, bytes: Uint8Array, options?: PublishOptions): string;
  withdraw(path: string): void;
  /** Complete uploads, oldest first. All together stay below 64 MiB: the oldest make room. */
  readonly uploads: readonly Upload[];
  onUpload(listener: (upload: Upload) => void): void;
  close(): Promise<void>;
}

export interface TransferOptions {
  /** Wall time for the whole transfer, at least 500 ms. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
  readonly credentials?: Credentials; // else those in the URL, if any
  readonly roots?: readonly string[]; // PEM, for https
}
export interface DownloadOptions extends TransferOptions {
  /** Refuses more than this; 256 MiB unless told otherwise. */
  readonly maxBytes?: number;
}
export interface UploadOptions extends TransferOptions {
  readonly method?: 'PUT' | 'POST';
  readonly contentType?: string;
}
export interface Failure {
  readonly ok: false;
  readonly reason: string; // one line
}
export type DownloadResult = { readonly ok: true; readonly bytes: Uint8Array; readonly sha256: string } | Failure;
export type UploadResult = { readonly ok: true; readonly bytes: number; readonly sha256: string } | Failure;
