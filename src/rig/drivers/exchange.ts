import { type Agent, type IncomingMessage, request } from 'node:http';

/** The rig did not do its part of the protocol: no connection, no answer, an answer that says no. */
export class RigUnreachable extends Error {
  override readonly name = 'RigUnreachable';
}

const silence = 10_000; // wall ms without a byte

/** Sends one HTTP request; resolves when the answer's headers are there. Rejects with `RigUnreachable`. */
export function open(agent: Agent, method: string, url: URL, body?: unknown): Promise<IncomingMessage> {
  const what = `${method} ${url.pathname}`;
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers =
      text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const sent = request(url, { method, agent, headers, timeout: silence });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${silence / 1000} s`)));
    sent.on('error', (error) =>
      reject(new RigUnreachable(`the rig at ${url.origin} failed at ${what}: ${error.message}`)),
    );
    sent.on('response', resolve);
    sent.end(text);
  });
}

export interface Exchanged {
  readonly ok: boolean;
  readonly status: number;
  readonly text: string;
}

/** One whole request and answer. */
export async function exchange(agent: Agent, method: string, url: URL, body?: unknown): Promise<Exchanged> {
  const answer = await open(agent, method, url, body);
  let text = '';
  answer.setEncoding('utf8');
  for await (const chunk of answer) text += chunk;
  const status = answer.statusCode ?? 0;
  return { ok: status >= 200 && status < 300, status, text: text.trim() };
}
