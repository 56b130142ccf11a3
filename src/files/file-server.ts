import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Clock } from '../clock/index.ts';
import { ScaledClock } from '../clock/index.ts';
import { sha256 } from './digest.ts';
import { answerPaced } from './paced-answer.ts';
import type { FileServer, FileServerOptions, PublishOptions, TransferFacts, Upload } from './types.ts';

/** What one upload, and all kept uploads together, may take (bytes). */
export const uploadLimit = 64 * 1024 * 1024;

interface Published {
  readonly bytes: Uint8Array;
  readonly options: PublishOptions;
}

const withSlash = (path: string): string => (path.startsWith('/') ? path : `/${path}`);

function readPath(url: string | undefined): string | undefined {
  try {
    return decodeURIComponent((url ?? '/').split('?', 1)[0] ?? '/');
  } catch {
    return undefined;
  }
}

/** A single byte range (RFC 9110, 14.2), as stations that resume a download ask for; undefined = the whole file. */
function readRange(header: string | undefined, length: number): { from: number; to: number } | undefined {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
  if (match === null) return undefined;
  const from = Number(match[1]);
  const to = match[2] === '' ? length - 1 : Math.min(Number(match[2]), length - 1);
  return from <= to ? { from, to } : undefined;
}

class HttpFileServer implements FileServer {
  port = 0;
  url = '';
  readonly uploads: Upload[] = [];
  readonly #options: FileServerOptions;
  readonly #clock: Clock;
  readonly #server: Server;
  readonly #published = new Map<string, Published>();
  readonly #listeners: ((upload: Upload) => void)[] = [];

  constructor(options: FileServerOptions) {
    this.#options = options;
    this.#clock = options.clock ?? new ScaledClock();
    // A modem may take minutes for one file: the whole request has no time limit, its headers have.
    this.#server = createServer({ requestTimeout: 0 }, (request, response) => this.#handle(request, response));
  }

  async listen(): Promise<void> {
    const { host, port, advertisedHost = host } = this.#options;
    this.port = await new Promise<number>((resolve, reject) => {
      this.#server.once('error', (error: NodeJS.ErrnoException) => {
        const inUse = 'the port is in use: stop what uses it or choose another';
        reject(
          new Error(`cannot serve files on ${host}:${port}: ${error.code === 'EADDRINUSE' ? inUse : error.message}`),
        );
      });
      this.#server.listen({ host, port }, () => {
        const address = this.#server.address();
        if (typeof address === 'object' && address !== null) resolve(address.port);
      });
    });
    this.#server.on('error', (error) =>
      process.emitWarning(`the file server on ${host}:${this.port} has trouble: ${error.message}`),
    );
    this.url = `http://${advertisedHost.includes(':') ? `[${advertisedHost}]` : advertisedHost}:${this.port}`;
  }

  publish(path: string, bytes: Uint8Array, options: PublishOptions = {}): string {
    this.#published.set(withSlash(path), { bytes, options });
    return `${this.url}${withSlash(path).split('/').map(encodeURIComponent).join('/')}`;
  }

  withdraw(path: string): void {
    this.#published.delete(withSlash(path));
  }

  onUpload(listener: (upload: Upload) => void): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    response.on('error', () => {}); // told by `close`
    request.on('error', () => {});
    const path = readPath(request.url);
    const downloads = request.method === 'GET' || request.method === 'HEAD';
    const uploads = request.method === 'PUT' || request.method === 'POST';
    const direction = uploads ? 'upload' : 'download';
    if (path === undefined || (!downloads && !uploads))
      this.#refuse(request, response, direction, path === undefined ? 400 : 405);
    else if (!this.#mayPass(request)) this.#refuse(request, response, direction, 401);
    else if (uploads) this.#upload(request, response, path);
    else this.#download(request, response, path);
  }

  #mayPass({ headers }: IncomingMessage): boolean {
    const { credentials } = this.#options;
    if (credentials === undefined) return true;
    const [scheme, given] = (headers.authorization ?? '').split(/\s+/, 2);
    const expected = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
    return scheme?.toLowerCase() === 'basic' && given === expected;
  }

  #tell(request: IncomingMessage, facts: Omit<TransferFacts, 'url'>): void {
    this.#options.tap({ url: `${this.url}${request.url ?? '/'}`, ...facts });
  }

  #refuse(
    request: IncomingMessage,
    response: ServerResponse,
    direction: TransferFacts['direction'],
    status: number,
  ): void {
    const challenge = status === 401 ? { 'WWW-Authenticate': 'Basic realm="files"' } : {};
    response.writeHead(status, { Connection: 'close', 'Content-Length': 0, ...challenge }).end();
    // What is still being sent is thrown away, so that the other side can read the answer.
    request.resume();
    this.#tell(request, { direction, outcome: 'refused', bytes: 0 });
  }

  #download(request: IncomingMessage, response: ServerResponse, path: string): void {
    const published = this.#published.get(path);
    const status = published === undefined ? 404 : published.options.refuseWith;
    if (published === undefined || status !== undefined) {
      this.#refuse(request, response, 'download', status ?? 404);
      return;
    }
    const { bytes, options } = published;
    const range = readRange(request.headers.range, bytes.length);
    const body = range === undefined ? bytes : bytes.subarray(range.from, range.to + 1);
    response.writeHead(range === undefined ? 200 : 206, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': body.length,
      'Accept-Ranges': 'bytes',
      ...(range === undefined ? {} : { 'Content-Range': `bytes ${range.from}-${range.to}/${bytes.length}` }),
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    answerPaced(response, body, options.throttleBytesPerSecond ?? Infinity, this.#clock, (sent, complete) => {
      const outcome = complete ? 'complete' : 'partial';
      this.#tell(request, {
        direction: 'download',
        outcome,
        bytes: sent,
        ...(complete ? { sha256: sha256(body) } : {}),
      });
    });
  }

  #upload(request: IncomingMessage, response: ServerResponse, path: string): void {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let over = false;
    request.on('data', (chunk: Buffer) => {
      if (over) return;
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= uploadLimit) return;
      over = true;
      chunks.length = 0;
      this.#refuse(request, response, 'upload', 413);
    });
    request.once('close', () => {
      if (over) return;
      if (!request.complete) {
        this.#tell(request, { direction: 'upload', outcome: 'partial', bytes });
        return;
      }
      const content = Buffer.concat(chunks);
      const digest = sha256(content);
      this.#keep({ path, content, contentType: request.headers['content-type'] ?? '', sha256: digest });
      this.#tell(request, { direction: 'upload', outcome: 'complete', bytes, sha256: digest });
      response.writeHead(request.method === 'PUT' ? 201 : 200, { 'Content-Length': 0 }).end();
    });
  }

  #keep(upload: Upload): void {
    this.uploads.push(upload);
    let total = this.uploads.reduce((sum, { content }) => sum + content.length, 0);
    while (total > uploadLimit) total -= this.uploads.shift()?.content.length ?? total;
    for (const listener of this.#listeners) listener(upload);
  }
}

/**
 * An HTTP server for what charging stations fetch (firmware) and deliver (logs). GET and HEAD serve what was published, PUT
 * and POST take any path. Every transfer is told once to the tap, with what really went over the wire.
 *
 * @throws Error with one line naming host and port when it cannot listen.
 */
export async function startFileServer(options: FileServerOptions): Promise<FileServer> {
  const server = new HttpFileServer(options);
  await server.listen();
  return server;
}
