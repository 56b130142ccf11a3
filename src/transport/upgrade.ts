import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ServerOptions } from 'ws';
import { WebSocketServer } from 'ws';
import type { Attempt } from './attempt.ts';
import { httpFacts, isStationPath, readIdentity } from './http-facts.ts';
import { failureReason } from './tls-failure.ts';
import type { HttpFacts, ListenerOptions, TlsFacts, UpgradeDecision } from './types.ts';
import { lastWordsMs, wall } from './wall.ts';
import { defaultMaxPayload, WebSocketLink } from './web-socket-link.ts';

/** RFC 7692 as a CSMS must support it (Part 4, 3.3), at a price thousands of connections can pay. */
const compression: NonNullable<Exclude<ServerOptions['perMessageDeflate'], boolean>> = {
  threshold: 1024,
  serverNoContextTakeover: true,
  clientNoContextTakeover: true,
  zlibDeflateOptions: { level: 3, memLevel: 5, chunkSize: 1024 },
  zlibInflateOptions: { chunkSize: 4096 },
};

/** Protocol error: the close code after a handshake that chose no subprotocol. OCPP names none. */
const noSubprotocolCode = 1002;

/** Writes a final HTTP answer and lets the connection go. */
export function answerAndClose(socket: Duplex, status: number, reason: string): void {
  const headers = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}`,
    'Connection: close',
    'Content-Type: text/plain',
    `Content-Length: ${Buffer.byteLength(reason)}`,
    ...(status === 401 ? ['WWW-Authenticate: Basic realm="OCPP"'] : []),
    ...(status === 426 ? ['Upgrade: websocket'] : []),
  ];
  if (socket.writable) socket.end(`${headers.join('\r\n')}\r\n\r\n${reason}`);
  const cancel = wall.afterWall(lastWordsMs, () => socket.destroy());
  socket.once('close', cancel);
}

/** What one upgrade request needs besides the request. */
interface UpgradeContext {
  readonly attempt: Attempt;
  readonly tls: TlsFacts | undefined;
}

/** Turns upgrade requests into links, as the `decide` of the listener says. */
export class Upgrader {
  readonly #options: ListenerOptions;
  readonly #server: WebSocketServer;
  readonly #chosen = new WeakMap<IncomingMessage, string>();
  readonly #contexts = new WeakMap<IncomingMessage, Attempt>();
  readonly #maxPayload: number;

  constructor(options: ListenerOptions) {
    this.#options = options;
    this.#maxPayload = options.maxPayload ?? defaultMaxPayload;
    const serverOptions: ServerOptions & { closeTimeout: number } = {
      noServer: true,
      clientTracking: false,
      maxPayload: this.#maxPayload,
      perMessageDeflate: compression,
      closeTimeout: lastWordsMs,
      // ws would echo the first offer without this; false leaves the header out, it does not refuse.
      handleProtocols: (_offers, request) => this.#chosen.get(request) ?? false,
    };
    this.#server = new WebSocketServer(serverOptions);
    this.#server.on('wsClientError', (error, socket, request) => {
      const reason = failureReason(error);
      this.#contexts.get(request)?.refuse({ at: 'HTTP', by: 'us', status: 400, reason });
      answerAndClose(socket, 400, reason);
    });
  }

  /** Handles one upgrade request to its end; never rejects. */
  async handle(request: IncomingMessage, socket: Duplex, head: Buffer, context: UpgradeContext): Promise<void> {
    const { attempt, tls } = context;
    const http = httpFacts(request);
    attempt.tap({ type: 'http', attempt: attempt.number, http });
    const decision = await this.#decide(http, tls);
    if (attempt.settled || socket.destroyed) return;
    if (decision.accept === false) {
      attempt.refuse({ at: 'HTTP', by: 'us', status: decision.status, reason: decision.reason });
      answerAndClose(socket, decision.status, decision.reason);
      return;
    }
    this.#contexts.set(request, attempt);
    if (decision.accept === true && http.subprotocols.includes(decision.subprotocol))
      this.#chosen.set(request, decision.subprotocol);
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      if (decision.accept === 'then-close') {
        webSocket.on('error', () => {}); // whatever the other side does to a connection we are closing
        attempt.refuse({ at: 'WebSocket', by: 'us', status: 101, reason: decision.reason });
        webSocket.close(noSubprotocolCode);
        return;
      }
      const { securityProfile, tap } = this.#options;
      const link = new WebSocketLink({
        socket: webSocket,
        attempt: attempt.number,
        identity: http.identity,
        securityProfile,
        http,
        tls,
        maxPayload: this.#maxPayload,
        tap,
      });
      attempt.opened();
      const { subprotocol } = link;
      tap({
        type: 'open',
        attempt: attempt.number,
        identity: link.identity,
        subprotocol,
        extensions: webSocket.extensions,
        securityProfile,
      });
      this.#options.onLink(link);
    });
  }

  async #decide(http: HttpFacts, tls: TlsFacts | undefined): Promise<UpgradeDecision> {
    if (!isStationPath(http.path, this.#options.path)) {
      return {
        accept: false,
        status: 404,
        reason: `no OCPP endpoint at ${http.path}: use ${this.#options.path}/<identity>`,
      };
    }
    if (readIdentity(http.path) === undefined) {
      return { accept: false, status: 400, reason: `the identity in ${http.path} is not percent-encoded` };
    }
    try {
      return await this.#options.decide(http, tls);
    } catch (error) {
      return { accept: false, status: 500, reason: `the decision about the upgrade failed: ${failureReason(error)}` };
    }
  }
}
