import type { Socket } from 'node:net';
import type { ClientOptions } from 'ws';
import { WebSocket } from 'ws';
import { basicAuthorization, ClientAttempt } from './client-attempt.ts';
import { failureReason } from './tls-failure.ts';
import type { ConnectOptions, ConnectResult, HttpFacts, Refusal, WireEvent } from './types.ts';
import { upgradeFailure } from './upgrade-failure.ts';
import { lastWordsMs, shortestDeadlineMs, wall } from './wall.ts';
import { defaultMaxPayload, WebSocketLink } from './web-socket-link.ts';

function clientOptions(options: ConnectOptions, socket: Socket): ClientOptions & { closeTimeout: number } {
  return {
    createConnection: () => socket,
    perMessageDeflate: false, // optional for a station (Part 4, 3.3), and dear
    maxPayload: options.maxPayload ?? defaultMaxPayload,
    closeTimeout: lastWordsMs,
    followRedirects: false,
    ...(options.credentials === undefined
      ? {}
      : { headers: { Authorization: basicAuthorization(options.credentials) } }),
  };
}

/** A link whose events are held back until it is known to be one. */
interface Candidate {
  readonly link: WebSocketLink;
  /** Lets the tap have what was held and all that follows. */
  release(): void;
}

function candidate(client: ClientAttempt, options: ConnectOptions, http: HttpFacts, socket: WebSocket): Candidate {
  const { identity, securityProfile, maxPayload = defaultMaxPayload, tap } = options;
  const held: WireEvent[] = [];
  let told = (event: WireEvent): void => void held.push(event);
  const link = new WebSocketLink({
    socket,
    attempt: client.attempt.number,
    identity,
    securityProfile,
    http,
    tls: client.tls,
    maxPayload,
    tap: (event) => told(event),
  });
  const release = (): void => {
    told = tap;
    for (const event of held) tap(event);
  };
  return { link, release };
}

/** Resolves when the upgrade is over. `opened` runs in the same turn as ws opens: the first frame may be in that packet. */
function upgraded(
  socket: WebSocket,
  offered: readonly string[],
  secure: boolean,
  opened: () => Candidate,
): Promise<Refusal | Candidate> {
  return new Promise((resolve) => {
    let chosen: string | undefined;
    socket.on('upgrade', ({ headers }) => {
      chosen = headers['sec-websocket-protocol'];
    });
    socket.on('unexpected-response', (_request, answer) => {
      answer.on('error', () => {}); // the status has come; what follows it does not matter
      const { statusCode = 0, statusMessage = '' } = answer;
      resolve({ at: 'HTTP', by: 'them', status: statusCode, reason: `HTTP ${statusCode} ${statusMessage}`.trim() });
      socket.terminate();
    });
    socket.on('error', (error) => resolve(upgradeFailure(error, offered, chosen, secure)));
    socket.once('open', () => resolve(opened()));
  });
}

/**
 * A connection without a subprotocol that the server closes at once was never accepted (Part 4, 3.2). Resolves true when it
 * closes within the shortest deadline.
 */
function closesAtOnce(link: WebSocketLink): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = wall.afterWall(shortestDeadlineMs, () => resolve(false));
    link.onClosed(() => {
      cancel();
      resolve(true);
    });
  });
}

function startUpgrade(options: ConnectOptions, socket: Socket): WebSocket | Refusal {
  try {
    return new WebSocket(options.url, [...options.subprotocols], clientOptions(options, socket));
  } catch (error) {
    return { at: 'WebSocket', by: 'us', reason: `our upgrade request is unusable: ${failureReason(error)}` };
  }
}

async function openLink(
  client: ClientAttempt,
  options: ConnectOptions,
  extensions: string,
  { link, release }: Candidate,
): Promise<ConnectResult> {
  const { attempt, identity, subprotocol, securityProfile } = link;
  if (subprotocol === '' && (await closesAtOnce(link))) {
    const reason = 'the upgrade was completed without a subprotocol, then the server closed the connection';
    return { ok: false, ...client.refuse({ at: 'WebSocket', by: 'them', status: 101, reason }) };
  }
  client.opened();
  options.tap({ type: 'open', attempt, identity, subprotocol, extensions, securityProfile });
  release();
  return { ok: true, link };
}

/**
 * Connects as a charging station does: TCP, TLS with the server's certificate judged, HTTP upgrade with Basic
 * authorization, WebSocket. Never rejects: whatever goes wrong is a refusal that says where, by whom and why. The deadline
 * (wall ms, at least 500) covers everything up to `open`.
 */
export async function connect(options: ConnectOptions): Promise<ConnectResult> {
  const client = new ClientAttempt(options);
  const reached = await client.reach();
  if (!('socket' in reached)) return { ok: false, ...reached };
  const http = client.describe(options.subprotocols);
  const socket = startUpgrade(options, reached.socket);
  if (!(socket instanceof WebSocket)) return { ok: false, ...client.refuse(socket) };
  const outcome = await client.within(
    upgraded(socket, options.subprotocols, client.tls !== undefined, () => candidate(client, options, http, socket)),
  );
  if ('link' in outcome) return openLink(client, options, socket.extensions, outcome);
  if (!('expired' in outcome)) return { ok: false, ...client.refuse(outcome) };
  socket.terminate();
  return { ok: false, ...client.refuse(outcome.expired) };
}
