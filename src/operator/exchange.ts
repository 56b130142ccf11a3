import type { Clock } from '../clock/index.ts';

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; left out = no body. */
  readonly body?: unknown;
}
export interface HttpReply {
  readonly status: number;
  readonly text: string;
  /** The body read as JSON; undefined when it is none. */
  readonly json: unknown;
}

/** The CSMS could not be asked at all. */
export class OperatorUnreachable extends Error {
  override readonly name = 'OperatorUnreachable';
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One HTTP exchange; `timeoutMs` is wall time. Throws OperatorUnreachable with one line that names the URL. */
export async function exchange(clock: Clock, request: HttpRequest, timeoutMs: number): Promise<HttpReply> {
  const { method, url, headers = {}, body } = request;
  const abort = new AbortController();
  const cancel = clock.afterWall(timeoutMs, () => abort.abort(new Error(`no answer within ${timeoutMs / 1000} s`)));
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  try {
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const reply = await fetch(url, { method, headers: { ...type, ...headers }, signal: abort.signal, ...content });
    const text = await reply.text();
    return { status: reply.status, text, json: read(text) };
  } catch (error) {
    const cause =
      error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);
    throw new OperatorUnreachable(
      `${method} ${url}: ${cause || 'the CSMS cannot be reached'}; check that it runs and the URL is right`,
    );
  } finally {
    cancel();
  }
}
