import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import type { ReachOptions } from './client-attempt.ts';
import { basicAuthorization, ClientAttempt } from './client-attempt.ts';
import { readSubprotocols } from './http-facts.ts';
import type { Refusal } from './types.ts';
import { upgradeFailure } from './upgrade-failure.ts';
import { shortestDeadlineMs, wall } from './wall.ts';

export interface RawUpgradeOptions extends ReachOptions {
  /** Added to Upgrade, Connection, Sec-WebSocket-Key and -Version; an empty value leaves that header out. */
  readonly headers?: Readonly<Record<string, string>>;
  /** After a 101, how long to watch whether the server closes (wall ms, at least 500). */
  readonly watchMs?: number;
}
export type RawUpgradeResult =
  | {
      readonly ok: true;
      readonly status: number;
      readonly reason: string;
      readonly headers: IncomingHttpHeaders;
      readonly closed: boolean;
    }
  | ({ readonly ok: false } & Refusal);

interface HttpAnswer {
  readonly status: number;
  readonly reason: string;
  readonly headers: IncomingHttpHeaders;
  readonly upgraded?: Socket;
}

function requestHeaders(options: RawUpgradeOptions): Record<string, string> {
  const headers: Record<string, string> = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...(options.credentials === undefined ? {} : { Authorization: basicAuthorization(options.credentials) }),
    ...options.headers,
  };
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
}

function ask(options: RawUpgradeOptions, socket: Socket, secure: boolean): Promise<HttpAnswer | Refusal> {
  return new Promise((resolve) => {
    const { pathname, search, host } = new URL(options.url);
    const headers = { Host: host, ...requestHeaders(options) };
    const asked = request({ createConnection: () => socket, path: pathname + search, headers });
    asked.on('error', (error) => resolve(upgradeFailure(error, [], undefined, secure)));
    asked.on('response', (answer) => {
      answer.on('error', () => {}); // the status has come; what follows it does not matter
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, reason: answer.statusMessage ?? '', headers: answer.headers });
    });
    asked.on('upgrade', (answer, upgraded, head) => {
      upgraded.unshift(head);
      resolve({
        status: answer.statusCode ?? 0,
        reason: answer.statusMessage ?? '',
        headers: answer.headers,
        upgraded,
      });
    });
    asked.end();
  });
}

/** Reads on until the server ends the connection or the time is over. Any close frame is followed by the end (RFC 6455, 7.1.1). */
function closesWithin(socket: Socket, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (closed: boolean) => {
      cancel();
      resolve(closed);
      socket.destroy();
    };
    const cancel = wall.afterWall(ms, () => done(false));
    socket.on('error', () => done(true));
    socket.once('end', () => done(true));
    socket.once('close', () => done(true));
    socket.on('data', (bytes: Buffer) => {
      if (bytes[0] === 0x88) done(true); // a close frame
    });
  });
}

/**
 * One upgrade request with headers of the caller's choice, for what no WebSocket client lets one send: no or a broken
 * Sec-WebSocket-Protocol, a wrong version. Tells the HTTP answer, and after a 101 whether the server closed; the connection
 * is never used and always ended. Never rejects.
 */
export async function rawUpgrade(options: RawUpgradeOptions): Promise<RawUpgradeResult> {
  const client = new ClientAttempt(options);
  const reached = await client.reach();
  if (!('socket' in reached)) return { ok: false, ...reached };
  client.describe(readSubprotocols(options.headers?.['Sec-WebSocket-Protocol']));
  const answer = await client.within(ask(options, reached.socket, client.tls !== undefined));
  if ('expired' in answer) return { ok: false, ...client.refuse(answer.expired) };
  if ('at' in answer) return { ok: false, ...client.refuse(answer) };
  const { status, reason, headers, upgraded } = answer;
  const closed =
    upgraded === undefined || (await closesWithin(upgraded, Math.max(options.watchMs ?? 0, shortestDeadlineMs)));
  const at = upgraded === undefined ? 'HTTP' : 'WebSocket';
  client.refuse({ at, by: closed ? 'them' : 'us', status, reason: `HTTP ${status} ${reason}`.trim() });
  return { ok: true, status, reason, headers, closed };
}
